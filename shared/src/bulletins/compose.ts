import { z } from 'zod';
import { WordEdit, withEdits } from '../documents/edits.ts';
import type { Document } from '../documents/model.ts';
import { TokenValue, withValues } from '../documents/tokens.ts';
import { Month } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import type { Lamp } from '../lamps/schema.ts';
import { draftBulletin } from './draft.ts';
import type { BulletinInput, BulletinRow } from './input.ts';
import { Outline } from './outline.ts';

/** What the office has made of a month's draft: which cut it reads, its sections, its words, the numbers put in. */
export const BulletinDraft = z.strictObject({
  /** Null: the month's first cut, or the figures so far while there is none. */
  cutId: idOf('cut').nullable(),
  /** Null: as the bulletin before had it. */
  outline: Outline.nullable(),
  edits: z.array(WordEdit).max(200),
  values: z.array(TokenValue).max(400),
});
export type BulletinDraft = z.infer<typeof BulletinDraft>;

/** A draft that nobody has touched. */
export const untouched: BulletinDraft = { cutId: null, outline: null, edits: [], values: [] };

/** Changes to a draft; what is not given stays. `version` 0 is a month whose bulletin nobody has begun. */
export const ComposeBulletin = z.strictObject({
  month: Month,
  version: z.number().int().min(0),
  outline: Outline.optional(),
  edits: BulletinDraft.shape.edits.optional(),
  /** Types over a number; null gives the drafted one back. */
  type: z.strictObject({ token: TokenValue.shape.token, text: TokenValue.shape.text.nullable() }).optional(),
  /** Takes numbers as the newer cut, or the records now, put them. */
  take: z.strictObject({ tokens: z.array(TokenValue.shape.token).min(1).max(400), from: z.enum(['cut', 'live']) }).optional(),
  /** Reads the newest cut from now on: its words as well as its numbers; what was taken singly goes with it. */
  followCut: z.literal(true).optional(),
});
export type ComposeBulletin = z.infer<typeof ComposeBulletin>;

/** A bulletin as its rows draft it and as the office made it, with the edits whose paragraph is not drafted any more. */
export type Composed = { drafted: Document; document: Document; lost: WordEdit[] };

/** Drafts a bulletin and puts the office's words and numbers into it. */
export function composeDraft(input: BulletinInput, draft: Pick<BulletinDraft, 'edits' | 'values'>): Composed {
  const drafted = draftBulletin(input);
  const { document, lost } = withEdits(drafted, draft.edits);
  return { drafted, document: withValues(document, draft.values), lost };
}

/** A lamp that newer figures put otherwise: who is named for it has to be looked at by a person. */
export type LampChange = Pick<BulletinRow, 'projectId' | 'name' | 'unitName'> & { was: Lamp | null; now: Lamp | null };

/** The projects whose lamp differs between two months' rows, and those that only one of them has. */
export function changedLamps(was: readonly BulletinRow[], now: readonly BulletinRow[]): LampChange[] {
  const newer = new Map(now.map((row) => [row.projectId, row]));
  return was.flatMap(({ projectId, name, unitName, lamp }) => {
    const other = newer.get(projectId);
    return other && other.lamp !== lamp ? [{ projectId, name, unitName, was: lamp, now: other.lamp }] : [];
  });
}
