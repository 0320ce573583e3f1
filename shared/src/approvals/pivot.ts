import type { WorkCalendar } from '../calendar/workdays.ts';
import type { Day } from '../kit/calendar.ts';
import { type ClockedStep, standing } from './clock.ts';
import type { ApprovalGroup, ApprovalState, ApprovalStep } from './schema.ts';

/** The steps that a district's list of approvals has a column for, in the order of joint approval. */
export const stepKinds = [
  'filing',
  'siting',
  'landPlan',
  'environment',
  'energy',
  'soil',
  'preliminary',
  'scheme',
  'worksPlan',
  'drawings',
  'fire',
  'permit',
  'acceptance',
  'record',
] as const;
/** A step by what it is about, whatever name a project's own step bears. */
export type StepKind = (typeof stepKinds)[number];

type KindOfStep = { readonly group: ApprovalGroup; readonly says: RegExp };

/** Each kind's stage of joint approval, and how its steps are named. */
export const stepKindTable: { readonly [Kind in StepKind]: KindOfStep } = {
  filing: { group: 'land', says: /立项|可研|可行性研究|项目建议书|核准|(?<!竣工|验收|消防|合同|人防)备案/ },
  siting: { group: 'land', says: /用地预审|选址/ },
  landPlan: { group: 'land', says: /用地规划/ },
  environment: { group: 'engineering', says: /环评|环境影响/ },
  energy: { group: 'engineering', says: /节能|能评/ },
  soil: { group: 'engineering', says: /水土保持|水保/ },
  preliminary: { group: 'engineering', says: /初步设计|初设|概算/ },
  scheme: { group: 'engineering', says: /方案(审查|审定|审批)/ },
  worksPlan: { group: 'engineering', says: /工程规划/ },
  drawings: { group: 'construction', says: /施工图/ },
  fire: { group: 'construction', says: /消防设计|消防审查/ },
  permit: { group: 'construction', says: /施工许可/ },
  acceptance: { group: 'completion', says: /联合验收|规划核实|消防验收|竣工验收(?!备案)/ },
  record: { group: 'completion', says: /竣工(验收)?备案/ },
};

/** A record of completion is no filing and a scheme for soil no scheme of the design: the narrower are asked first. */
const asked: readonly StepKind[] = ['record', 'soil', ...stepKinds.filter((kind) => kind !== 'record' && kind !== 'soil')];

/** The kind that a step's name means; null for one that has no column of its own. */
export function stepKindOf(name: string): StepKind | null {
  return asked.find((kind) => stepKindTable[kind].says.test(name)) ?? null;
}

/** Where a step stands on a day, in one word. `due`: at most three working days are left; `stopped`: its clock stands for another reason than 补正. */
export type StepStatus = 'overdue' | 'due' | 'running' | 'tolerant' | 'supplement' | 'stopped' | 'pending' | 'done' | 'exempt';

/**
 * One step as a list shows it: done on a day, or so many days used of the limit. What it does not say is left out,
 * because a large district has tens of thousands of them.
 */
export type StepCell = {
  status: StepStatus;
  doneOn?: Day;
  documentNumber?: string;
  /** Days in the limit's own unit. */
  used?: number;
  limit?: number;
  /** Working days past the due day. */
  over?: number;
  dueOn?: Day;
  /** Years without a notice on which this rests. */
  unknownYears?: readonly number[];
};

/** Working days before the due day from which a step is shown as about to fall due. */
const SOON = 3;

/** A step as of a day. */
export function stepCell(step: ClockedStep & Pick<ApprovalStep, 'documentNumber'>, asOf: Day, calendar: WorkCalendar): StepCell {
  const { state, acceptedOn, doneOn, documentNumber } = step;
  if (state === 'exempt') return { status: 'exempt' };
  // Most steps of a district are done: their clock tells nothing that is shown.
  if (state === 'done' && doneOn && doneOn <= asOf && (acceptedOn ?? doneOn) <= asOf) {
    return documentNumber === null ? { status: 'done', doneOn } : { status: 'done', doneOn, documentNumber };
  }
  const clock = standing(step, asOf, calendar);
  return {
    status: statusOf(state, clock),
    ...(clock.usedDays === null ? {} : { used: clock.usedDays }),
    ...(clock.usedDays === null || clock.limitDays === null ? {} : { limit: clock.limitDays }),
    ...(clock.overdueWorkdays === 0 ? {} : { over: clock.overdueWorkdays }),
    ...(clock.dueOn === null ? {} : { dueOn: clock.dueOn }),
    ...(clock.unknownYears.length === 0 ? {} : { unknownYears: clock.unknownYears }),
  };
}

function statusOf(state: ApprovalState, clock: ReturnType<typeof standing>): StepStatus {
  if (clock.phase === 'exempt') return 'exempt';
  if (clock.phase === 'finished') return 'done';
  if (clock.phase === 'stopped') return clock.stop?.cause === 'supplement' ? 'supplement' : 'stopped';
  if (clock.overdueWorkdays > 0) return 'overdue';
  if (clock.phase === 'waiting') return 'pending';
  if (state === 'tolerant') return 'tolerant';
  return clock.dueInWorkdays !== null && clock.dueInWorkdays <= SOON ? 'due' : 'running';
}

const urgency: readonly StepStatus[] = ['overdue', 'due', 'running', 'supplement', 'stopped', 'tolerant', 'pending', 'done', 'exempt'];

/** Of several steps of one kind, the one to look after first. */
export function pressing(a: StepCell, b: StepCell): StepCell {
  return urgency.indexOf(b.status) < urgency.indexOf(a.status) ? b : a;
}
