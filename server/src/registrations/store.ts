import { z } from 'zod';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import { noFacts } from '#shared/registrations/rules.ts';
import { type Registration, RegistrationFacts, RegistrationPaper } from '#shared/registrations/schema.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

const Papers = z.array(RegistrationPaper);

function registrationOf({ papers, facts, ...row }: Row<'registration'>): Registration {
  return {
    ...row,
    papers: papers === null ? [] : Papers.parse(JSON.parse(papers)),
    facts: facts === null ? noFacts : RegistrationFacts.parse(JSON.parse(facts)),
  };
}

function rowOf<Fields extends Pick<Registration, 'papers' | 'facts'>>({ papers, facts, ...row }: Fields) {
  return { ...row, papers: JSON.stringify(papers), facts: JSON.stringify(facts) };
}

/** A project's registration; null where nothing is on record. */
export async function find(db: Reader, projectId: Id<'project'>): Promise<Registration | null> {
  const row = await db.selectFrom('registration').selectAll().where('projectId', '=', projectId).executeTakeFirst();
  return row ? registrationOf(row) : null;
}

/** The registrations of a district's projects, or of some of them. */
export async function ofDistrict(db: Reader, districtId: Id<'unit'>, only: Id<'project'>[] | null): Promise<Registration[]> {
  const rows = db
    .selectFrom('registration')
    .innerJoin('project', 'project.id', 'registration.projectId')
    .selectAll('registration')
    .where('project.districtId', '=', districtId);
  return (await (only ? rows.where('registration.projectId', 'in', only) : rows).execute()).map(registrationOf);
}

export async function insert(tx: Tx, registration: Registration): Promise<void> {
  await tx.insertInto('registration').values(rowOf(registration)).execute();
}

export async function save(tx: Tx, registration: Registration): Promise<Registration> {
  const { id, projectId, version, ...fields } = registration;
  const row = await tx
    .updateTable('registration')
    .set({ ...rowOf(fields), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'registration', newer: await find(tx, projectId) });
  return registrationOf(row);
}
