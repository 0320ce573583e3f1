import { z } from 'zod';
import { BoardLook } from '../board/address.ts';
import { idOf } from '../kit/ids.ts';
import { Ledger, LedgerView } from '../ledgers/view.ts';

/** Where views are kept: one of the four ledgers, or the board. */
export const ViewPlace = z.enum([...Ledger.options, 'board']);
export type ViewPlace = z.infer<typeof ViewPlace>;

const kept = {
  id: idOf('savedView'),
  name: z.string().trim().min(1).max(30),
  /** The office's, for everybody in the district; else one's own. */
  isShared: z.boolean(),
  version: z.number().int().positive(),
};
/** 0 for a new one, which has no id yet. */
const fresh = { ...kept, id: kept.id.nullable(), version: z.number().int().min(0) };
const ofLedger = { place: Ledger, view: LedgerView };
const ofBoard = { place: z.literal('board'), view: BoardLook };

/** A way of looking at a page, under a name. */
export const SavedView = z.discriminatedUnion('place', [z.strictObject({ ...kept, ...ofLedger }), z.strictObject({ ...kept, ...ofBoard })]);
export type SavedView = z.infer<typeof SavedView>;

/** Keeps a view: a new one without `id`, else that one as it is to stand. */
export const KeepView = z.discriminatedUnion('place', [
  z.strictObject({ ...fresh, ...ofLedger }),
  z.strictObject({ ...fresh, ...ofBoard }),
]);
export type KeepView = z.infer<typeof KeepView>;

/** Removes a view that is kept. */
export const RemoveView = z.strictObject({ id: kept.id, version: kept.version });
export type RemoveView = z.infer<typeof RemoveView>;

/** How a page is looked at, as far as a view can keep it. */
export type Look = { place: Ledger; view: LedgerView } | { place: 'board'; view: BoardLook };
