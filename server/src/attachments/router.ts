import { AddAttachment, RemoveAttachment, RenameAttachment } from '#shared/attachments/schema.ts';
import * as events from '../events/store.ts';
import * as files from '../files/store.ts';
import * as photos from '../photos/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as attachments from './store.ts';

export const attachmentsRouter = router({
  /** Hangs a file on a project; only who sent the file can do it. */
  add: inDistrict.input(AddAttachment).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      const { name, sha256 } = await files.bindOwn(tx, ctx.actor.id, input.fileId, ctx.now);
      const attachment = { ...input, id: ctx.newId('attachment'), addedAt: ctx.now, addedBy: ctx.actor.name, version: 1 };
      await attachments.insert(tx, attachment);
      const after = { ...attachment, name, sha256 };
      await events.append(tx, ctx, { action: 'attachment.added', id: attachment.id, projectId: project.id, after });
      return attachment;
    }),
  ),

  rename: inDistrict.input(RenameAttachment).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await attachments.load(tx, ctx.reach, input.id);
      const after = await attachments.save(tx, ctx.reach, { ...before, ...input });
      await events.append(tx, ctx, { action: 'attachment.renamed', id: after.id, projectId: after.projectId, before, after });
      return after;
    }),
  ),

  /** The bytes stay in the store under their hash, which the log keeps. */
  remove: inDistrict.input(RemoveAttachment).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const before = await attachments.load(tx, ctx.reach, input.id);
      const { name, sha256 } = await files.load(tx, before.fileId);
      await photos.removeOf(tx, before.id);
      await attachments.remove(tx, ctx.reach, input);
      const { id, projectId } = before;
      await events.append(tx, ctx, { action: 'attachment.removed', id, projectId, before: { ...before, name, sha256 } });
      return { id };
    }),
  ),
});
