/** The type areas of GB/T 9704, upright and across. */
const AREAS = { upright: { width: 156, height: 225 }, across: { width: 225, height: 156 } } as const;
const PX_PER_MM = 96 / 25.4;
/** An upright sheet is as wide as A4. */
const SHEET_MM = 210;
/** Print and screen round differently; a filler too long by a hair would send the 版记 to a page of its own. */
const SAFETY_MM = 0.2;

/** Where a sheet's text ends: how many pages it takes, the room under it on the last, and which pages its sections take. */
type Extent = { pages: number; leftMm: number; sections: [section: string, page: number][] };
/** How many pages a document takes, and the first and last of each of its sections. */
export type Pages = { pages: number; sections: Map<string, { first: number; last: number }> };

/**
 * Sets the 版记 at the bottom of the last even page: it closes the back of the last leaf. CSS knows neither the last page
 * nor its bottom, so each sheet is laid out once more in columns of the type area's size, which break as pages do.
 * Where text ends on an odd page the 版记 takes the next one; where it ends on an even one without room for it, a blank
 * page and the 版记's own follow, both without a number. Answers the pages that this makes; null for what has no 版记.
 */
export function placeImprint(paper: HTMLElement): Pages | null {
  const imprint = paper.querySelector<HTMLElement>('[data-imprint]');
  const filler = imprint?.querySelector<HTMLElement>('[data-imprint-filler]');
  const words = imprint?.querySelector('footer');
  const last = imprint?.parentElement;
  if (!imprint || !filler || !words || !last) return null;
  const before = [...paper.querySelectorAll<HTMLElement>(':scope > section')].filter((sheet) => sheet !== last);
  const extents = [...before, last].map((sheet) => extentOf(paper, sheet));
  const text = extents.at(-1) ?? nothing;
  const pages = extents.reduce((sum, extent) => sum + extent.pages, 0);
  const shown = last.getBoundingClientRect().width / SHEET_MM;
  const needed = words.getBoundingClientRect().height / shown + SAFETY_MM;
  const isOdd = pages % 2 === 1;
  const fits = !isOdd && text.pages > 0 && text.leftMm >= needed;
  imprint.dataset.page = fits ? 'shared' : isOdd ? 'own' : 'after-blank';
  const room = (fits ? text.leftMm : AREAS.upright.height) - needed;
  filler.style.setProperty('--paper-filler', `${Math.max(0, room).toFixed(2)}mm`);
  return { pages: pages + (fits ? 0 : isOdd ? 1 : 2), sections: sectionPages(extents) };
}

const nothing: Extent = { pages: 0, leftMm: 0, sections: [] };

function sectionPages(extents: readonly Extent[]): Pages['sections'] {
  const found: Pages['sections'] = new Map();
  let before = 0;
  for (const { pages, sections } of extents) {
    for (const [section, on] of sections) {
      const page = before + on;
      const known = found.get(section) ?? { first: page, last: page };
      found.set(section, { first: Math.min(known.first, page), last: Math.max(known.last, page) });
    }
    before += pages;
  }
  return found;
}

/** Lays a sheet out as its pages will be, without the 版记. */
function extentOf(paper: HTMLElement, sheet: HTMLElement): Extent {
  const area = sheet.dataset.across === undefined ? AREAS.upright : AREAS.across;
  const content = [...sheet.childNodes].filter((node) => !(node instanceof HTMLElement && node.dataset.imprint !== undefined));
  if (content.length === 0) return nothing;
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
  const from = columns.getBoundingClientRect();
  // The composer shows its sheets smaller than they are; what is measured there is as much smaller.
  const pxPerMm = from.width / area.width;
  const pageAt = (left: number) => Math.round((left - from.left) / pxPerMm / area.width) + 1;
  const box = end.getBoundingClientRect();
  const sections = [...columns.querySelectorAll<HTMLElement>('[data-section]')].flatMap((part) => {
    const section = part.dataset.section ?? '';
    return [...part.getClientRects()].map(({ left }): [string, number] => [section, pageAt(left)]);
  });
  const pages = pageAt(box.left);
  if (sheet.dataset.section !== undefined) sections.push([sheet.dataset.section, 1], [sheet.dataset.section, pages]);
  columns.remove();
  return { pages, leftMm: area.height - (box.bottom - from.top) / pxPerMm, sections };
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
