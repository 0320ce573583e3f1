import type { Annex, Block, Document, Imprint, Masthead } from '#shared/documents/model.ts';
import { titleLines } from '#shared/documents/title.ts';
import { fixedWords, longDate } from '#shared/documents/wording.ts';
import { assertNever } from '#shared/kit/errors.ts';
import { widthOf } from '#shared/kit/text.ts';
import { tableOf } from './docx-table.ts';
import { CENTRED, FONTS, headingFonts, INDENT, LINE, paragraph, RED, run, runs, SIZE, TAB } from './docx-text.ts';

/** Twentieths of a point: the paper and the margins of GB/T 9704. 37 mm above, 35 below, 28 at the binding, 26 outside. */
const PAPER = { width: 11906, height: 16838 };
const MARGIN = { top: 2098, right: 1474, bottom: 1984, left: 1587 };
/** The page number's line lies 7 mm under the type area. */
const FOOTER = 1304;
const AREA = PAPER.width - MARGIN.left - MARGIN.right;
const AREA_POINTS = AREA / 20;
/** On a landscape page the type area is turned: 225 mm wide. */
const WIDE_AREA = PAPER.height - MARGIN.top - MARGIN.bottom;
const MM_35 = 1984;

/** Everything of a document in the order of reading; each part that turns the page has a section of its own. */
export function bodyOf(document: Document): string {
  const last = document.annexes.at(-1);
  const parts = [
    { isLandscape: false, content: front(document) },
    ...document.annexes.map((annex) => ({ isLandscape: annex.isLandscape, content: annexOf(annex) })),
  ];
  const tail = document.imprint ? imprintOf(document.imprint) : '';
  if (last?.isLandscape && tail !== '') parts.push({ isLandscape: false, content: tail });
  else parts.splice(-1, 1, { isLandscape: last?.isLandscape ?? false, content: (parts.at(-1)?.content ?? '') + tail });
  return parts
    .map(({ isLandscape, content }, at) =>
      at === parts.length - 1 ? content + section(isLandscape) : content + paragraph(section(isLandscape), ''),
    )
    .join('');
}

function section(isLandscape: boolean): string {
  const paper = isLandscape
    ? `<w:pgSz w:w="${PAPER.height}" w:h="${PAPER.width}" w:orient="landscape"/><w:pgMar w:top="${MARGIN.left}" w:right="${MARGIN.top}" w:bottom="${MARGIN.right}" w:left="${MARGIN.bottom}" w:header="851" w:footer="850" w:gutter="0"/>`
    : `<w:pgSz w:w="${PAPER.width}" w:h="${PAPER.height}"/><w:pgMar w:top="${MARGIN.top}" w:right="${MARGIN.right}" w:bottom="${MARGIN.bottom}" w:left="${MARGIN.left}" w:header="851" w:footer="${FOOTER}" w:gutter="0"/>`;
  return `<w:sectPr><w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/><w:type w:val="nextPage"/>${paper}<w:docGrid w:type="lines" w:linePitch="${LINE}"/></w:sectPr>`;
}

function front(document: Document): string {
  return [
    document.isDraft ? paragraph(CENTRED, run(fixedWords.draft, { font: FONTS.black })) : '',
    document.masthead ? mastheadOf(document.masthead, document.kind === 'minutes') : '',
    paragraph('', ''),
    paragraph('', ''),
    ...titleLines(document.title).map((line) =>
      paragraph(`<w:spacing w:line="700" w:lineRule="exact"/>${CENTRED}`, run(line, { font: FONTS.title, size: SIZE.title })),
    ),
    paragraph('', ''),
    document.salutation === null ? '' : paragraph('', run(document.salutation)),
    blocksOf(document.blocks, AREA),
  ].join('');
}

/** A name is never broken, so a long one is set smaller. */
function fitted(line: string, largest: number): number {
  return Math.floor(Math.min(largest, AREA_POINTS / (widthOf(line) * 1.05)) * 2);
}

function mastheadOf({ lines, issueNumber, issuer, issuedOn, isRed }: Masthead, isMinutes: boolean): string {
  const rule = `<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="${isRed ? RED : '000000'}"/></w:pBdr>`;
  return [
    ...lines.map((line, at) => {
      const isName = at === lines.length - 1;
      const size = fitted(line, isName ? 46 : 34);
      const before = isMinutes && at === 0 ? MM_35 : 0;
      return paragraph(
        `<w:spacing w:before="${before}" w:line="${Math.round(size * 13)}" w:lineRule="exact"/>${CENTRED}`,
        run(line, { font: FONTS.title, size, red: isRed }),
      );
    }),
    paragraph(`<w:spacing w:before="${LINE}"/>${CENTRED}`, run(issueNumber ?? '')),
    paragraph(
      `${rule}<w:tabs><w:tab w:val="right" w:pos="${AREA}"/></w:tabs>`,
      run(issuer) + TAB + run(issuedOn === null ? '' : longDate(issuedOn)),
    ),
  ].join('');
}

function annexOf({ label, title, blocks, isLandscape }: Annex): string {
  return [
    paragraph('', run(label, { font: FONTS.black })),
    paragraph('', ''),
    paragraph(`<w:spacing w:line="700" w:lineRule="exact"/>${CENTRED}`, run(title, { font: FONTS.title, size: SIZE.title })),
    paragraph('', ''),
    blocksOf(blocks, isLandscape ? WIDE_AREA : AREA),
  ].join('');
}

function blocksOf(blocks: readonly Block[], area: number): string {
  return blocks.map((block) => blockOf(block, area)).join('');
}

function blockOf(block: Block, area: number): string {
  switch (block.type) {
    case 'heading':
      return paragraph(`<w:keepNext/>${INDENT}`, run(block.text, { font: headingFonts[block.level] }));
    case 'paragraph':
      return paragraph(INDENT, (block.lead ? run(block.lead.text, { font: headingFonts[block.lead.level] }) : '') + runs(block.inlines));
    case 'list':
      return block.items.map((item) => paragraph(INDENT, runs(item))).join('');
    case 'table':
      return tableOf(block, area);
    case 'roll': {
      const hanging = widthOf(block.label);
      return paragraph(
        `<w:ind w:leftChars="${(hanging + 2) * 100}" w:left="${(hanging + 2) * 320}" w:hangingChars="${hanging * 100}" w:hanging="${hanging * 320}"/>`,
        run(block.label, { font: FONTS.black }) + run(fixedWords.names(block.entries)),
      );
    }
    case 'attachments':
      return block.titles
        .map((title, at) => {
          const ordinal = block.titles.length === 1 ? '' : `${at + 1}. `;
          return paragraph(
            `<w:spacing w:before="${at === 0 ? LINE : 0}"/>${INDENT}`,
            run(`${at === 0 ? fixedWords.attachments : '　　　'}${ordinal}${title}`),
          );
        })
        .join('');
    case 'signature':
      return (
        paragraph(`<w:spacing w:before="${LINE}"/><w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>`, run(block.name)) +
        (block.on === null ? '' : paragraph('<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>', run(longDate(block.on))))
      );
    default:
      return assertNever(block);
  }
}

/** Fixes a paragraph at the bottom of the type area of the page that it falls on; neighbours with the same frame share it. */
const AT_BOTTOM = `<w:framePr w:w="${AREA}" w:hSpace="0" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>`;

/** 版记 in 四号 between thick rules, at the bottom of the page. That the page is an even one is left to whoever sets the file. */
function imprintOf({ recipients, office, printedOn, copies }: Imprint): string {
  const edge = (side: 'top' | 'bottom', size: number) => `<w:${side} w:val="single" w:sz="${size}" w:space="4" w:color="000000"/>`;
  const bordered = (borders: string, more: string) =>
    `<w:keepNext/><w:keepLines/>${AT_BOTTOM}<w:pBdr>${borders}</w:pBdr>${more}<w:ind w:left="280" w:right="280"/>`;
  const look = { size: SIZE.small };
  const lines = recipients.map(({ label, text }) => run(`${fixedWords.label(label)}${text}`, look));
  return [
    ...lines.map((line, at) => paragraph(bordered(at === 0 ? edge('top', 8) : '', ''), line)),
    paragraph(
      bordered(edge('top', lines.length > 0 ? 6 : 8) + edge('bottom', 8), `<w:tabs><w:tab w:val="right" w:pos="${AREA - 280}"/></w:tabs>`),
      run(office, look) + TAB + run(printedOn === null ? '' : `${longDate(printedOn)}${fixedWords.printed}`, look),
    ),
    copies === null ? '' : paragraph(`${AT_BOTTOM}<w:jc w:val="right"/>`, run(fixedWords.copies(copies), look)),
  ].join('');
}
