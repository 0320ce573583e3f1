/** Where columns stand: widths and left edges in pixels, and how far the frozen ones reach. */
export type Layout = { widths: readonly number[]; lefts: readonly number[]; total: number; frozen: number; frozenWidth: number };

/** Lays columns side by side; where the window has room left, all grow alike. On a narrow window fewer stay frozen. */
export function layOut(columns: readonly { width: number }[], room: number, frozen: number): Layout {
  const wanted = columns.reduce((sum, column) => sum + column.width, 0);
  const growth = wanted > 0 && room > wanted ? room / wanted : 1;
  const lefts: number[] = [];
  let left = 0;
  const widths = columns.map((column, index) => {
    lefts.push(left);
    // The last one takes what rounding has left over, so that no gap and no scroll bar is made by half pixels.
    const width = index === columns.length - 1 && growth > 1 ? room - left : Math.floor(column.width * growth);
    left += width;
    return width;
  });
  // Frozen columns that fill the window would leave nothing to scroll.
  let kept = frozen;
  while (kept > 0 && room > 0 && (lefts[kept] ?? left) > room * 0.6 && left > room) kept--;
  return { widths, lefts, total: left, frozen: kept, frozenWidth: lefts[kept] ?? left };
}
