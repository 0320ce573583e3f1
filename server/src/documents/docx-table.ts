import { topCells } from '#shared/documents/columns.ts';
import type { Table } from '#shared/documents/model.ts';
import { CENTRED, FONTS, paragraph, run, runs, SIZE } from './docx-text.ts';

/** A table as wide as the type area it stands in. The header is repeated on every page, and no row is parted. */
export function tableOf({ title, unitNote, columns, rows, total }: Table, area: number): string {
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((column.width / whole) * area));
  const border = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const cell = (content: string, at: number, span: number, align: string, merge = '') =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths.slice(at, at + span).reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}<w:vAlign w:val="center"/></w:tcPr>${paragraph(`<w:spacing w:line="300" w:lineRule="atLeast"/><w:jc w:val="${align}"/>`, content)}</w:tc>`;
  const row = (cells: string, isHeader = false) =>
    `<w:tr><w:trPr><w:cantSplit/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;
  const line = (cells: (typeof rows)[number]) => {
    let at = 0;
    return row(
      cells
        .map(({ inlines, span }) => {
          const drawn = cell(runs(inlines, { size: SIZE.table }), at, span, columns[at]?.align ?? 'left');
          at += span;
          return drawn;
        })
        .join(''),
    );
  };
  const heading = (text: string, at: number, span = 1, merge = '') =>
    cell(text === '' ? '' : run(text, { font: FONTS.black, size: SIZE.table }), at, span, 'center', merge);
  const isGrouped = columns.some((column) => column.group !== null);
  // A column without a group reaches through both rows; neighbours of one group share the cell above them.
  const groups = topCells(columns).map((top) => heading(top.text, top.at, top.span, top.isGroup ? '' : '<w:vMerge w:val="restart"/>'));
  const below = columns.map(({ group, header }, at) =>
    isGrouped && group === null ? heading('', at, 1, '<w:vMerge/>') : heading(header, at),
  );
  return [
    title === null ? '' : paragraph(`<w:keepNext/>${CENTRED}`, run(title, { font: FONTS.black })),
    unitNote === null ? '' : paragraph('<w:keepNext/><w:jc w:val="right"/>', run(unitNote, { size: SIZE.table })),
    `<w:tbl><w:tblPr><w:tblW w:w="${area}" w:type="dxa"/><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    isGrouped ? row(groups.join(''), true) : '',
    row(below.join(''), true),
    ...rows.map(line),
    total === null ? '' : line(total),
    '</w:tbl>',
    paragraph('', ''),
  ].join('');
}
