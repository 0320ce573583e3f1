import { z } from 'zod';
import type { Block, Document, Inline } from './model.ts';

/** The words of a paragraph as the office changed them: `was` as drafted, `now` as they are to read; empty drops it. */
export const WordEdit = z.strictObject({ was: z.string().max(4000), now: z.string().max(4000) });
export type WordEdit = z.infer<typeof WordEdit>;

type Paragraph = Extract<Block, { type: 'paragraph' }>;

/**
 * A paragraph as text to edit: each number stands as {1}, {2}, so that words can be changed around it and a figure
 * that moves meanwhile does not part the edit from its paragraph.
 */
export function templateOf(paragraph: Paragraph): string {
  let count = 0;
  return paragraph.inlines.map((inline) => (inline.type === 'text' ? inline.text : `{${++count}}`)).join('');
}

/** What the numbers of a template read as, in order, for whoever edits around them. */
function numbersIn(paragraph: Paragraph): string[] {
  return paragraph.inlines.filter((inline) => inline.type !== 'text').map((inline) => inline.text);
}

/** The paragraphs of a document that can be edited, in order. */
export function editable(document: Document): Paragraph[] {
  return document.blocks.filter((block): block is Paragraph => block.type === 'paragraph' && block.inlines.length > 0);
}

/** A paragraph to edit: its part of the document, its heading, its template and what the numbers in it read as. */
export type WordsToEdit = { section: string | null; lead: string | null; was: string; numbers: string[] };

/** What can be edited in a document, in order. */
export function wordsToEdit(document: Document): WordsToEdit[] {
  return editable(document).map((paragraph) => ({
    section: paragraph.section ?? null,
    lead: paragraph.lead?.text ?? null,
    was: templateOf(paragraph),
    numbers: numbersIn(paragraph),
  }));
}

/**
 * The document with its words changed. A number that the words leave out is left out; none can be written in, because
 * every number has to know its rows. An edit whose paragraph is not drafted any more is answered as `lost`.
 */
export function withEdits(document: Document, edits: readonly WordEdit[]): { document: Document; lost: WordEdit[] } {
  const open = [...edits];
  const blocks = document.blocks.flatMap((block): Block[] => {
    if (block.type !== 'paragraph') return [block];
    const at = open.findIndex((edit) => edit.was === templateOf(block));
    const [edit] = at === -1 ? [] : open.splice(at, 1);
    return edit ? rewritten(block, edit.now) : [block];
  });
  return { document: { ...document, blocks }, lost: open };
}

/** Lines become paragraphs of their own, in the section of the first; the lead stays with it. */
function rewritten(paragraph: Paragraph, now: string): Paragraph[] {
  const numbers = paragraph.inlines.filter((inline) => inline.type !== 'text');
  const known = new Set(
    templateOf(paragraph)
      .replace(/\{\d+\}/g, '')
      .match(FIGURE) ?? [],
  );
  return now
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text, at) => ({ ...paragraph, lead: at === 0 ? paragraph.lead : null, inlines: inlinesOf(text, numbers, known) }));
}

/** 1,234.5%, and a date as one figure: 2026年11月3日, 11月3日, 2026年11月 */
const FIGURE = /\d+年(?:\d+月(?:\d+日)?)?|\d+月(?:\d+日)?|\d[\d,.]*%?/g;

function inlinesOf(text: string, numbers: readonly Inline[], known: ReadonlySet<string>): Inline[] {
  return text.split(/(\{\d+\})/).flatMap((part): Inline[] => {
    const token = /^\{(\d+)\}$/.exec(part);
    if (!token) return withTyped(part, known);
    const number = numbers[Number(token[1]) - 1];
    return number ? [number] : [];
  });
}

/** Words with the figures in them that were not drafted: nobody can open the rows of those, so they are marked. */
function withTyped(words: string, known: ReadonlySet<string>): Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  const push = (to: number, typed: boolean): void => {
    if (to > from) inlines.push({ type: 'text', text: words.slice(from, to), ...(typed ? { typed: true as const } : {}) });
    from = to;
  };
  for (const found of words.matchAll(FIGURE)) {
    if (known.has(found[0])) continue;
    push(found.index, false);
    push(found.index + found[0].length, true);
  }
  push(words.length, false);
  return inlines;
}
