import { DomainError, refuse } from '#shared/kit/errors.ts';
import { keyAfter } from '#shared/kit/rank.ts';
import { USUAL_MINUTES, whyNotAddToAgenda, whyNotRemoveFromAgenda } from '#shared/meetings/agenda.ts';
import { AddToAgenda, MoveAgendaItem, RemoveAgendaItem, UpdateAgendaItem } from '#shared/meetings/inputs.ts';
import { whyNotChangeMeeting } from '#shared/meetings/rules.ts';
import type { AgendaItem } from '#shared/meetings/schema.ts';
import { cycleNow } from '../cycle/now.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import * as remarks from '../remarks/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as agenda from './agenda-store.ts';
import * as decisions from './decision-store.ts';
import * as meetings from './store.ts';

export const agendaRouter = router({
  add: inDistrict.input(AddToAgenda).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const district = await districts.load(tx, ctx.reach.districtId);
      const week = input.week ?? (await cycleNow(tx, district, ctx.now)).week;
      const project = input.projectId && (await projects.load(tx, ctx.reach, input.projectId));
      const planned = await meetings.read(tx, district, week);
      const items = planned.id ? await agenda.ofMeeting(tx, planned.id) : [];
      refuse(whyNotAddToAgenda(planned, items, input));
      const meeting = await meetings.ensureMeeting(tx, ctx, district, week);
      const item: AgendaItem = {
        id: ctx.newId('agendaItem'),
        meetingId: meeting.id,
        projectId: input.projectId,
        title: input.title ?? (project ? project.name : ''),
        reason: input.reason ?? null,
        minutes: input.minutes ?? USUAL_MINUTES,
        orderKey: keyAfter(items, input.after),
        version: 1,
      };
      await agenda.insert(tx, item);
      const after = { ...item, overLimitReason: input.overLimitReason ?? null };
      await events.append(tx, ctx, { action: 'agenda.added', id: item.id, projectId: item.projectId, after });
      return item;
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
      await agenda.remove(tx, before);
      await events.append(tx, ctx, { action: 'agenda.removed', id: before.id, projectId: before.projectId, before });
      return before;
    }),
  ),
});
