import { z } from 'zod';
import { Instant, msBetween } from '../kit/calendar.ts';
import { type Id, idOf } from '../kit/ids.ts';

/** A form that is not heard of for so long is taken as closed: its browser has gone without a word. */
export const HELD_MS = 45_000;

/** Nobody works in more forms at once; the oldest give way. */
const MOST_OF_ACCOUNT = 6;

/** Somebody who has a project's form open: a passing state, no event and no row. */
export const Editor = z.strictObject({
  districtId: idOf('unit'),
  /** The unit that the project belongs to, for who may hear of it. */
  unitId: idOf('unit'),
  projectId: idOf('project'),
  accountId: z.string(),
  name: z.string(),
  /** When the form was opened, and when it was last heard of. */
  since: Instant,
  heardAt: Instant,
});
export type Editor = z.infer<typeof Editor>;

/** What a form says of itself, when it opens, now and then while it is open, and when it closes. */
export const SayEditing = z.strictObject({ projectId: idOf('project'), isOpen: z.boolean() });
export type SayEditing = z.infer<typeof SayEditing>;

/** What a board is told: who works on what, and since when. */
export const Editing = z.object({ projectId: idOf('project'), name: z.string(), since: Instant });
export type Editing = z.infer<typeof Editing>;

function isSame(a: Editor, b: Pick<Editor, 'projectId' | 'accountId'>): boolean {
  return a.projectId === b.projectId && a.accountId === b.accountId;
}

/** Who has a form open after somebody was heard of: one line for each person and project, kept from when it was opened. */
export function heardOf(editors: readonly Editor[], editor: Editor): Editor[] {
  const known = present(editors, editor.heardAt).filter((each) => !isSame(each, editor));
  const since = editors.find((each) => isSame(each, editor) && isOpen(each, editor.heardAt))?.since ?? editor.since;
  const own = known.filter((each) => each.accountId === editor.accountId);
  const dropped = new Set(own.slice(0, Math.max(0, own.length + 1 - MOST_OF_ACCOUNT)));
  return [...known.filter((each) => !dropped.has(each)), { ...editor, since }];
}

/** Who has a form open after somebody has closed theirs. */
export function closed(editors: readonly Editor[], form: Pick<Editor, 'projectId' | 'accountId'>): Editor[] {
  return editors.filter((each) => !isSame(each, form));
}

/** Who still has a form open at an instant. */
export function present(editors: readonly Editor[], now: Instant): Editor[] {
  return editors.filter((each) => isOpen(each, now));
}

function isOpen(editor: Editor, now: Instant): boolean {
  return msBetween(editor.heardAt, now) < HELD_MS;
}

type Watcher = { accountId: string; districtId: Id<'unit'>; unitIds: readonly Id<'unit'>[] | null };

/** What somebody hears of others at work: within their reach, themselves left out, in the order of opening. */
export function editingSeenBy(editors: readonly Editor[], watcher: Watcher, now: Instant): Editing[] {
  const units = watcher.unitIds && new Set(watcher.unitIds);
  return present(editors, now)
    .filter((each) => each.districtId === watcher.districtId && each.accountId !== watcher.accountId && (!units || units.has(each.unitId)))
    .sort((a, b) => (a.since < b.since ? -1 : 1))
    .map(({ projectId, name, since }) => ({ projectId, name, since }));
}
