/** The type areas of GB/T 9704, upright and across. */
const AREAS = { upright: { width: 156, height: 225 }, across: { width: 225, height: 156 } } as const;
const PX_PER_MM = 96 / 25.4;
/** Print and screen round differently; a filler too long by a hair would send the 版记 to a page of its own. */
const SAFETY_MM = 0.2;

/** Where a sheet's text ends: how many pages it takes, and the room under it on the last. */
type Extent = { pages: number; leftMm: number };

/**
 * Sets the 版记 at the bottom of the last even page: it closes the back of the last leaf. CSS knows neither the last page
 * nor its bottom, so each sheet is laid out once more in columns of the type area's size, which break as pages do.
 * Where text ends on an odd page the 版记 takes the next one; where it ends on an even one without room for it, a blank
 * page and the 版记's own follow, both without a number.
 */
export function placeImprint(paper: HTMLElement): void {
  const imprint = paper.querySelector<HTMLElement>('[data-imprint]');
  const filler = imprint?.querySelector<HTMLElement>('[data-imprint-filler]');
  const words = imprint?.querySelector('footer');
  const last = imprint?.parentElement;
  if (!imprint || !filler || !words || !last) return;
  const before = [...paper.querySelectorAll<HTMLElement>(':scope > section')].filter((sheet) => sheet !== last);
  const text = extentOf(paper, last);
  const pages = before.reduce((sum, sheet) => sum + extentOf(paper, sheet).pages, text.pages);
  const needed = words.getBoundingClientRect().height / PX_PER_MM + SAFETY_MM;
  const isOdd = pages % 2 === 1;
  const fits = !isOdd && text.pages > 0 && text.leftMm >= needed;
  imprint.dataset.page = fits ? 'shared' : isOdd ? 'own' : 'after-blank';
  const room = (fits ? text.leftMm : AREAS.upright.height) - needed;
  filler.style.setProperty('--paper-filler', `${Math.max(0, room).toFixed(2)}mm`);
}

/** Lays a sheet out as its pages will be, without the 版记. */
function extentOf(paper: HTMLElement, sheet: HTMLElement): Extent {
  const area = sheet.dataset.across === undefined ? AREAS.upright : AREAS.across;
  const content = [...sheet.childNodes].filter((node) => !(node instanceof HTMLElement && node.dataset.imprint !== undefined));
  if (content.length === 0) return { pages: 0, leftMm: 0 };
  const columns = paper.ownerDocument.createElement('div');
  columns.className = sheet.className;
  Object.assign(columns.style, {
    position: 'fixed',
    left: '0',
    top: '0',
    display: 'block',
    visibility: 'hidden',
    width: `${area.width}mm`,
    // A printed page is whole pixels high. The last of 22 lines needs that fraction of a pixel.
    height: `${Math.ceil(area.height * PX_PER_MM)}px`,
    minHeight: '0',
    margin: '0',
    padding: '0',
    columnWidth: `${area.width}mm`,
    columnGap: '0',
    columnFill: 'auto',
  });
  const end = paper.ownerDocument.createElement('div');
  columns.append(...content.map((node) => node.cloneNode(true)), end);
  paper.append(columns);
  for (const table of columns.querySelectorAll('table')) repeatHeader(table);
  const [box, from] = [end.getBoundingClientRect(), columns.getBoundingClientRect()];
  columns.remove();
  const pages = Math.round((box.left - from.left) / PX_PER_MM / area.width) + 1;
  return { pages, leftMm: area.height - (box.bottom - from.top) / PX_PER_MM };
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
