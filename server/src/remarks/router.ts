import { z } from 'zod';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { whyNotRemoveRemark, whyNotTakeDown } from '#shared/remarks/rules.ts';
import { type Remark, RemoveRemark, TakeDownRemark, WriteRemark } from '#shared/remarks/schema.ts';
import * as events from '../events/store.ts';
import * as agenda from '../meetings/agenda-store.ts';
import * as meetings from '../meetings/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as remarks from './store.ts';

export const remarksRouter = router({
  /** A project's remarks, the newest first. */
  ofProject: inDistrict.input(z.strictObject({ projectId: idOf('project') })).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.projectId);
    return remarks.ofProject(ctx.db, project.id);
  }),

  write: inDistrict.input(WriteRemark).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      const { name } = ctx.actor;
      const remark: Remark = {
        ...{ id: ctx.newId('remark'), districtId: ctx.reach.districtId, projectId: project.id, meetingId: null, agendaItemId: null },
        ...{ leaderName: name, text: input.text, writtenAt: ctx.now, writtenByName: name, version: 1 },
      };
      await remarks.insert(tx, remark);
      await events.append(tx, ctx, { action: 'remark.written', id: remark.id, projectId: project.id, after: remark });
      return remark;
    }),
  ),

  takeDown: inDistrict.input(TakeDownRemark).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      const { week, seriesId, ...fields } = input;
      const meeting = await meetings.read(tx, districtId, { seriesId, week });
      refuse(whyNotTakeDown(meeting));
      const item = input.agendaItemId && (await agenda.load(tx, districtId, input.agendaItemId));
      if (!meeting.id || (item && item.meetingId !== meeting.id)) throw new DomainError('NOT_FOUND', { entity: 'agendaItem' });
      const remark: Remark = {
        ...fields,
        ...{ id: ctx.newId('remark'), districtId, projectId: item ? item.projectId : null, meetingId: meeting.id },
        ...{ writtenAt: ctx.now, writtenByName: ctx.actor.name, version: 1 },
      };
      await remarks.insert(tx, remark);
      await events.append(tx, ctx, { action: 'remark.written', id: remark.id, projectId: remark.projectId, after: remark });
      return remark;
    }),
  ),

  remove: inDistrict.input(RemoveRemark).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await remarks.load(tx, ctx.reach.districtId, input.id);
      refuse(whyNotRemoveRemark(before.meetingId && (await meetings.load(tx, ctx.reach.districtId, before.meetingId))));
      await remarks.remove(tx, input);
      await events.append(tx, ctx, { action: 'remark.removed', id: before.id, projectId: before.projectId, before });
      return { id: before.id };
    }),
  ),
});
