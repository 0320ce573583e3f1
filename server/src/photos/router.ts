import { AddAttachment } from '#shared/attachments/schema.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { whyNotPicture } from '#shared/photos/picture.ts';
import { whyNotAddPhoto } from '#shared/photos/rules.ts';
import { AddPhoto, type Photo, PhotosOf } from '#shared/photos/schema.ts';
import * as attachments from '../attachments/store.ts';
import { cycleNow } from '../cycle/now.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import { bytesOf } from '../files/folder.ts';
import * as files from '../files/store.ts';
import * as projects from '../projects/store.ts';
import * as submissions from '../submissions/store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as visits from '../visits/store.ts';
import * as photos from './store.ts';

export const photosRouter = router({
  /** The photos of a project's week or of a visit, each with where else the same one hangs. */
  list: inDistrict.input(PhotosOf).query(async ({ ctx, input }) => {
    const project = await projects.load(ctx.db, ctx.reach, input.projectId);
    if (input.visitId) await visits.load(ctx.db, ctx.reach, input.visitId);
    const found = await photos.list(ctx.db, { ...input, projectId: project.id });
    const elsewhere = await photos.usedElsewhere(ctx.db, ctx.reach, found);
    return found.map((photo) => ({
      ...photo,
      alsoAt: elsewhere
        .filter((other) => other.attachmentId !== photo.attachmentId && isSame(other, photo))
        .map(({ projectId, projectName, week, visitId, addedAt, addedBy }) => ({
          projectId,
          projectName,
          week,
          visitId,
          addedAt,
          addedBy,
        })),
    }));
  }),

  /** Hangs a picture on a week's return or on a visit. What was sent before under the same key is not hung twice. */
  add: inDistrict.input(AddPhoto).mutation(async ({ ctx, input }) => {
    const { key, week, visitId, takenAt, latitude, longitude, originalSha256, ...given } = input;
    const earlier = key ? await submissions.find(ctx.db, ctx.actor.id, key) : null;
    if (earlier !== null) return { id: idOf('attachment').parse(earlier) };
    await projects.load(ctx.db, ctx.reach, input.projectId);
    const { week: openWeek } = await cycleNow(ctx.db, await districts.load(ctx.db, ctx.reach.districtId), ctx.now);
    // Read before the change begins: inside, nothing but the database is waited for.
    const sent = await files.load(ctx.db, input.fileId);
    if (sent.receivedBy !== ctx.actor.id) throw new DomainError('NOT_FOUND', { entity: 'file' });
    refuse(whyNotAddPhoto(input, { actor: ctx.actor, openWeek }));
    refuse(whyNotPicture(await bytesOf(ctx.services.files, sent.sha256)));
    return ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      if (visitId && (await visits.load(tx, ctx.reach, visitId)).projectId !== project.id)
        throw new DomainError('NOT_FOUND', { entity: 'siteVisit' });
      const file = await files.bindOwn(tx, ctx.actor.id, sent.id, ctx.now);
      const hung = AddAttachment.parse({ ...given, kind: 'photo' });
      const attachment = { ...hung, id: ctx.newId('attachment'), addedAt: ctx.now, addedBy: ctx.actor.name, version: 1 };
      await attachments.insert(tx, attachment);
      const { id } = attachment;
      const photo: Photo = { attachmentId: id, week, visitId, takenAt, latitude, longitude, sha256: file.sha256, originalSha256 };
      await photos.insert(tx, photo);
      if (key) await submissions.note(tx, { key, accountId: ctx.actor.id, entityId: id, at: ctx.now });
      const after = { ...attachment, ...photo, name: file.name };
      await events.append(tx, ctx, { action: 'attachment.added', id, projectId: project.id, after });
      return { id };
    });
  }),
});

function isSame(a: Pick<Photo, 'sha256' | 'originalSha256'>, b: typeof a): boolean {
  return a.sha256 === b.sha256 || (a.originalSha256 !== null && a.originalSha256 === b.originalSha256);
}
