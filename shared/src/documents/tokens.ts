import { z } from 'zod';
import { assertNever } from '../kit/errors.ts';
import type { Block, Document, Inline, NumberInline, NumberSource, Quantity } from './model.ts';
import { PutIn } from './model.ts';

/** What a number says, whatever it amounts to: the same token in an older and in a newer draft is the same statement. */
export function tokenOf({ label, period, formula }: NumberSource): string {
  switch (formula.kind) {
    case 'quantity':
      return [label, period, quantityOf(formula.quantity)].join('|');
    case 'ratio':
      return [label, period, quantityOf(formula.part), quantityOf(formula.base)].join('|');
    case 'change':
      return [label, period, quantityOf(formula.now), formula.beforePeriod].join('|');
    default:
      return assertNever(formula);
  }
}

function quantityOf(quantity: Quantity): string {
  const rows = 'set' in quantity.rows ? quantity.rows.set : `#${quantity.rows.one}`;
  return quantity.of === 'count' ? `count ${rows}` : `${quantity.field} ${rows}`;
}

/** A number put in by hand or taken from newer figures; it stands wherever its token does. */
export const TokenValue = PutIn.omit({ drafted: true }).extend({
  token: z.string().max(400),
  text: z.string().trim().min(1).max(40),
  /** Null where somebody typed what the rows do not give. */
  value: z.number().nullable(),
});
export type TokenValue = z.infer<typeof TokenValue>;

/** The document with other numbers in the place of those that its rows give, each marked as put in. */
export function withValues(document: Document, values: readonly TokenValue[]): Document {
  if (values.length === 0) return document;
  const byToken = new Map(values.map((value) => [value.token, value]));
  return withInlines(document, (inline) => {
    const found = inline.type === 'number' ? byToken.get(tokenOf(inline.source)) : undefined;
    if (inline.type !== 'number' || !found) return inline;
    const { how, byName, at, text, value } = found;
    // Rates in a table stand without their sign, which the note above the table says.
    const shown = inline.text.endsWith('%') ? text : text.replace(/%$/, '');
    return { ...inline, text: shown, value: value ?? inline.value, put: { how, drafted: inline.text, byName, at } };
  });
}

function withInlines(document: Document, change: (inline: Inline) => Inline): Document {
  const blocks = (own: readonly Block[]) => own.map((block) => inBlock(block, change));
  return {
    ...document,
    blocks: blocks(document.blocks),
    annexes: document.annexes.map((annex) => ({ ...annex, blocks: blocks(annex.blocks) })),
  };
}

function inBlock(block: Block, change: (inline: Inline) => Inline): Block {
  if (block.type === 'paragraph') return { ...block, inlines: block.inlines.map(change) };
  if (block.type === 'list') return { ...block, items: block.items.map((item) => item.map(change)) };
  if (block.type !== 'table') return block;
  const row = (cells: (typeof block.rows)[number]) => cells.map((cell) => ({ ...cell, inlines: cell.inlines.map(change) }));
  return { ...block, rows: block.rows.map(row), total: block.total === null ? null : row(block.total) };
}

/** A block's pieces of text, in reading order. */
export function inlinesOf(block: Block): Inline[] {
  if (block.type === 'paragraph') return block.inlines;
  if (block.type === 'list') return block.items.flat();
  if (block.type === 'table') return [...block.rows.flat(), ...(block.total ?? [])].flatMap((cell) => cell.inlines);
  return [];
}

/** All numbers of a document, body first, in reading order. */
export function numbersOf(document: Document): NumberInline[] {
  const blocks = [...document.blocks, ...document.annexes.flatMap((annex) => annex.blocks)];
  return blocks.flatMap(inlinesOf).filter((inline) => inline.type === 'number');
}

/**
 * The tokens that say something together with another: those of its sentence, and those of its section. Who takes a new
 * total alone leaves the parts beside it as they were.
 */
export function tokensAround(document: Document, token: string): { sentence: string[]; section: string[] } {
  const parts = [...document.blocks.map((block) => ({ blocks: [block], section: sectionOf(block) })), ...document.annexes];
  const own = parts.find(({ blocks }) => blocks.flatMap(inlinesOf).some((inline) => isToken(inline, token)));
  if (!own) return { sentence: [], section: [] };
  const sentences = own.blocks.flatMap(inlinesOf).reduce<Inline[][]>(
    (said, inline) => {
      said.at(-1)?.push(inline);
      if (inline.type === 'text' && inline.text.includes('。')) said.push([]);
      return said;
    },
    [[]],
  );
  const beside =
    own.section === undefined ? own.blocks : parts.filter(({ section }) => section === own.section).flatMap(({ blocks }) => blocks);
  return {
    sentence: tokensIn(sentences.find((said) => said.some((inline) => isToken(inline, token))) ?? []),
    section: tokensIn(beside.flatMap(inlinesOf)),
  };
}

function sectionOf(block: Block): string | undefined {
  return block.type === 'paragraph' || block.type === 'heading' ? block.section : undefined;
}

function isToken(inline: Inline, token: string): boolean {
  return inline.type === 'number' && tokenOf(inline.source) === token;
}

function tokensIn(inlines: readonly Inline[]): string[] {
  return [...new Set(inlines.flatMap((inline) => (inline.type === 'number' ? [tokenOf(inline.source)] : [])))];
}

/** A number that newer figures put otherwise. */
export type NumberChange = { token: string; label: string; was: string; now: string; value: number };

/** The numbers that a newer draft puts otherwise than a document shows them, each once; what only one of them says is no change of a number. */
export function changedNumbers(shown: Document, newer: Document): NumberChange[] {
  const now = new Map(numbersOf(newer).map((number) => [tokenOf(number.source), number]));
  const changes = new Map<string, NumberChange>();
  for (const { source, text } of numbersOf(shown)) {
    const token = tokenOf(source);
    const other = now.get(token);
    if (!other || changes.has(token) || bare(other.text) === bare(text)) continue;
    changes.set(token, { token, label: source.label, was: text, now: other.text, value: other.value });
  }
  return [...changes.values()];
}

/** The same rate stands with its sign in the text and without it in a table. */
function bare(text: string): string {
  return text.replace(/%$/, '');
}
