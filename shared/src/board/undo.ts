import { z } from 'zod';
import type { ProcedureName } from '../auth/permissions.ts';
import type { EventAction } from '../events/schema.ts';
import { Day } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import { idOf } from '../kit/ids.ts';
import { Stage } from '../projects/schema.ts';

/** Names a move to take back: the project that was moved, and the request that moved it. */
export const UndoMove = z.strictObject({ projectId: idOf('project'), requestId: z.string().min(8).max(64) });
export type UndoMove = z.infer<typeof UndoMove>;

/** Every act that its author may take back, with the procedure that did it: who may no longer do that may not undo it either. */
export const undoable = {
  'agenda.added': 'agenda.add',
  'agenda.moved': 'agenda.move',
  'agenda.removed': 'agenda.remove',
  'nomination.added': 'bulletins.nominate',
  'nomination.moved': 'bulletins.nominate',
  'nomination.withdrawn': 'bulletins.withdrawNomination',
  'entry.added': 'inspections.addStop',
  'entry.moved': 'inspections.moveStop',
  'entry.withdrawn': 'inspections.removeStop',
  'flag.proposed': 'flags.propose',
  'flag.withdrawn': 'flags.withdraw',
  'lamp.overridden': 'lamps.override',
  'lamp.overrideWithdrawn': 'lamps.withdrawOverride',
  'project.stageMoved': 'projects.moveStage',
} as const satisfies { readonly [Action in EventAction]?: ProcedureName };
/** An act that its author may take back. */
export type UndoableAction = keyof typeof undoable;

/** Whether an act is one that its author may take back. */
export function isUndoable(action: EventAction): action is UndoableAction {
  return action in undoable;
}

/** An act as the log has it. */
export type LoggedAct = {
  seq: number;
  at: string;
  actorId: string;
  actorName: string;
  action: EventAction;
  before: unknown;
  after: unknown;
};

const Undone = z.object({ undoes: z.number().int() });
/** What an act is about besides its project: the meeting, the bulletin, the inspection, the quarter or the month. */
const Place = z.object({
  meetingId: z.string().optional(),
  bulletinId: z.string().optional(),
  inspectionId: z.string().optional(),
  quarter: z.string().optional(),
  month: z.string().optional(),
});
const StageSet = z.object({ stage: Stage, actualStart: Day.nullable(), actualFinish: Day.nullable() });

function entityOf(action: EventAction): string {
  return action.slice(0, action.indexOf('.'));
}

function placeOf({ before, after }: Pick<LoggedAct, 'before' | 'after'>): string {
  const read = (record: unknown) => Place.safeParse(record).data ?? {};
  return JSON.stringify(Place.parse({ ...read(before), ...read(after) }));
}

/** Whether two acts on one project changed the same thing: its stage, its place on one agenda, its lamp of one month. */
export function isSameThing(a: LoggedAct, b: LoggedAct): boolean {
  if (entityOf(a.action) !== entityOf(b.action)) return false;
  return entityOf(a.action) === 'project' ? setsStage(b) : placeOf(a) === placeOf(b);
}

/** A project's record holds many things; only what touches the stage or its days stands against undoing a stage. */
function setsStage({ before, after }: LoggedAct): boolean {
  const was = StageSet.safeParse(before).data;
  const is = StageSet.safeParse(after).data;
  return was !== undefined && is !== undefined && JSON.stringify(was) !== JSON.stringify(is);
}

/** Why a move cannot be taken back. */
export type UndoRefusal = 'already-undone' | 'changed-since';

/**
 * Why somebody's own move cannot be taken back, or null. `later` is what has happened to the project since, oldest
 * first: what somebody else did to the same thing stands against it, and is named; what one did oneself does not.
 */
export function whyNotUndo(move: LoggedAct, later: readonly LoggedAct[]): Refusal<UndoRefusal> | null {
  const same = later.filter((act) => isSameThing(move, act));
  if (same.some((act) => Undone.safeParse(act.after).data?.undoes === move.seq)) return { reason: 'already-undone' };
  const other = same.findLast((act) => act.actorId !== move.actorId);
  return other ? { reason: 'changed-since', by: other.actorName, action: other.action, at: other.at } : null;
}
