/** Where a chart's lines and bars stand, in the picture's own units. */

/** The drawing: 720 wide at most, so that a unit is about a pixel beside the tables. */
export const box = { width: 720, height: 236, left: 64, right: 12, top: 18, bottom: 28 };

/** A round number at or above the largest value, near enough that the drawing is filled and its quarters are round too. */
export function roundTop(largest: number): number {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10].find((each) => each * power >= largest) ?? 10;
  return step * power;
}

/** Counts have no halves: a top that four lines divide evenly. */
export function roundCount(largest: number): number {
  return Math.max(4, Math.ceil(largest / 4) * 4);
}

/** The height of a value above the axis. */
export function yOf(value: number, top: number): number {
  const axis = box.height - box.bottom;
  return round(axis - ((axis - box.top) * Math.max(0, value)) / top);
}

/** The middle of one of twelve months. */
export function monthX(index: number): number {
  return round(box.left + ((box.width - box.left - box.right) * (index + 0.5)) / 12);
}

/** The points of a line; it ends where nothing is known, and begins again behind a gap. */
export function linesOf(values: readonly (number | null)[], top: number): string[] {
  const lines: string[][] = [[]];
  for (const [index, value] of values.entries()) {
    if (value === null) lines.push([]);
    else lines.at(-1)?.push(`${monthX(index)},${yOf(value, top)}`);
  }
  return lines.filter((line) => line.length > 0).map((line) => line.join(' '));
}

export type Part = { from: number; length: number };

/** Parts of a bar end to end, each as long as its share of the longest bar. */
export function partsOf(values: readonly number[], longest: number, width: number): Part[] {
  let from = 0;
  return values.map((value) => {
    const length = longest > 0 ? round((Math.max(0, value) * width) / longest) : 0;
    const part = { from: round(from), length };
    from += length;
    return part;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
