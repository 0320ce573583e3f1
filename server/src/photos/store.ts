import type { Id } from '#shared/kit/ids.ts';
import type { Photo, PhotosOf } from '#shared/photos/schema.ts';
import type { Reader, Tx } from '../db/tables.ts';
import { visible } from '../projects/store.ts';
import type { Reach } from '../trpc.ts';

export async function insert(tx: Tx, photo: Photo): Promise<void> {
  await tx.insertInto('photo').values(photo).execute();
}

/** The photos of a project's week or of a visit, in the order in which they were taken and then added. */
export function list(db: Reader, { projectId, week, visitId }: PhotosOf) {
  let query = db
    .selectFrom('photo')
    .innerJoin('attachment', 'attachment.id', 'photo.attachmentId')
    .innerJoin('file', 'file.id', 'attachment.fileId')
    .selectAll('photo')
    .select(['attachment.title', 'attachment.addedAt', 'attachment.addedBy', 'attachment.version', 'file.size'])
    .where('attachment.projectId', '=', projectId)
    .orderBy('photo.takenAt')
    .orderBy('attachment.id');
  if (week !== null) query = query.where('photo.week', '=', week);
  if (visitId !== null) query = query.where('photo.visitId', '=', visitId);
  return query.execute();
}

/**
 * Where else in the district photos with these hashes hang, be it the very file or another copy of what the camera made.
 * The name of a project is told only within reach: elsewhere it is another unit's.
 */
export async function usedElsewhere(
  db: Reader,
  reach: Reach,
  photos: readonly Pick<Photo, 'attachmentId' | 'sha256' | 'originalSha256'>[],
) {
  if (photos.length === 0) return [];
  const originals = photos.flatMap((photo) => photo.originalSha256 ?? []);
  const found = await db
    .selectFrom('photo')
    .innerJoin('attachment', 'attachment.id', 'photo.attachmentId')
    .innerJoin('project', 'project.id', 'attachment.projectId')
    .selectAll('photo')
    .select(['attachment.projectId', 'attachment.addedAt', 'attachment.addedBy', 'project.name as projectName'])
    .where('project.districtId', '=', reach.districtId)
    .where((where) => {
      const hashes = photos.map((photo) => photo.sha256);
      const same = where('photo.sha256', 'in', hashes);
      return originals.length > 0 ? where.or([same, where('photo.originalSha256', 'in', originals)]) : same;
    })
    .orderBy('attachment.addedAt')
    .orderBy('attachment.id')
    .execute();
  const ids = [...new Set(found.map((row) => row.projectId))];
  const near = ids.length === 0 ? [] : await visible(db, reach).select('project.id').where('project.id', 'in', ids).execute();
  const within = new Set(near.map((row) => row.id));
  return found.map(({ projectName, addedBy, ...row }) => {
    const isNear = within.has(row.projectId);
    return { ...row, projectName: isNear ? projectName : null, addedBy: isNear ? addedBy : null };
  });
}

/** What was known of an attachment goes with it. */
export async function removeOf(tx: Tx, attachmentId: Id<'attachment'>): Promise<void> {
  await tx.deleteFrom('photo').where('attachmentId', '=', attachmentId).execute();
}
