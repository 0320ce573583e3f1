import type { Instant, Month } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { tuijinDefault } from '#shared/lamps/presets/tuijin-default.ts';
import { RuleSet } from '#shared/lamps/schema.ts';
import type { NewRow, Reader, Row, Tx } from '../db/tables.ts';

/** The rule set that a district rates by; the house set until it has chosen one. */
export async function ruleSetOf(db: Reader, districtId: Id<'unit'>): Promise<RuleSet> {
  const row = await db
    .selectFrom('rule_set')
    .select('body')
    .where('districtId', '=', districtId)
    .orderBy('adoptedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? RuleSet.parse(JSON.parse(row.body)) : tuijinDefault;
}

/** Adopts a rule set from now on; the earlier ones stay, for the months they rated. */
export async function adopt(tx: Tx, id: Id<'ruleSet'>, districtId: Id<'unit'>, ruleSet: RuleSet, now: Instant): Promise<void> {
  await tx
    .insertInto('rule_set')
    .values({ id, districtId, body: JSON.stringify(ruleSet), adoptedAt: now })
    .execute();
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
