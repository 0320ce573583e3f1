import { z } from 'zod';
import type { Actor } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import type { SettledEntries } from '#shared/board/apply.ts';
import { agendaEntry, flagEntry, nominationEntry, stopEntry } from '#shared/board/entries.ts';
import { isUndoable, type LoggedAct, type UndoableAction, undoable, whyNotUndo } from '#shared/board/undo.ts';
import { isOpenForChange } from '#shared/bulletins/flow.ts';
import { type Bulletin, Nomination } from '#shared/bulletins/schema.ts';
import { whyNotMoveFlag, whyNotPropose } from '#shared/flags/rules.ts';
import { Flag } from '#shared/flags/schema.ts';
import { whyNotAddStop, whyNotMoveEntry, whyNotRemoveStop } from '#shared/inspections/rules.ts';
import { Entry } from '#shared/inspections/schema.ts';
import { Instant, Month } from '#shared/kit/calendar.ts';
import { assertNever, DomainError, refuse } from '#shared/kit/errors.ts';
import { type Id, type IdKind, idOf } from '#shared/kit/ids.ts';
import { keyAgain } from '#shared/kit/rank.ts';
import { whyNotOverride } from '#shared/lamps/rules.ts';
import { Lamp } from '#shared/lamps/schema.ts';
import { whyNotAddToAgenda, whyNotRemoveFromAgenda } from '#shared/meetings/agenda.ts';
import { whyNotChangeMeeting } from '#shared/meetings/rules.ts';
import { AgendaItem } from '#shared/meetings/schema.ts';
import { seriesNameOf } from '#shared/meetings/series-rules.ts';
import { Project } from '#shared/projects/schema.ts';
import * as bulletins from '../bulletins/store.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as flags from '../flags/store.ts';
import * as sheets from '../inspections/sheets-store.ts';
import * as inspections from '../inspections/store.ts';
import * as lamps from '../lamps/store.ts';
import * as agenda from '../meetings/agenda-store.ts';
import * as decisions from '../meetings/decision-store.ts';
import { otherAgenda } from '../meetings/other-agenda.ts';
import * as requests from '../meetings/request-store.ts';
import * as allSeries from '../meetings/series-store.ts';
import * as meetings from '../meetings/store.ts';
import * as projects from '../projects/store.ts';
import type { Reach } from '../trpc.ts';

type Undoer = events.Witness & { actor: Actor; reach: Reach; newId: <Kind extends IdKind>(kind: Kind) => Id<Kind> };
/** One act that is being taken back. */
type Undoing = { tx: Tx; ctx: Undoer; project: Project; move: LoggedAct & { action: UndoableAction } };

/** Which act was taken back, and what that has made of the entry it was about. */
type TakenBack = { action: UndoableAction; entries: SettledEntries };

/** Takes back what one request of the actor did to a project, as its event remembers what was before. */
export async function undoMove(tx: Tx, ctx: Undoer, project: Project, requestId: string): Promise<TakenBack> {
  const rows = await events.sinceRequest(tx, project.id, requestId);
  const acts = rows.map((row) => ({
    ...row,
    before: row.before === null ? null : JSON.parse(row.before),
    after: row.after === null ? null : JSON.parse(row.after),
  }));
  const move = acts.find((act) => act.requestId === requestId && act.actorId === ctx.actor.id && isUndoable(act.action));
  if (!move || !isUndoable(move.action)) throw new DomainError('NOT_FOUND', { entity: 'event' });
  if (!mayCall(ctx.actor.role, undoable[move.action])) throw new DomainError('FORBIDDEN');
  refuse(
    whyNotUndo(
      move,
      acts.filter((act) => act.seq > move.seq),
    ),
  );
  const undoing = { tx, ctx, project, move: { ...move, action: move.action } };
  return { action: move.action, entries: await putBack(undoing) };
}

function putBack(undoing: Undoing): Promise<SettledEntries> {
  const { action } = undoing.move;
  switch (action) {
    case 'agenda.added':
    case 'agenda.moved':
    case 'agenda.removed':
      return putBackAgenda(undoing, action);
    case 'nomination.added':
    case 'nomination.moved':
    case 'nomination.withdrawn':
      return putBackNomination(undoing, action);
    case 'entry.added':
    case 'entry.moved':
    case 'entry.withdrawn':
      return putBackEntry(undoing, action);
    case 'flag.proposed':
    case 'flag.withdrawn':
      return putBackFlag(undoing, action);
    case 'lamp.overridden':
    case 'lamp.overrideWithdrawn':
      return putBackLamp(undoing);
    case 'project.stageMoved':
      return putBackStage(undoing);
    default:
      return assertNever(action);
  }
}

/** What a record was, as the event keeps it; an event may keep more beside it. */
function recorded<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, kept: unknown) {
  return z.object(schema.shape).parse(kept);
}

type Telling = Omit<events.Happening, 'projectId' | 'after'> & { after?: object };

async function tell({ tx, ctx, project, move }: Undoing, happening: Telling, entries: SettledEntries = {}): Promise<SettledEntries> {
  await events.append(tx, ctx, { ...happening, projectId: project.id, after: { ...happening.after, undoes: move.seq } });
  return entries;
}

async function putBackAgenda(undoing: Undoing, action: 'agenda.added' | 'agenda.moved' | 'agenda.removed'): Promise<SettledEntries> {
  const { tx, ctx, move } = undoing;
  const kept = recorded(AgendaItem, action === 'agenda.removed' ? move.before : move.after);
  const meeting = await meetings.load(tx, ctx.reach.districtId, kept.meetingId);
  const items = await agenda.ofMeeting(tx, meeting.id);
  if (action === 'agenda.removed') {
    const other = kept.projectId && (await otherAgenda(tx, kept.projectId, meeting));
    refuse(whyNotAddToAgenda(meeting, items, { projectId: kept.projectId }, other));
    const item = { ...kept, orderKey: keyAgain(items, kept.orderKey) };
    await agenda.insert(tx, item);
    const seriesName = seriesNameOf(await allSeries.load(tx, meeting.districtId, meeting.seriesId));
    const after = { ...item, day: meeting.day, seriesName };
    return tell(undoing, { action: 'agenda.added', id: item.id, after }, { agenda: agendaEntry(item) });
  }
  const before = await agenda.load(tx, ctx.reach.districtId, kept.id);
  if (action === 'agenda.added') {
    refuse(whyNotRemoveFromAgenda(meeting, before, await decisions.ofMeeting(tx, meeting.id)));
    await requests.release(tx, before.id);
    await agenda.remove(tx, before);
    return tell(undoing, { action: 'agenda.removed', id: before.id, before }, { agenda: null });
  }
  refuse(whyNotChangeMeeting(meeting));
  const { orderKey } = recorded(AgendaItem, move.before);
  const after = await agenda.save(tx, { ...before, orderKey: keyAgain(items, orderKey, before.id) });
  return tell(undoing, { action: 'agenda.moved', id: after.id, before, after }, { agenda: agendaEntry(after) });
}

type NominationAct = 'nomination.added' | 'nomination.moved' | 'nomination.withdrawn';

async function putBackNomination(undoing: Undoing, action: NominationAct): Promise<SettledEntries> {
  const { tx, ctx, project, move } = undoing;
  const kept = recorded(Nomination, action === 'nomination.added' ? move.after : move.before);
  const bulletin: Bulletin = await bulletins.load(tx, ctx.reach.districtId, kept.bulletinId);
  if (!isOpenForChange(bulletin)) throw new DomainError('REFUSED', { reason: 'bulletin-in-review', state: bulletin.state });
  const before = await bulletins.nominationOf(tx, bulletin.id, project.id);
  const neighbours = (await bulletins.nominations(tx, bulletin.id)).filter((one) => one.kind === kept.kind);
  await bulletins.sayAnew(tx, bulletin);
  if (action === 'nomination.withdrawn') {
    const again = { ...kept, orderKey: keyAgain(neighbours, kept.orderKey) };
    await bulletins.insertNomination(tx, again);
    return tell(undoing, { action: 'nomination.added', id: again.id, after: again }, { nomination: nominationEntry(again) });
  }
  if (!before) throw new DomainError('NOT_FOUND', { entity: 'nomination' });
  if (action === 'nomination.added') {
    await bulletins.removeNomination(tx, before.id);
    return tell(undoing, { action: 'nomination.withdrawn', id: before.id, before }, { nomination: null });
  }
  const orderKey = keyAgain(neighbours, kept.orderKey, before.id);
  const after = await bulletins.saveNomination(tx, { ...before, kind: kept.kind, orderKey });
  return tell(undoing, { action: 'nomination.moved', id: after.id, before, after }, { nomination: nominationEntry(after) });
}

async function putBackEntry(undoing: Undoing, action: 'entry.added' | 'entry.moved' | 'entry.withdrawn'): Promise<SettledEntries> {
  const { tx, ctx, project, move } = undoing;
  const kept = recorded(Entry, action === 'entry.added' ? move.after : move.before);
  const inspection = await inspections.load(tx, ctx.reach.districtId, kept.inspectionId);
  const stops = (await inspections.entriesOf(tx, inspection.id)).flatMap(({ id, routeKey }) =>
    routeKey ? [{ id, orderKey: routeKey }] : [],
  );
  const before = await inspections.entryOf(tx, inspection.id, project.id);
  const routeKey = kept.routeKey && keyAgain(stops, kept.routeKey, kept.id);
  if (action === 'entry.withdrawn') {
    refuse(whyNotAddStop(inspection, project, before));
    const again = { ...kept, routeKey };
    await inspections.insertEntry(tx, again);
    return tell(undoing, { action: 'entry.added', id: again.id, after: again }, { entry: stopEntry(again, false) });
  }
  if (!before) throw new DomainError('NOT_FOUND', { entity: 'entry' });
  if (action === 'entry.added') {
    const flag = await flags.find(tx, inspection.quarter, project.id);
    refuse(whyNotRemoveStop(inspection, { sheets: await sheets.countOf(tx, before.id), isFlagged: flag !== null }));
    await inspections.removeEntry(tx, before);
    return tell(undoing, { action: 'entry.withdrawn', id: before.id, before }, { entry: null });
  }
  refuse(whyNotMoveEntry(inspection));
  const after = await inspections.saveEntry(tx, { ...before, groupId: kept.groupId, routeKey });
  const isScored = (await sheets.countOf(tx, after.id)) > 0;
  return tell(undoing, { action: 'entry.moved', id: after.id, before, after }, { entry: stopEntry(after, isScored) });
}

async function putBackFlag(undoing: Undoing, action: 'flag.proposed' | 'flag.withdrawn'): Promise<SettledEntries> {
  const { tx, ctx, project, move } = undoing;
  const kept = recorded(Flag, action === 'flag.proposed' ? move.after : move.before);
  const inspection = await inspections.find(tx, kept.districtId, kept.quarter);
  if (action === 'flag.proposed') {
    const before = await flags.load(tx, ctx.reach.districtId, kept.id);
    refuse(whyNotMoveFlag(before, 'withdraw', ctx.actor.role, inspection));
    await flags.remove(tx, before);
    return tell(undoing, { action: 'flag.withdrawn', id: before.id, before, after: { reason: null } }, { flag: null });
  }
  const entry = inspection && (await inspections.entryOf(tx, inspection.id, project.id));
  refuse(whyNotPropose(entry, await flags.find(tx, kept.quarter, project.id), kept));
  await flags.insert(tx, kept);
  return tell(undoing, { action: 'flag.proposed', id: kept.id, after: kept }, { flag: flagEntry(kept) });
}

const Override = z.object({
  ...{ id: idOf('lampOverride'), projectId: idOf('project'), month: Month, lamp: Lamp },
  ...{ reason: z.string(), byName: z.string(), at: Instant, version: z.number().int() },
});

async function putBackLamp(undoing: Undoing): Promise<SettledEntries> {
  const { tx, ctx, project, move } = undoing;
  const { month } = z.object({ month: Month }).parse(move.after);
  const bulletin = await bulletins.ofMonth(tx, ctx.reach.districtId, month);
  refuse(whyNotOverride(bulletin?.state ?? null));
  if (bulletin) await bulletins.sayAnew(tx, bulletin);
  const earlier = move.before === null ? null : Override.parse(move.before);
  const before = earlier ? await lamps.setOverride(tx, earlier) : await lamps.dropOverride(tx, project.id, month);
  return earlier
    ? tell(undoing, { action: 'lamp.overridden', id: earlier.id, before, after: earlier })
    : tell(undoing, { action: 'lamp.overrideWithdrawn', id: project.id, before, after: { projectId: project.id, month } });
}

async function putBackStage(undoing: Undoing): Promise<SettledEntries> {
  const { tx, ctx, project, move } = undoing;
  if (project.standing !== 'active') throw new DomainError('REFUSED', { reason: 'not-active' });
  const { stage, actualStart, actualFinish } = recorded(Project.pick({ stage: true, actualStart: true, actualFinish: true }), move.before);
  const after = await projects.save(tx, ctx.reach, { ...project, stage, actualStart, actualFinish });
  return tell(undoing, { action: 'project.stageMoved', id: after.id, before: project, after });
}
