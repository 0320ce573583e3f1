import { Day } from '#shared/kit/calendar.ts';
import { formatWan, type Money } from '#shared/kit/money.ts';
import { UpdateProject } from '#shared/projects/changes.ts';
import { CreateProject, type Project } from '#shared/projects/schema.ts';
import { readMoney } from '../kit/money.ts';

const texts = [
  'name',
  'code',
  'kind',
  'level',
  'track',
  'yearClass',
  'stage',
  'unitId',
  'category',
  'location',
  'content',
  'leaderName',
  'totalInvestment',
  'plannedStart',
  'plannedFinish',
  'actualStart',
  'actualFinish',
  'annualPlan',
  'doneBeforeYear',
] as const;
export type FormField = (typeof texts)[number];

/** The fields that the form of a project on record has: its stage and its year's plan change by acts of their own. */
export const editFields = texts.filter((field) => field !== 'stage' && field !== 'annualPlan' && field !== 'doneBeforeYear');

/** A project as it is typed: text in every field, until it is understood. */
export type ProjectForm = Record<FormField, string>;

export const emptyForm: ProjectForm = {
  name: '',
  code: '',
  kind: 'key',
  level: 'district',
  track: 'approval',
  yearClass: 'new',
  stage: 'preparing',
  unitId: '',
  category: '',
  location: '',
  content: '',
  leaderName: '',
  totalInvestment: '',
  plannedStart: '',
  plannedFinish: '',
  actualStart: '',
  actualFinish: '',
  annualPlan: '',
  doneBeforeYear: '0',
};

/** A project on record, ready to be typed over. */
export function formOf(project: Project): ProjectForm {
  const typed = { ...emptyForm };
  for (const field of texts) {
    if (field === 'annualPlan' || field === 'doneBeforeYear') continue;
    const value = project[field];
    typed[field] = value === null ? '' : String(value);
  }
  // Four decimals of 万元 are whole yuan: nothing is rounded away by opening and saving.
  typed.totalInvestment = formatWan(project.totalInvestment, 4);
  return typed;
}

/** What was typed as the procedure wants it, or the fields that it would not take. */
export type Understood<Input> = { input: Input; wrong: null } | { input: null; wrong: ReadonlySet<string> };

function valuesOf(form: ProjectForm) {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const amount = (text: string): Money | null => {
    const reading = readMoney(text);
    return reading.state === 'amount' ? reading.amount : null;
  };
  return {
    name: form.name,
    code: orNull(form.code),
    kind: form.kind,
    level: form.level,
    track: form.track,
    yearClass: form.yearClass,
    unitId: form.unitId,
    category: orNull(form.category),
    location: orNull(form.location),
    content: orNull(form.content),
    leaderName: orNull(form.leaderName),
    totalInvestment: amount(form.totalInvestment),
    plannedStart: orNull(form.plannedStart),
    plannedFinish: orNull(form.plannedFinish),
    actualStart: orNull(form.actualStart),
    actualFinish: orNull(form.actualFinish),
    amount,
  };
}

export function readNew(form: ProjectForm): Understood<CreateProject> {
  const { amount, ...values } = valuesOf(form);
  const read = CreateProject.safeParse({
    ...values,
    stage: form.stage,
    annualPlan: amount(form.annualPlan),
    doneBeforeYear: amount(form.doneBeforeYear),
  });
  return read.success ? { input: read.data, wrong: null } : { input: null, wrong: fieldsOf(read.error.issues) };
}

export function readEdit(form: ProjectForm, before: Pick<Project, 'id' | 'version'>): Understood<UpdateProject> {
  const { amount: _amount, ...values } = valuesOf(form);
  const read = UpdateProject.safeParse({ ...values, id: before.id, version: before.version });
  return read.success ? { input: read.data, wrong: null } : { input: null, wrong: fieldsOf(read.error.issues) };
}

function fieldsOf(issues: readonly { path: readonly PropertyKey[] }[]): ReadonlySet<string> {
  return new Set(issues.map((issue) => String(issue.path[0])));
}

/** A day as a date field holds it; what is no day is no day. */
export function dayIn(text: string): Day | null {
  const read = Day.safeParse(text);
  return read.success ? read.data : null;
}
