import { DomainError, refuse } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { keyAfter } from '#shared/kit/rank.ts';
import { USUAL_MINUTES, whyNotAddToAgenda, whyNotAsk, whyNotDecline, whyNotRemoveFromAgenda } from '#shared/meetings/agenda.ts';
import {
  AddAllToAgenda,
  AddToAgenda,
  AskForAgenda,
  DeclineRequest,
  MoveAgendaItem,
  type NewItem,
  RemoveAgendaItem,
  SetItemNote,
  UpdateAgendaItem,
} from '#shared/meetings/inputs.ts';
import { whyNotChangeMeeting, whyNotNote } from '#shared/meetings/rules.ts';
import type { AgendaItem, AgendaRequest, Meeting } from '#shared/meetings/schema.ts';
import type { MeetingSeries } from '#shared/meetings/series.ts';
import { seriesFor, seriesNameOf, whyNotPlanIn } from '#shared/meetings/series-rules.ts';
import { weekInHand } from '../cycle/now.ts';
import type { Tx } from '../db/tables.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import * as remarks from '../remarks/store.ts';
import { inDistrict, type Reach, router } from '../trpc.ts';
import * as agenda from './agenda-store.ts';
import * as decisions from './decision-store.ts';
import * as notes from './note-store.ts';
import { otherAgenda } from './other-agenda.ts';
import * as requests from './request-store.ts';
import * as allSeries from './series-store.ts';
import * as meetings from './store.ts';

type Acting = meetings.Acting & { reach: Reach };

type Putting = Pick<AddToAgenda, 'seriesId' | 'week' | 'after' | 'overLimitReason'> & { items: readonly NewItem[] };

/** Puts items behind an item, or behind all, and tells whoever asked for them. The first one puts the meeting on record. */
async function put(tx: Tx, acting: Acting, { seriesId, week, after, overLimitReason, items: wanted }: Putting): Promise<AgendaItem[]> {
  const { districtId } = acting.reach;
  const series = await allSeries.load(tx, districtId, seriesId);
  const named = { seriesId: series.id, week: week ?? (await weekInHand(tx, series, acting.now)) };
  const planned = await meetings.inSeries(tx, series, named.week);
  const items = planned.id ? await agenda.ofMeeting(tx, planned.id) : [];
  const put: AgendaItem[] = [];
  for (const { requestId, ...fields } of wanted) {
    const project = fields.projectId && (await projects.load(tx, acting.reach, fields.projectId));
    if (fields.decisionId) await decisions.load(tx, districtId, fields.decisionId);
    const other = project ? await otherAgenda(tx, project.id, planned) : null;
    refuse(whyNotAddToAgenda(planned, [...items, ...put], { ...fields, overLimitReason }, other));
    const meeting = await meetings.ensureMeeting(tx, acting, districtId, named);
    const item: AgendaItem = {
      id: acting.newId('agendaItem'),
      meetingId: meeting.id,
      projectId: fields.projectId,
      decisionId: fields.decisionId ?? null,
      title: fields.title ?? (project ? project.name : ''),
      reason: fields.reason ?? null,
      minutes: fields.minutes ?? USUAL_MINUTES,
      orderKey: keyAfter([...items, ...put], put.at(-1)?.id ?? after),
      version: 1,
    };
    await agenda.insert(tx, item);
    await events.append(tx, acting, {
      ...{ action: 'agenda.added', id: item.id, projectId: item.projectId },
      after: { ...item, day: meeting.day, seriesName: seriesNameOf(series), overLimitReason: overLimitReason ?? null },
    });
    await takeRequests(tx, acting, item, { series, day: meeting.day }, requestId);
    put.push(item);
  }
  return put;
}

/** An item answers every request that waits for its project; a matter of its own the one that it was made from. */
async function takeRequests(
  tx: Tx,
  acting: Acting,
  item: AgendaItem,
  { series, day }: Pick<Meeting, 'day'> & { series: MeetingSeries },
  requestId: Id<'agendaRequest'> | undefined,
): Promise<void> {
  const waiting = await requests.waiting(tx, series.id);
  if (requestId && !waiting.some(({ id }) => id === requestId)) throw new DomainError('NOT_FOUND', { entity: 'agendaRequest' });
  const answered = waiting.filter((one) => one.id === requestId || (item.projectId !== null && one.projectId === item.projectId));
  for (const { unitName: _unitName, ...before } of answered) {
    const after = await requests.save(tx, { ...before, agendaItemId: item.id });
    const { id, projectId } = after;
    await events.append(tx, acting, {
      ...{ action: 'agendaRequest.taken', id, projectId, before },
      after: { ...after, day, seriesName: seriesNameOf(series) },
    });
  }
}

export const agendaRouter = router({
  add: inDistrict.input(AddToAgenda).mutation(({ ctx, input: { seriesId, week, after, overLimitReason, ...item } }) =>
    ctx.change(async (tx) => {
      const [added] = await put(tx, ctx, { seriesId, week, after, overLimitReason, items: [item] });
      if (!added) throw new DomainError('INTERNAL', { missing: 'agendaItem' });
      return added;
    }),
  ),

  addAll: inDistrict.input(AddAllToAgenda).mutation(({ ctx, input }) => ctx.change((tx) => put(tx, ctx, input))),

  /** The own projects on agendas to come, with what the unit added. */
  own: inDistrict.query(({ ctx }) => notes.comingItems(ctx.db, ctx.reach)),

  note: inDistrict.input(SetItemNote).mutation(({ ctx, input: { id, text, version } }) =>
    ctx.change(async (tx) => {
      const item = await agenda.load(tx, ctx.reach.districtId, id);
      if (!item.projectId) throw new DomainError('NOT_FOUND', { entity: 'agendaItem' });
      await projects.load(tx, ctx.reach, item.projectId);
      refuse(whyNotNote(await meetings.load(tx, ctx.reach.districtId, item.meetingId)));
      const before = await notes.find(tx, id);
      if ((before?.version ?? 0) !== version) throw new DomainError('CONFLICT', { entity: 'itemNote', newer: before });
      const after = text === null ? null : { agendaItemId: id, text, byName: ctx.actor.name, at: ctx.now, version: version + 1 };
      await notes.set(tx, before, after);
      await events.append(tx, ctx, { action: 'agenda.noted', id, projectId: item.projectId, before, after });
      return after;
    }),
  ),

  ask: inDistrict.input(AskForAgenda).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      const project = input.projectId && (await projects.load(tx, ctx.reach, input.projectId));
      const usual = seriesFor(project ? project.kind : null, await allSeries.list(tx, districtId));
      const series = await allSeries.load(tx, districtId, input.seriesId ?? usual?.id);
      refuse(whyNotPlanIn(series));
      const { id: byId, name: byName, unitId, role } = ctx.actor;
      refuse(whyNotAsk(await requests.waiting(tx, series.id), { projectId: input.projectId, unitId }));
      const request: AgendaRequest = {
        ...{
          id: ctx.newId('agendaRequest'),
          districtId,
          ...input,
          seriesId: series.id,
          isLeader: role === 'leader',
          unitId,
          byId,
          byName,
          askedAt: ctx.now,
        },
        ...{ agendaItemId: null, declinedAt: null, declinedReason: null, version: 1 },
      };
      await requests.insert(tx, request);
      await events.append(tx, ctx, {
        ...{ action: 'agendaRequest.made', id: request.id, projectId: request.projectId },
        after: { ...request, seriesName: seriesNameOf(series) },
      });
      return request;
    }),
  ),

  decline: inDistrict.input(DeclineRequest).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await requests.load(tx, ctx.reach.districtId, input.id);
      refuse(whyNotDecline(before));
      const after = await requests.save(tx, { ...before, declinedAt: ctx.now, declinedReason: input.reason, version: input.version });
      const seriesName = seriesNameOf(await allSeries.load(tx, after.districtId, after.seriesId));
      await events.append(tx, ctx, {
        ...{ action: 'agendaRequest.declined', id: after.id, projectId: after.projectId, before },
        after: { ...after, seriesName },
      });
      return after;
    }),
  ),

  move: inDistrict.input(MoveAgendaItem).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await agenda.load(tx, ctx.reach.districtId, input.id);
      refuse(whyNotChangeMeeting(await meetings.load(tx, ctx.reach.districtId, before.meetingId)));
      const items = await agenda.ofMeeting(tx, before.meetingId);
      const after = await agenda.save(tx, { ...before, orderKey: keyAfter(items, input.after, before.id), version: input.version });
      await events.append(tx, ctx, { action: 'agenda.moved', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  update: inDistrict.input(UpdateAgendaItem).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await agenda.load(tx, ctx.reach.districtId, input.id);
      refuse(whyNotChangeMeeting(await meetings.load(tx, ctx.reach.districtId, before.meetingId)));
      const after = await agenda.save(tx, { ...before, ...input });
      await events.append(tx, ctx, { action: 'agenda.updated', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  remove: inDistrict.input(RemoveAgendaItem).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await agenda.load(tx, ctx.reach.districtId, input.id);
      const meeting = await meetings.load(tx, ctx.reach.districtId, before.meetingId);
      const said = [...(await decisions.ofMeeting(tx, meeting.id)), ...(await remarks.ofMeeting(tx, meeting.id))];
      refuse(whyNotRemoveFromAgenda(meeting, before, said));
      if (before.version !== input.version) throw new DomainError('CONFLICT', { entity: 'agendaItem', newer: before });
      await requests.release(tx, before.id);
      await agenda.remove(tx, before);
      await events.append(tx, ctx, { action: 'agenda.removed', id: before.id, projectId: before.projectId, before });
      return before;
    }),
  ),
});
