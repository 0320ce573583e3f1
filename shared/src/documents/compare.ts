import type { Block, Document } from './model.ts';
import { textOf } from './numbers.ts';

/** A document's text as a reader goes through it, a line a paragraph or a row of a table. */
export function linesOf(document: Document): string[] {
  return [
    document.title.join(''),
    ...document.blocks.flatMap(linesOfBlock),
    ...document.annexes.flatMap((annex) => [`${annex.label} ${annex.title}`, ...annex.blocks.flatMap(linesOfBlock)]),
  ];
}

function linesOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [`${block.lead?.text ?? ''}${textOf(block.inlines)}`];
    case 'list':
      return block.items.map(textOf);
    case 'table':
      return [...block.rows, ...(block.total ? [block.total] : [])].map((row) => row.map((cell) => textOf(cell.inlines)).join('　'));
    case 'roll':
      return [`${block.label}${block.entries.join('、')}`];
    case 'attachments':
      return block.titles;
    case 'signature':
      return [block.name];
  }
}

/** A line beside its other version; null where only one of the two has it. */
export type LinePair = { left: string | null; right: string | null };

/**
 * Two texts side by side: what they share stands level, and a line that reads otherwise stands beside the line that it
 * replaced. Lines of three thousand characters in all stay below a second; a bulletin has some hundreds of lines.
 */
export function alignLines(left: readonly string[], right: readonly string[]): LinePair[] {
  const pairs: LinePair[] = [];
  let [l, r] = [0, 0];
  for (const [nextLeft, nextRight] of [...commonLines(left, right), [left.length, right.length] as const]) {
    // Between two shared lines stand the ones that changed: they are put beside each other in order.
    const changed = Math.max(nextLeft - l, nextRight - r);
    for (let at = 0; at < changed; at += 1) {
      pairs.push({
        left: l + at < nextLeft ? (left[l + at] ?? null) : null,
        right: r + at < nextRight ? (right[r + at] ?? null) : null,
      });
    }
    const shared = left[nextLeft];
    if (shared !== undefined) pairs.push({ left: shared, right: shared });
    [l, r] = [nextLeft + 1, nextRight + 1];
  }
  return pairs;
}

/** The places of the longest run of lines that both have, in order. */
function commonLines(left: readonly string[], right: readonly string[]): (readonly [number, number])[] {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (l: number, r: number): number => lengths[l * width + r] ?? 0;
  for (let l = left.length - 1; l >= 0; l -= 1) {
    for (let r = right.length - 1; r >= 0; r -= 1) {
      lengths[l * width + r] = left[l] === right[r] ? at(l + 1, r + 1) + 1 : Math.max(at(l + 1, r), at(l, r + 1));
    }
  }
  const common: (readonly [number, number])[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    if (left[l] === right[r]) {
      common.push([l, r]);
      [l, r] = [l + 1, r + 1];
    } else if (at(l + 1, r) >= at(l, r + 1)) l += 1;
    else r += 1;
  }
  return common;
}
