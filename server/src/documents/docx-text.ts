import type { HeadingLevel, Inline } from '#shared/documents/model.ts';

/** 225 mm in 22 lines, in twentieths of a point. */
export const LINE = 579;
/** 28 characters of 16 pt are wider than 156 mm by a hair: each is drawn closer by a quarter of a point. */
export const CHARACTER_SPACING = -5;
/** Half points: 三号 二号 四号 and 五号. */
export const SIZE = { body: 32, title: 44, small: 28, table: 21 } as const;
export const RED = 'C8161D';

export const FONTS = {
  body: '仿宋_GB2312',
  black: '黑体',
  kai: '楷体_GB2312',
  title: '方正小标宋简体',
  number: '宋体',
} as const;
export type Font = (typeof FONTS)[keyof typeof FONTS];

/** 一、黑体 （一）楷体 1. （1）仿宋 */
export const headingFonts: Record<HeadingLevel, Font> = { 1: FONTS.black, 2: FONTS.kai, 3: FONTS.body, 4: FONTS.body };

export function fontsOf(font: Font): string {
  return `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}" w:hint="eastAsia"/>`;
}

/** Control signs have no place in XML, not even escaped. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export type RunLook = { font?: Font; size?: number; red?: boolean };

/** Words in one look. */
export function run(text: string, { font, size, red = false }: RunLook = {}): string {
  const look = [
    font && fontsOf(font),
    red && `<w:color w:val="${RED}"/>`,
    size && `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].filter(Boolean);
  return `<w:r>${look.length > 0 ? `<w:rPr>${look.join('')}</w:rPr>` : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

export const TAB = '<w:r><w:tab/></w:r>';

export function runs(inlines: readonly Inline[], look?: RunLook): string {
  return inlines.map((inline) => run(inline.text, look)).join('');
}

/** A paragraph; `properties` in the order of the schema. */
export function paragraph(properties: string, content: string): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

export const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
export const CENTRED = '<w:jc w:val="center"/>';
