/** A stretch of text that two versions share, or that only one of them has. */
export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string };

/** Beyond this the table of common parts is larger than its use. */
const MOST_TOKENS = 1_000;

/** Numbers and Latin words whole, everything else sign by sign: `86%` becomes `92%`, not `8`→`9`, `6`→`2`. */
function tokensOf(text: string): string[] {
  return text.match(/[0-9A-Za-z.,%]+|[\s\S]/gu) ?? [];
}

/** What was taken out and put in on the way from one text to another; what is removed stands before what replaces it. */
export function diffText(before: string, after: string): DiffPart[] {
  const a = tokensOf(before);
  const b = tokensOf(after);
  if (a.length > MOST_TOKENS || b.length > MOST_TOKENS) return joined([...a.map(removed), ...b.map(added)]);
  const common = commonLengths(a, b);
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      parts.push({ kind: 'same', text: left });
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || lengthAt(common, i + 1, j) >= lengthAt(common, i, j + 1))) {
      parts.push(removed(left));
      i++;
    } else if (right !== undefined) {
      parts.push(added(right));
      j++;
    }
  }
  return joined(parts);
}

const removed = (text: string): DiffPart => ({ kind: 'removed', text });
const added = (text: string): DiffPart => ({ kind: 'added', text });

/** common[i][j] is the length of the longest common subsequence of a from i on and b from j on. */
function commonLengths(a: string[], b: string[]): Uint16Array[] {
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i];
      if (!row) continue;
      row[j] = a[i] === b[j] ? lengthAt(common, i + 1, j + 1) + 1 : Math.max(lengthAt(common, i + 1, j), lengthAt(common, i, j + 1));
    }
  }
  return common;
}

function lengthAt(common: Uint16Array[], i: number, j: number): number {
  return common[i]?.[j] ?? 0;
}

/** Neighbours of one kind in one part; between two unchanged stretches, all that went before all that came. */
function joined(parts: DiffPart[]): DiffPart[] {
  const whole: DiffPart[] = [];
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone) whole.push(removed(gone));
    if (come) whole.push(added(come));
    gone = '';
    come = '';
  };
  for (const part of parts) {
    if (part.kind === 'removed') gone += part.text;
    else if (part.kind === 'added') come += part.text;
    else {
      flush();
      const last = whole.at(-1);
      if (last?.kind === 'same') last.text += part.text;
      else whole.push({ ...part });
    }
  }
  flush();
  return whole;
}
