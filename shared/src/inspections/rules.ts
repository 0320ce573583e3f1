import type { Role } from '../accounts/schema.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Project } from '../projects/schema.ts';
import type { Criterion, Entry, Group, Inspection, InspectionState, PlanInspection, Scoresheet } from './schema.ts';
import type { Marks } from './score.ts';

/** What is done to an inspection as a whole. */
export type InspectionAct = 'open' | 'close';

/** The whole state machine: 筹备 → 打分中 → 已结束. */
export const inspectionMoves = {
  open: { from: 'planned', to: 'open' },
  close: { from: 'open', to: 'closed' },
} as const satisfies Record<InspectionAct, { from: InspectionState; to: InspectionState }>;

/** What the rules ask of an inspection. */
type Stated = Pick<Inspection, 'state'>;

function whyNotNow(inspection: Stated, act: InspectionAct): Refusal<'inspection-not-in-state'> | null {
  const { from } = inspectionMoves[act];
  return inspection.state === from
    ? null
    : {
        reason: 'inspection-not-in-state',
        state: inspection.state,
        needs: from,
      };
}

/** Why scoring cannot begin: nobody would know where to go. */
export function whyNotOpen(inspection: Stated, stops: number): Refusal<'inspection-not-in-state' | 'no-stops'> | null {
  return whyNotNow(inspection, 'open') ?? (stops === 0 ? { reason: 'no-stops' } : null);
}

/** Why scoring cannot end: there would be nothing to rank. */
export function whyNotClose(inspection: Stated, sheets: number): Refusal<'inspection-not-in-state' | 'no-scoresheets'> | null {
  return whyNotNow(inspection, 'close') ?? (sheets === 0 ? { reason: 'no-scoresheets' } : null);
}

/** The inspection after it was opened or closed. */
export function moved(inspection: Inspection, act: InspectionAct, now: NonNullable<Inspection['closedAt']>): Inspection {
  return {
    ...inspection,
    state: inspectionMoves[act].to,
    closedAt: act === 'close' ? now : null,
  };
}

/** Why a list of criteria makes no scoresheet: its weights are the hundred points that everybody compares. */
export function whyNotCriteria(criteria: readonly Criterion[]): Refusal<'weights-not-100' | 'criteria-twice'> | null {
  if (new Set(criteria.map((one) => one.id)).size < criteria.length) return { reason: 'criteria-twice' };
  const total = criteria.reduce((sum, one) => sum + one.weight, 0);
  return total === 100 ? null : { reason: 'weights-not-100', total };
}

/** Why groups cannot be set so: a group that entries stand in may be renamed, not taken away. */
export function whyNotGroups(groups: readonly Group[], used: readonly Group['id'][]): Refusal<'groups-twice' | 'group-in-use'> | null {
  if (new Set(groups.map((one) => one.id)).size < groups.length) return { reason: 'groups-twice' };
  const missing = used.find((id) => !groups.some((one) => one.id === id));
  return missing === undefined ? null : { reason: 'group-in-use', groupId: missing };
}

/** Why the plan cannot be changed so. Once scoring is open the sheet stands: inspectors are marking by it. */
export function whyNotPlan(
  inspection: Pick<Inspection, 'state' | 'criteria'>,
  plan: Pick<PlanInspection, 'criteria' | 'groups'>,
  usedGroups: readonly Group['id'][],
): Refusal<'inspection-closed' | 'criteria-in-use' | 'weights-not-100' | 'criteria-twice' | 'groups-twice' | 'group-in-use'> | null {
  if (inspection.state === 'closed') return { reason: 'inspection-closed' };
  if (inspection.state === 'open' && JSON.stringify(inspection.criteria) !== JSON.stringify(plan.criteria))
    return { reason: 'criteria-in-use' };
  return whyNotCriteria(plan.criteria) ?? whyNotGroups(plan.groups, usedGroups);
}

/** Why a project cannot be put on the route, or be rated beside it. `existing` is its entry, where it has one. */
export function whyNotAddStop(
  inspection: Stated,
  project: Pick<Project, 'standing'>,
  existing: Pick<Entry, 'routeKey'> | null,
): Refusal<'inspection-closed' | 'project-withdrawn' | 'already-a-stop'> | null {
  if (inspection.state === 'closed') return { reason: 'inspection-closed' };
  if (project.standing === 'withdrawn') return { reason: 'project-withdrawn' };
  return existing?.routeKey ? { reason: 'already-a-stop' } : null;
}

/** Why an entry cannot be moved along the route or into another group. */
export function whyNotMoveEntry(inspection: Stated): Refusal<'inspection-closed'> | null {
  return inspection.state === 'closed' ? { reason: 'inspection-closed' } : null;
}

/** Why an entry cannot stand in a group. */
export function whyNotGroup(
  inspection: Pick<Inspection, 'state' | 'groups'>,
  groupId: Group['id'],
): Refusal<'inspection-closed' | 'group-unknown'> | null {
  return whyNotMoveEntry(inspection) ?? (inspection.groups.some((one) => one.id === groupId) ? null : { reason: 'group-unknown', groupId });
}

/** Why an entry cannot be withdrawn: marks given and flags proposed would lose what they stand on. */
export function whyNotRemoveStop(
  inspection: Stated,
  holds: { sheets: number; isFlagged: boolean },
): Refusal<'inspection-closed' | 'entry-scored' | 'entry-flagged'> | null {
  if (inspection.state === 'closed') return { reason: 'inspection-closed' };
  if (holds.sheets > 0) return { reason: 'entry-scored', sheets: holds.sheets };
  return holds.isFlagged ? { reason: 'entry-flagged' } : null;
}

/** Why marks are no complete scoresheet: each criterion needs a mark between nothing and its weight. */
export function whyNotMarks(
  criteria: readonly Criterion[],
  marks: Marks,
): Refusal<'mark-missing' | 'mark-over-weight' | 'mark-unknown'> | null {
  for (const criterion of criteria) {
    const mark = marks[criterion.id];
    if (mark === undefined) return { reason: 'mark-missing', criterion: criterion.name };
    if (mark > criterion.weight * 10 || mark < 0)
      return {
        reason: 'mark-over-weight',
        criterion: criterion.name,
        weight: criterion.weight,
      };
  }
  const unknown = Object.keys(marks).find((id) => !criteria.some((one) => one.id === id));
  return unknown === undefined ? null : { reason: 'mark-unknown', criterion: unknown };
}

/** Why an inspector cannot hand in these marks: only while scoring is open, and only a sheet of their own. */
export function whyNotScore(
  inspection: Pick<Inspection, 'state' | 'criteria'>,
  inspector: { id: string; role: Role },
  marks: Marks,
  sheet: Pick<Scoresheet, 'inspectorId'> | null,
): Refusal<'inspection-not-open' | 'sheet-not-own' | 'mark-missing' | 'mark-over-weight' | 'mark-unknown'> | null {
  if (inspection.state !== 'open') return { reason: 'inspection-not-open', state: inspection.state };
  if (inspector.role !== 'inspector' || (sheet && sheet.inspectorId !== inspector.id)) return { reason: 'sheet-not-own' };
  return whyNotMarks(inspection.criteria, marks);
}

/** Why somebody cannot read the results yet: those who are rated see them when the scoring has ended. */
export function whyNotReadResults(inspection: Stated, role: Role): Refusal<'results-not-out'> | null {
  return role === 'officer' && inspection.state !== 'closed' ? { reason: 'results-not-out' } : null;
}
