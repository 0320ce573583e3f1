import type { Attachment } from '#shared/attachments/schema.ts';
import { pictureTypes } from '#shared/files/types.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Tx } from '../db/tables.ts';
import { visible } from '../projects/store.ts';
import type { Reach } from '../trpc.ts';

/** A project's attachments with what their files are, the newest first. */
export function ofProject(db: Reader, projectId: Id<'project'>) {
  return db
    .selectFrom('attachment')
    .innerJoin('file', 'file.id', 'attachment.fileId')
    .selectAll('attachment')
    .select(['file.name as fileName', 'file.size', 'file.mediaType'])
    .where('attachment.projectId', '=', projectId)
    .orderBy('attachment.addedAt', 'desc')
    .orderBy('attachment.id', 'desc')
    .execute();
}

/** The pictures that hang on projects, the newest first. */
export function picturesOf(db: Reader, projectIds: readonly Id<'project'>[]) {
  return db
    .selectFrom('attachment')
    .innerJoin('file', 'file.id', 'attachment.fileId')
    .select(['attachment.id', 'attachment.projectId', 'attachment.title', 'attachment.addedAt'])
    .where('attachment.projectId', 'in', projectIds)
    .where('attachment.kind', '=', 'photo')
    .where('file.mediaType', 'in', pictureTypes)
    .orderBy('attachment.addedAt', 'desc')
    .orderBy('attachment.id', 'desc')
    .execute();
}

/** One attachment; what hangs on a project outside the asker's reach is not found. */
export async function load(db: Reader, reach: Reach, id: Id<'attachment'>): Promise<Attachment> {
  const row = await visible(db, reach)
    .innerJoin('attachment', 'attachment.projectId', 'project.id')
    .selectAll('attachment')
    .where('attachment.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'attachment' });
  return row;
}

export async function insert(tx: Tx, attachment: Attachment): Promise<void> {
  await tx.insertInto('attachment').values(attachment).execute();
}

export async function save(tx: Tx, reach: Reach, attachment: Attachment): Promise<Attachment> {
  const { id, title, kind, version } = attachment;
  const row = await tx
    .updateTable('attachment')
    .set({ title, kind, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'attachment', newer: await load(tx, reach, id) });
  return row;
}

export async function remove(tx: Tx, reach: Reach, { id, version }: Pick<Attachment, 'id' | 'version'>): Promise<void> {
  const row = await tx.deleteFrom('attachment').where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'attachment', newer: await load(tx, reach, id) });
}
