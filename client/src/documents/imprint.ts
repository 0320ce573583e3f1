/** The type area of GB/T 9704. */
const WIDTH_MM = 156;
const HEIGHT_MM = 225;
const PX_PER_MM = 96 / 25.4;
/** A printed page is whole pixels high. The last of 22 lines needs that fraction of a pixel. */
const COLUMN_PX = Math.ceil(HEIGHT_MM * PX_PER_MM);
/** Print and screen round differently; a filler too long by a hair would send the 版记 to a page of its own. */
const SAFETY_MM = 0.2;

/**
 * Sets the 版记 at the bottom of its page. CSS knows no bottom of the last page, so the last sheet is laid out once more
 * in columns of the type area's size, which break as pages do; the space left under the last column fills the gap.
 */
export function placeImprint(paper: HTMLElement): void {
  const imprint = paper.querySelector<HTMLElement>('[data-imprint]');
  const filler = paper.querySelector<HTMLElement>('[data-imprint-filler]');
  const sheet = imprint?.parentElement;
  if (!imprint || !filler || !sheet) return;
  const columns = paper.ownerDocument.createElement('div');
  columns.className = sheet.className;
  Object.assign(columns.style, {
    position: 'fixed',
    left: '0',
    top: '0',
    display: 'block',
    visibility: 'hidden',
    width: `${WIDTH_MM}mm`,
    height: `${COLUMN_PX}px`,
    minHeight: '0',
    margin: '0',
    padding: '0',
    columnWidth: `${WIDTH_MM}mm`,
    columnGap: '0',
    columnFill: 'auto',
  });
  columns.append(...[...sheet.childNodes].map((node) => node.cloneNode(true)));
  paper.append(columns);
  for (const table of columns.querySelectorAll('table')) repeatHeader(table);
  const box = columns.querySelector('[data-imprint]')?.getBoundingClientRect();
  const top = columns.getBoundingClientRect().top;
  columns.remove();
  if (!box) return;
  const left = HEIGHT_MM - (box.bottom - top) / PX_PER_MM - SAFETY_MM;
  filler.style.setProperty('--paper-filler', `${Math.max(0, left).toFixed(2)}mm`);
}

/** Columns, unlike pages, do not repeat a table's header, so it is put where each later column begins. */
function repeatHeader(table: HTMLTableElement): void {
  const header = [...(table.tHead?.rows ?? [])];
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  let column = rows[0]?.getBoundingClientRect().left ?? 0;
  for (const row of rows) {
    const { left } = row.getBoundingClientRect();
    if (left <= column) continue;
    column = left;
    header.forEach((line, index) => {
      const copy = line.cloneNode(true);
      if (copy instanceof HTMLElement && index === 0) copy.style.breakBefore = 'column';
      row.before(copy);
    });
  }
}
