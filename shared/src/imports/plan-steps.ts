import { rewritten } from '../approvals/course.ts';
import { whyNotChangeStep, whyNotStep } from '../approvals/moves.ts';
import { type ApprovalGroup, type ApprovalStep, untold } from '../approvals/schema.ts';
import { type Day, lastDayOfMonth } from '../kit/calendar.ts';
import { groupBy } from '../kit/collections.ts';
import { assertNever } from '../kit/errors.ts';
import type { Change, RowNote, RowNoteCode } from './changes.ts';
import { unusableFields } from './drafts.ts';
import type { Field, StepKey } from './fields.ts';
import { type FollowedProject, followRows } from './follow-rows.ts';
import { nameKey } from './names.ts';
import { leftOutRow, type PlannedRow, type StepWrite } from './planned.ts';
import type { FollowedReading } from './read.ts';
import type { ApprovalsRow, StepReading } from './rows.ts';
import { stepMeanings } from './steps.ts';

/** What a list of approvals is compared with. */
export type KnownSteps = { projects: readonly FollowedProject[]; steps: readonly ApprovalStep[] };

type Reading = Extract<FollowedReading, { kind: 'approvals' }>;
type Wanted = Pick<ApprovalStep, 'state' | 'acceptedOn' | 'doneOn' | 'tolerantUntil'>;

/** Lists are imported by the office alone. */
const office = { role: 'office' } as const;

/** The part of joint approval that a step new to the record belongs to. */
const groups: Record<StepKey, ApprovalGroup> = {
  lixiang: 'land',
  yudi: 'land',
  guihua1: 'land',
  huanping: 'engineering',
  jieneng: 'engineering',
  shuibao: 'engineering',
  chushe: 'engineering',
  guihua2: 'engineering',
  shigongtu: 'construction',
  shigong: 'construction',
};

const compared = ['state', 'acceptedOn', 'doneOn', 'documentNumber', 'tolerantUntil'] as const;

/** A list of approvals as steps of its projects: entered, or changed by the rules of a step that is edited. */
export function planSteps(reading: Reading, known: KnownSteps, asOf: Day): PlannedRow[] {
  const unusable = unusableFields(reading);
  const byProject = groupBy(known.steps, (step) => step.projectId);
  return followRows(reading.rows, known.projects, (row, project) => {
    const own = byProject.get(project.id) ?? [];
    const bad = unusable.get(`${row.sheet}|${row.row}`) ?? new Set<Field>();
    return planRow(row, project, own, (said) => planStep(said, { project, own, bad, asOf }));
  });
}

type Step = { write: StepWrite | null; note: RowNote | null };

function planRow(
  row: ApprovalsRow,
  project: FollowedProject,
  own: readonly ApprovalStep[],
  planOne: (said: StepReading) => Step,
): PlannedRow {
  const planned = row.steps.map(planOne);
  const steps = planned.flatMap(({ write }) => write ?? []);
  return {
    ...leftOutRow(row, 'refused', { projectId: project.id }),
    leftOut: null,
    verdict: steps.length === 0 ? 'unchanged' : own.length === 0 ? 'new' : 'changed',
    changes: steps.flatMap(changesOf),
    notes: planned.flatMap(({ note }) => note ?? []),
    write: { kind: 'steps', steps },
  };
}

type Facts = { project: FollowedProject; own: readonly ApprovalStep[]; bad: ReadonlySet<Field>; asOf: Day };

function planStep(said: StepReading, { project, own, bad, asOf }: Facts): Step {
  const before = own.find(({ name }) => nameKey(name) === nameKey(said.name)) ?? own.find(({ name }) => means(name, said.step)) ?? null;
  const name = before?.name ?? said.name;
  const note = (code: RowNoteCode): RowNote => ({ code, facts: { step: name } });
  if ([...bad].some((field) => field === `steps.${said.step}` || field.startsWith(`steps.${said.step}.`)))
    return { write: null, note: note('step-unusable') };
  if (said.status === 'unknown') return { write: null, note: note('step-unknown') };
  const { wanted, code } = wantedOf(said, before);
  if (wanted === null) return { write: null, note: code && note(code) };
  const documentNumber = said.docNo === null ? (before?.documentNumber ?? null) : [...said.docNo].slice(0, 60).join('');
  const after = rewritten(before, { ...(before ?? blank(said, project)), ...wanted, documentNumber }, asOf);
  if (before && compared.every((field) => before[field] === after[field])) return { write: null, note: code && note(code) };
  const refusal = before ? whyNotChangeStep(before, after, office, asOf) : whyNotStep(after, asOf);
  if (refusal) return { write: null, note: { code: 'step-refused', facts: { step: name }, refusal } };
  const { id: _id, orderKey: _orderKey, version: _version, ...fields } = { id: null, orderKey: null, version: null, ...after };
  return { write: { before, after: fields }, note: code && note(code) };
}

function blank({ step, name }: StepReading, project: FollowedProject) {
  return {
    ...{ projectId: project.id, name, group: groups[step], agencyUnitId: null, limitDays: null, limitUnit: 'workday' as const },
    ...{ dueOn: null, ...untold },
  };
}

/**
 * Where a cell puts a step. A list that says nothing of it takes nothing back. One that is under way without a date of
 * acceptance stays 未办, because its limit has no day to run from; one that is done without a date is not entered.
 */
function wantedOf(said: StepReading, before: ApprovalStep | null): { wanted: Wanted | null; code: RowNoteCode | null } {
  const acceptedOn = before?.acceptedOn ?? null;
  const promised = said.promiseBy === null ? (before?.tolerantUntil ?? null) : lastDayOfMonth(said.promiseBy);
  const pending: Wanted = { state: 'pending', acceptedOn: null, doneOn: null, tolerantUntil: promised };
  const isFurther = before !== null && before.state !== 'pending' && before.state !== 'exempt';
  const kept = (code: RowNoteCode | null) => ({ wanted: before ? null : pending, code });
  switch (said.status) {
    case 'not_started':
      return kept(null);
    case 'not_needed':
      return { wanted: { state: 'exempt', acceptedOn: null, doneOn: null, tolerantUntil: null }, code: null };
    case 'done': {
      const doneOn = said.date ?? (before?.state === 'done' ? before.doneOn : null);
      if (doneOn === null) return { wanted: null, code: 'step-dateless' };
      const isBefore = acceptedOn !== null && acceptedOn > doneOn;
      return { wanted: { state: 'done', acceptedOn: isBefore ? null : acceptedOn, doneOn, tolerantUntil: promised }, code: null };
    }
    case 'in_progress': {
      if (isFurther) return kept(null);
      if (said.date === null) return kept('step-pending');
      return { wanted: { state: 'accepted', acceptedOn: said.date, doneOn: null, tolerantUntil: promised }, code: null };
    }
    case 'deferred': {
      if (before?.state === 'done') return kept(null);
      const from = said.date ?? acceptedOn;
      if (from !== null && promised !== null)
        return { wanted: { state: 'tolerant', acceptedOn: from, doneOn: null, tolerantUntil: promised }, code: null };
      return isFurther ? kept('step-pending') : { wanted: pending, code: 'step-pending' };
    }
    case 'unknown':
      return { wanted: null, code: 'step-unknown' };
    default:
      return assertNever(said.status);
  }
}

function means(name: string, key: StepKey): boolean {
  return stepMeanings(name)[0]?.field === `steps.${key}`;
}

function changesOf({ before, after }: StepWrite): Change[] {
  return compared.flatMap((field) => {
    const from = before?.[field] ?? null;
    return from === after[field] ? [] : [{ field, of: after.name, from, to: after[field] }];
  });
}
