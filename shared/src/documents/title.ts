import { widthOf } from '../kit/text.ts';

/** 二号 (22 pt) characters in the 156 mm of the type area are 20; one less keeps a line from touching both edges. */
const LONGEST_LINE = 19;

/**
 * Sets a title in as few lines as it needs, as even as its phrases allow, the longer one above: 关于…和 / 灾后重建…的通报.
 * A phrase longer than a line is cut, because nothing may be lost.
 */
export function titleLines(phrases: readonly string[], longest = LONGEST_LINE): string[] {
  const parts = phrases.flatMap((phrase) => (widthOf(phrase) > longest ? cut(phrase, longest) : [phrase]));
  const total = widthOf(parts.join(''));
  for (let lines = Math.max(1, Math.ceil(total / longest)); lines < parts.length; lines += 1) {
    const best = split(parts, lines, longest);
    if (best) return best.lines;
  }
  return parts;
}

type Split = { lines: string[]; cost: number };

function split(parts: readonly string[], lines: number, longest: number): Split | null {
  if (lines === 1) {
    const line = parts.join('');
    const width = widthOf(line);
    return width > longest ? null : { lines: [line], cost: width * width };
  }
  let best: Split | null = null;
  // From the longest first line down, so that of two equally even settings the one that is wider above wins.
  for (let taken = parts.length - lines + 1; taken >= 1; taken -= 1) {
    const line = parts.slice(0, taken).join('');
    const width = widthOf(line);
    const rest = width > longest ? null : split(parts.slice(taken), lines - 1, longest);
    if (!rest) continue;
    const cost = width * width + rest.cost;
    if (best === null || cost < best.cost) best = { lines: [line, ...rest.lines], cost };
  }
  return best;
}

function cut(phrase: string, longest: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of phrase) {
    if (widthOf(piece + character) > longest) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
