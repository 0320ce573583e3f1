import { z } from 'zod';
import { WordEdit } from '#shared/documents/edits.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { type Id, idOf } from '#shared/kit/ids.ts';
import { type Report, ReportSubject } from '#shared/reports/schema.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

function reportOf({ about, projectId, title, projectIds, toUnits, edits, ...row }: Row<'report'>): Report {
  const chosen = projectIds === null ? [] : z.array(idOf('project')).parse(JSON.parse(projectIds));
  const subject = ReportSubject.parse(
    about === 'project' ? { about, projectId } : about === 'theme' ? { about, title, projectIds: chosen } : { about },
  );
  return { ...row, subject, toUnits: toUnits === 1, edits: z.array(WordEdit).parse(JSON.parse(edits)) };
}

function rowOf({ subject, toUnits, edits, ...report }: Report): Row<'report'> {
  return {
    ...report,
    about: subject.about,
    projectId: subject.about === 'project' ? subject.projectId : null,
    title: subject.about === 'theme' ? subject.title : null,
    projectIds: subject.about === 'theme' ? JSON.stringify(subject.projectIds) : null,
    toUnits: toUnits ? 1 : 0,
    edits: JSON.stringify(edits),
  };
}

/** The reports of a district in one state, the latest first. */
export async function list(db: Reader, districtId: Id<'unit'>, state: Report['state'], limit: number): Promise<Report[]> {
  const rows = await db
    .selectFrom('report')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('state', '=', state)
    .orderBy(state === 'issued' ? 'issuedAt' : 'draftedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(reportOf);
}

export async function load(db: Reader, districtId: Id<'unit'>, id: Id<'report'>): Promise<Report> {
  const row = await db.selectFrom('report').selectAll().where('districtId', '=', districtId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'report' });
  return reportOf(row);
}

/** The draft in hand on the same project, or on reconstruction; a theme is begun anew each time. */
export async function inHand(db: Reader, districtId: Id<'unit'>, subject: ReportSubject): Promise<Report | null> {
  if (subject.about === 'theme') return null;
  const drafts = db.selectFrom('report').selectAll().where('districtId', '=', districtId).where('state', '=', 'drafting');
  const row =
    subject.about === 'project'
      ? await drafts.where('projectId', '=', subject.projectId).executeTakeFirst()
      : await drafts.where('about', '=', 'reconstruction').executeTakeFirst();
  return row ? reportOf(row) : null;
}

export async function insert(tx: Tx, report: Report): Promise<void> {
  await tx.insertInto('report').values(rowOf(report)).execute();
}

/** Saves a report against the version it was made from. */
export async function save(tx: Tx, report: Report): Promise<Report> {
  const { id, districtId, version, ...fields } = rowOf(report);
  const row = await tx
    .updateTable('report')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'report', newer: await load(tx, districtId, id) });
  return reportOf(row);
}

export async function remove(tx: Tx, { id, districtId, version }: Report): Promise<void> {
  const row = await tx.deleteFrom('report').where('id', '=', id).where('version', '=', version).returning('id').executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'report', newer: await load(tx, districtId, id) });
}
