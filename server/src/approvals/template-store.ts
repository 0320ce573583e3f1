import { z } from 'zod';
import { builtInTemplates } from '#shared/approvals/presets.ts';
import { type StepTemplate, type TemplateKind, TemplateStep } from '#shared/approvals/templates.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';

const Steps = z.array(TemplateStep);

function templateOf(row: Row<'step_template'>): StepTemplate {
  return { ...row, steps: Steps.parse(JSON.parse(row.steps)) };
}

/** The edition in force; null while the district keeps none of its own. */
export async function latest(db: Reader, districtId: Id<'unit'>, kind: TemplateKind): Promise<StepTemplate | null> {
  const row = await db
    .selectFrom('step_template')
    .selectAll()
    .where('districtId', '=', districtId)
    .where('kind', '=', kind)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? templateOf(row) : null;
}

/** All editions of a template without their steps, the latest first. */
export function editions(db: Reader, districtId: Id<'unit'>, kind: TemplateKind) {
  return db
    .selectFrom('step_template')
    .select(['id', 'edition', 'keptAt', 'keptByName'])
    .where('districtId', '=', districtId)
    .where('kind', '=', kind)
    .orderBy('edition', 'desc')
    .execute();
}

/** What a district would use now: its own latest edition, or what is built in as edition 0. */
export async function inForce(db: Reader, districtId: Id<'unit'>, kind: TemplateKind) {
  const kept = await latest(db, districtId, kind);
  return kept ? { edition: kept.edition, steps: kept.steps } : { edition: 0, steps: [...builtInTemplates[kind]] };
}

export async function insert(tx: Tx, template: StepTemplate): Promise<void> {
  await tx
    .insertInto('step_template')
    .values({ ...template, steps: JSON.stringify(template.steps) })
    .execute();
}

/** The number of the edition that a step was made from. */
export async function editionsNamed(db: Reader, ids: readonly Id<'stepTemplate'>[]) {
  if (ids.length === 0) return [];
  return db.selectFrom('step_template').select(['id', 'kind', 'edition']).where('id', 'in', ids).execute();
}
