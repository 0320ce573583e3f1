/** Neighbours that share one cell above them: its text, the first of them, and how many there are. */
export type Span = { text: string | null; start: number; length: number };

/** Gathers neighbours of one group under one cell; each that has no group (null) stands alone. */
export function spansOf(groups: readonly (string | null)[]): Span[] {
  const spans: Span[] = [];
  groups.forEach((text, start) => {
    const last = spans.at(-1);
    if (text !== null && last?.text === text) last.length += 1;
    else spans.push({ text, start, length: 1 });
  });
  return spans;
}
