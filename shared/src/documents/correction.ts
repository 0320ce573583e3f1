import type { Block, Document } from './model.ts';
import { line } from './numbers.ts';
import { changedNumbers } from './tokens.ts';
import { issueText } from './wording.ts';

/** What an issue puts right: the one withdrawn as its number was, why, and which numbers were others. */
export type Correction = {
  issue: { year: number; number: number };
  why: string;
  changes: readonly { label: string; was: string; now: string }[];
};

/** So many changed numbers a correction lists; the whole text follows in any case. */
const MOST_NAMED = 20;

/** A correction of what was withdrawn: the numbers of its body that the new text puts otherwise. */
export function correctionOf(withdrawn: { model: Document; year: number; number: number }, now: Document, why: string): Correction {
  const { model, year, number } = withdrawn;
  const changes = changedNumbers({ ...model, annexes: [] }, { ...now, annexes: [] }).map(({ label, was, now }) => ({ label, was, now }));
  return { issue: { year, number }, why, changes: changes.slice(0, MOST_NAMED) };
}

/** What a correction says before it says everything anew. */
export function correctionBlock({ issue: given, why, changes }: Correction): Block {
  const issue = issueText(given);
  const changed = changes.map(({ label, was, now }) => `${label}由${was}更正为${now}`).join('；');
  const numbers = changed === '' ? '' : `更正的数字：${changed}。`;
  return {
    type: 'paragraph',
    lead: null,
    inlines: line`${issue}印发后，经核实有误（${why}），现予更正，以本期为准，${issue}停止使用。${numbers}`,
  };
}
