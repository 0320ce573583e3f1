import type { Document } from '#shared/documents/model.ts';
import { zip } from '../kit/zip.ts';
import { bodyOf } from './docx-body.ts';
import { CHARACTER_SPACING, FONTS, fontsOf, LINE, SIZE } from './docx-text.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The media type of what `docxOf` writes. */
export const DOCX_TYPE = `${TYPE}.document`;

/** A document as a Word file, set as GB/T 9704 sets it: the same tree that the page and the print are drawn from. */
export function docxOf(document: Document): Buffer {
  return zip([
    {
      name: '[Content_Types].xml',
      content: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${TYPE}.settings+xml"/><Override PartName="/word/odd.xml" ContentType="${TYPE}.footer+xml"/><Override PartName="/word/even.xml" ContentType="${TYPE}.footer+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="doc" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="settings" Type="${OFFICE}/settings" Target="settings.xml"/><Relationship Id="odd" Type="${OFFICE}/footer" Target="odd.xml"/><Relationship Id="even" Type="${OFFICE}/footer" Target="even.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', content: `${XML}<w:document ${WORD} ${LINKS}><w:body>${bodyOf(document)}</w:body></w:document>` },
    { name: 'word/styles.xml', content: styles() },
    {
      name: 'word/settings.xml',
      content: `${XML}<w:settings ${WORD}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/></w:settings>`,
    },
    { name: 'word/odd.xml', content: footer('right') },
    { name: 'word/even.xml', content: footer('left') },
  ]);
}

/** Everything that is not said otherwise is 三号仿宋 on 22 lines of 28 characters. */
function styles(): string {
  return `${XML}<w:styles ${WORD}><w:docDefaults><w:rPrDefault><w:rPr>${fontsOf(FONTS.body)}<w:spacing w:val="${CHARACTER_SPACING}"/><w:sz w:val="${SIZE.body}"/><w:szCs w:val="${SIZE.body}"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${LINE}" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>`;
}

/** — 1 — in 四号, on odd pages one character from the right, on even ones from the left. */
function footer(side: 'left' | 'right'): string {
  const look = `<w:rPr>${fontsOf(FONTS.number)}<w:spacing w:val="0"/><w:sz w:val="${SIZE.small}"/></w:rPr>`;
  const field = (type: string) => `<w:r>${look}<w:fldChar w:fldCharType="${type}"/></w:r>`;
  const text = (words: string) => `<w:r>${look}<w:t xml:space="preserve">${words}</w:t></w:r>`;
  return `${XML}<w:ftr ${WORD}><w:p><w:pPr><w:spacing w:line="280" w:lineRule="exact"/><w:ind w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>${text('— ')}${field('begin')}<w:r>${look}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}${text('1')}${field('end')}${text(' —')}</w:p></w:ftr>`;
}
