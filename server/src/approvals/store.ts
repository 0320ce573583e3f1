import { ApprovalGroup, ApprovalState, type ApprovalStep, LimitUnit } from '#shared/approvals/schema.ts';
import { DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader, Row, Tx } from '../db/tables.ts';
import { visible } from '../projects/store.ts';
import type { Reach } from '../trpc.ts';

function stepOf(row: Row<'approval_step'>): ApprovalStep {
  const { stageGroup, state, limitUnit, ...step } = row;
  return { ...step, group: ApprovalGroup.parse(stageGroup), state: ApprovalState.parse(state), limitUnit: LimitUnit.parse(limitUnit) };
}

/** The steps of the projects given, or of a whole district, in their order. */
export async function list(db: Reader, districtId: Id<'unit'>, projectIds: Id<'project'>[] | null): Promise<ApprovalStep[]> {
  let query = db
    .selectFrom('approval_step')
    .innerJoin('project', 'project.id', 'approval_step.projectId')
    .selectAll('approval_step')
    .where('project.districtId', '=', districtId)
    .orderBy('approval_step.projectId')
    .orderBy('approval_step.orderKey');
  if (projectIds) query = query.where('approval_step.projectId', 'in', projectIds);
  return (await query.execute()).map(stepOf);
}

export async function insert(tx: Tx, step: ApprovalStep): Promise<void> {
  const { group, ...row } = step;
  await tx
    .insertInto('approval_step')
    .values({ ...row, stageGroup: group })
    .execute();
}

/** One step; what lies outside the asker's reach is not found. */
export async function load(db: Reader, reach: Reach, id: Id<'approvalStep'>): Promise<ApprovalStep> {
  const row = await visible(db, reach)
    .innerJoin('approval_step', 'approval_step.projectId', 'project.id')
    .selectAll('approval_step')
    .where('approval_step.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('NOT_FOUND', { entity: 'step' });
  return stepOf(row);
}

export async function save(tx: Tx, reach: Reach, step: ApprovalStep): Promise<ApprovalStep> {
  const { id, projectId: _project, version, group, ...fields } = step;
  const row = await tx
    .updateTable('approval_step')
    .set({ ...fields, stageGroup: group, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new DomainError('CONFLICT', { entity: 'step', newer: await load(tx, reach, id) });
  return stepOf(row);
}
