import type { Instant, Month } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { LampExemption } from '#shared/lamps/exemption.ts';
import type { Rates } from '#shared/lamps/metrics.ts';
import { tuijinDefault } from '#shared/lamps/presets/tuijin-default.ts';
import { RuleSet } from '#shared/lamps/schema.ts';
import type { NewRow, Reader, Row, Tx } from '../db/tables.ts';
import { visible } from '../projects/store.ts';
import type { Reach } from '../trpc.ts';

/** The rule set that a district rates its projects by; the house set until it has chosen one. */
export async function ruleSetOf(db: Reader, districtId: Id<'unit'>): Promise<RuleSet> {
  return (await inForce(db, districtId, 'project'))?.ruleSet ?? tuijinDefault;
}

/** The sets that rate units and months' tasks, where the district has chosen any. */
export async function otherRuleSets(db: Reader, districtId: Id<'unit'>): Promise<RuleSet[]> {
  const found = [await inForce(db, districtId, 'unit'), await inForce(db, districtId, 'task')];
  return found.flatMap((one) => (one ? [one.ruleSet] : []));
}

/** The set that was adopted last to rate projects, units or tasks, unless it was given up. */
export async function inForce(db: Reader, districtId: Id<'unit'>, rates: Rates) {
  const [row] = await adoptions(db, districtId).where('rates', '=', rates).limit(1).execute();
  return row && row.retiredAt === null ? adoptionOf(row) : null;
}

/** Every set that a district has adopted, the latest first. */
export async function history(db: Reader, districtId: Id<'unit'>) {
  return (await adoptions(db, districtId).limit(100).execute()).map(adoptionOf);
}

function adoptions(db: Reader, districtId: Id<'unit'>) {
  return db.selectFrom('rule_set').selectAll().where('districtId', '=', districtId).orderBy('adoptedAt', 'desc').orderBy('id', 'desc');
}

function adoptionOf({ id, body, adoptedAt, byName, retiredAt }: Row<'rule_set'>) {
  return { id, adoptedAt, byName, retiredAt, ruleSet: RuleSet.parse(JSON.parse(body)) };
}

/** Adopts a rule set from now on; the earlier ones stay, for the months they rated. */
export async function adopt(tx: Tx, row: Pick<NewRow<'rule_set'>, 'id' | 'districtId' | 'adoptedAt' | 'byName'>, ruleSet: RuleSet) {
  await tx
    .insertInto('rule_set')
    .values({ ...row, body: JSON.stringify(ruleSet), rates: ruleSet.rates, retiredAt: null })
    .execute();
}

/** Gives a set up: what it rated is rated no more. */
export async function retire(tx: Tx, id: Id<'ruleSet'>, now: Instant): Promise<void> {
  await tx.updateTable('rule_set').set({ retiredAt: now }).where('id', '=', id).execute();
}

/** The exemptions that hold, of a district's projects. */
export function exemptions(db: Reader, districtId: Id<'unit'>, projectIds: Id<'project'>[] | null) {
  let query = db
    .selectFrom('lamp_exemption')
    .innerJoin('project', 'project.id', 'lamp_exemption.projectId')
    .selectAll('lamp_exemption')
    .where('project.districtId', '=', districtId)
    .where('lamp_exemption.withdrawnAt', 'is', null)
    .orderBy('lamp_exemption.at');
  if (projectIds) query = query.where('lamp_exemption.projectId', 'in', projectIds);
  return query.execute();
}

/** All that were ever recorded for a project, the latest first. */
export function exemptionsOf(db: Reader, projectId: Id<'project'>): Promise<LampExemption[]> {
  return db.selectFrom('lamp_exemption').selectAll().where('projectId', '=', projectId).orderBy('at', 'desc').execute();
}

/** One exemption; what lies outside the asker's reach is not found. */
export async function loadExemption(db: Reader, reach: Reach, id: Id<'lampExemption'>): Promise<LampExemption> {
  const row = await visible(db, reach)
    .innerJoin('lamp_exemption', 'lamp_exemption.projectId', 'project.id')
    .selectAll('lamp_exemption')
    .where('lamp_exemption.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'lampExemption' });
  return row;
}

export async function insertExemption(tx: Tx, exemption: LampExemption): Promise<void> {
  await tx.insertInto('lamp_exemption').values(exemption).execute();
}

/** Marks an exemption as withdrawn, against the version it was read at. */
export async function saveExemption(tx: Tx, reach: Reach, exemption: LampExemption): Promise<LampExemption> {
  const { id, version, withdrawnAt, withdrawnBy } = exemption;
  const row = await tx
    .updateTable('lamp_exemption')
    .set({ withdrawnAt, withdrawnBy, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'lampExemption', newer: await loadExemption(tx, reach, id) });
  return row;
}

/** The lamps that the office has set by hand for a month. */
export function overrides(db: Reader, districtId: Id<'unit'>, month: Month, projectIds: Id<'project'>[] | null) {
  let query = db
    .selectFrom('lamp_override')
    .innerJoin('project', 'project.id', 'lamp_override.projectId')
    .selectAll('lamp_override')
    .where('project.districtId', '=', districtId)
    .where('lamp_override.month', '=', month);
  if (projectIds) query = query.where('lamp_override.projectId', 'in', projectIds);
  return query.execute();
}

/** Sets a lamp by hand, over an earlier one of the same month; answers that one. */
export async function setOverride(tx: Tx, row: NewRow<'lamp_override'>): Promise<Row<'lamp_override'> | null> {
  const before = await dropOverride(tx, row.projectId, row.month);
  await tx.insertInto('lamp_override').values(row).execute();
  return before;
}

/** Gives the rule its own word again; answers what there was to withdraw. */
export async function dropOverride(tx: Tx, projectId: Id<'project'>, month: Month): Promise<Row<'lamp_override'> | null> {
  const row = await tx
    .deleteFrom('lamp_override')
    .where('projectId', '=', projectId)
    .where('month', '=', month)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}
