import { type Day, firstDayOfMonth, lastDayOfMonth, type Month, monthOf } from '../kit/calendar.ts';
import type { Id } from '../kit/ids.ts';
import { type Money, zero } from '../kit/money.ts';
import type { Project, YearPlan } from '../projects/schema.ts';
import type { Change, ChangedField, Described, RowNote } from './changes.ts';
import type { RowDraft } from './drafts.ts';
import type { KnownUnit } from './unit-names.ts';

/** A project on record with its plan of the list's year. */
export type KnownProject = { project: Project; plan: Pick<YearPlan, 'annual' | 'doneBeforeYear'> | null };

/** A project as it will stand. A unit without id is created. */
export type Target = {
  fields: Described;
  unit: { id: Id<'unit'> | null; name: string };
  plan: { annual: Money; doneBeforeYear: Money } | null;
};

/** So much of each text is kept; a longer one is cut, and said to be. */
const limits = { category: 60, location: 120, content: 2000, leaderName: 40 } as const;

/** A project as it will stand once a row is applied. */
export function targetOf(draft: RowDraft, name: string, unit: Target['unit'], found: KnownProject | null, asOf: Day): Target {
  const before = found?.project ?? null;
  const short = (field: keyof typeof limits): string | null => {
    const text = draft[field];
    return text === null ? (before?.[field] ?? null) : [...text].slice(0, limits[field]).join('').trim();
  };
  return {
    fields: {
      code: draft.code ?? before?.code ?? null,
      name,
      kind: draft.kind,
      level: draft.level ?? before?.level ?? 'district',
      track: before?.track ?? 'approval',
      yearClass: draft.yearClass ?? before?.yearClass ?? classOf(draft.stage),
      category: short('category'),
      location: short('location'),
      content: short('content'),
      leaderName: short('leaderName'),
      totalInvestment: draft.totalInvestment ?? before?.totalInvestment ?? zero,
      plannedStart: draft.plannedStart ?? before?.plannedStart ?? null,
      plannedFinish: draft.plannedFinish ?? before?.plannedFinish ?? null,
      // A list of key projects gives planned months; only for a project new to the record they also say when it began.
      actualStart: before && draft.kind === 'key' ? before.actualStart : dayIn(draft.startedIn, before?.actualStart ?? null, 'first', asOf),
      actualFinish: dayIn(draft.finishedIn, before?.actualFinish ?? null, 'last', asOf),
      stage: before?.stage ?? draft.stage,
      standing: before?.standing ?? 'active',
    },
    unit,
    plan: planOf(draft, found?.plan ?? null),
  };
}

function classOf(stage: RowDraft['stage']): Project['yearClass'] {
  return stage === 'completed' ? 'finishing' : stage === 'preparing' ? 'new' : 'continued';
}

/** A list knows the month; a day of that month that is on record says more. No day lies ahead. */
function dayIn(month: Month | null, known: Day | null, edge: 'first' | 'last', asOf: Day): Day | null {
  if (month === null || (known && monthOf(known) === month) || month > monthOf(asOf)) return known;
  const on = edge === 'first' ? firstDayOfMonth(month) : lastDayOfMonth(month);
  return on > asOf ? asOf : on;
}

/** What is done since the start becomes the ground of a first plan; after that the returns know better than a list. */
function planOf(draft: RowDraft, before: KnownProject['plan']): Target['plan'] {
  if (before) return { annual: draft.annual ?? before.annual, doneBeforeYear: draft.doneBeforeYear ?? before.doneBeforeYear };
  const done = draft.doneBeforeYear ?? draft.doneSinceStart;
  return draft.annual === null && done === null ? null : { annual: draft.annual ?? zero, doneBeforeYear: done ?? zero };
}

/** What differs, field by field. */
export function changesBetween({ project, plan }: KnownProject, target: Target, units: readonly KnownUnit[]): Change[] {
  const changes: Change[] = [];
  const note = (field: ChangedField, from: Change['from'], to: Change['to']): void => {
    if (from !== to) changes.push({ field, from, to });
  };
  note('name', project.name, target.fields.name);
  note('code', project.code, target.fields.code);
  if (project.unitId !== target.unit.id) note('unit', units.find((unit) => unit.id === project.unitId)?.name ?? null, target.unit.name);
  for (const field of compared) note(field, project[field], target.fields[field]);
  note('annual', plan?.annual ?? null, target.plan?.annual ?? null);
  note('doneBeforeYear', plan?.doneBeforeYear ?? null, target.plan?.doneBeforeYear ?? null);
  return changes;
}

const compared = [
  'level',
  'yearClass',
  'category',
  'location',
  'content',
  'leaderName',
  'totalInvestment',
  'plannedStart',
  'plannedFinish',
  'actualStart',
  'actualFinish',
] as const satisfies readonly (keyof Described)[];

/** What a person should know of a row besides its changes. */
export function notesOf(draft: RowDraft, found: KnownProject | null): RowNote[] {
  const notes: RowNote[] = [];
  const isCut = Object.entries(limits).some(([field, limit]) => {
    const text = field === 'category' || field === 'location' || field === 'content' || field === 'leaderName' ? draft[field] : null;
    return text !== null && [...text].length > limit;
  });
  if (isCut) notes.push({ code: 'cut' });
  if (draft.units.length > 1) notes.push({ code: 'more-units' });
  if (found?.plan && draft.doneSinceStart !== null && draft.doneSinceStart !== found.plan.doneBeforeYear) notes.push({ code: 'done-kept' });
  return notes;
}
