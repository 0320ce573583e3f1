import { union } from '../calendar/spans.ts';
import { nextWorkday, type WorkCalendar, workdaysLate } from '../calendar/workdays.ts';
import { addMonthsToDay, type Day } from '../kit/calendar.ts';
import { type Money, wan } from '../kit/money.ts';
import type { Project } from '../projects/schema.ts';
import { needsRegistration, THRESHOLD } from './rules.ts';
import type { Registration, RegistrationFacts, RegistrationPaper } from './schema.ts';

/** 5000万元: from here on a project is reported online by itself, 206-1表; below, 206-2表 (FACTS §6, 王益区). */
const DIRECT = wan(5000);

/** 联网直报 or 月报; null below the threshold of the base. */
export function tierOf(totalInvestment: Money): 'direct' | 'monthly' | null {
  if (totalInvestment < THRESHOLD) return null;
  return totalInvestment >= DIRECT ? 'direct' : 'monthly';
}

const always = ['approval', 'contract', 'photo', 'creditCode', 'application'] as const satisfies readonly RegistrationPaper[];

/**
 * The papers that a project of this size needs (FACTS §6): 立项文件, 施工合同, 现场照片, 统一社会信用代码证, 申请表; below 5000万
 * the online platform's “通过审批” as well (云统发〔2018〕66号), from there on a statement of the project.
 */
export function papersFor(totalInvestment: Money): readonly RegistrationPaper[] {
  switch (tierOf(totalInvestment)) {
    case 'direct':
      return [...always, 'statement'];
    case 'monthly':
      return [...always, 'passed'];
    case null:
      return [];
  }
}

/** The papers that are still missing, in their order. */
export function missingPapers(totalInvestment: Money, papers: readonly RegistrationPaper[]): RegistrationPaper[] {
  return papersFor(totalInvestment).filter((paper) => !papers.includes(paper));
}

/** What has to agree between the papers. */
export type CrossCheck = { check: 'owner' | 'contract-date' | 'total'; finding: 'agrees' | 'differs' | 'unknown' };

/**
 * The commonest reasons why the bureau gives a registration back (FACTS §6): 批文单位, 申报单位 and 合同甲方 are not one; the
 * contract is older than the approval; the totals of approval, application and list differ. A finding warns, and never blocks:
 * the bureau decides.
 */
export function crossChecks(facts: RegistrationFacts, project: Pick<Project, 'totalInvestment'>): CrossCheck[] {
  const { approvedFor, declaredBy, contractOwner, approvedOn, contractOn, approvedTotal, declaredTotal } = facts;
  const isInOrder = approvedOn === null || contractOn === null ? null : approvedOn <= contractOn;
  return [
    { check: 'owner', finding: sameness([approvedFor, declaredBy, contractOwner].map((name) => name && plain(name))) },
    { check: 'contract-date', finding: isInOrder === null ? 'unknown' : isInOrder ? 'agrees' : 'differs' },
    { check: 'total', finding: sameness([approvedTotal, declaredTotal, project.totalInvestment]) },
  ];
}

/** Two that differ are found as soon as they are known; that all agree only once all are. */
function sameness(values: readonly (string | number | null)[]): CrossCheck['finding'] {
  const known = values.filter((value) => value !== null && value !== '');
  if (new Set(known).size > 1) return 'differs';
  return known.length === values.length ? 'agrees' : 'unknown';
}

/** A name as it is compared: without spaces, with brackets of one width. */
function plain(name: string): string {
  return name.replace(/\s/g, '').replace(/（/g, '(').replace(/）/g, ')');
}

/** 应入未入 · 已申报 · 退回 · 已入库 · 未到条件, from the dates alone. */
export type RegistrationStatus = 'owed' | 'submitted' | 'returned' | 'registered' | 'not-yet';

/** Where a registration stands as of a day; of 申报 and 退回 the later counts. */
export function registrationStatus(
  registration: Pick<Registration, 'submittedOn' | 'returnedOn' | 'registeredOn'> | null,
  isNeeded: boolean,
  asOf: Day,
): RegistrationStatus {
  const { submittedOn = null, returnedOn = null, registeredOn = null } = registration ?? {};
  if (registeredOn && registeredOn <= asOf) return 'registered';
  if (returnedOn && returnedOn <= asOf && (submittedOn === null || submittedOn <= returnedOn)) return 'returned';
  if (submittedOn && submittedOn <= asOf) return 'submitted';
  return isNeeded ? 'owed' : 'not-yet';
}

/** By when a project has to be in the base, and by how many working days that has passed. */
export type RegistrationDue = { dueOn: Day; overdueDays: number; unknownYears: number[] };

/**
 * The district's months from 开工, moved from a day off to the next working day. Null for what need not be registered or has
 * no day of its start; late is what was not in the base by then. `unknownYears`: whose holidays are not known yet.
 */
export function registrationDue(
  project: Pick<Project, 'totalInvestment' | 'stage' | 'actualStart'>,
  registeredOn: Day | null,
  given: { months: number; calendar: WorkCalendar; asOf: Day },
): RegistrationDue | null {
  if (!needsRegistration(project) || project.actualStart === null) return null;
  const { day: dueOn, unknownYears } = nextWorkday(given.calendar, addMonthsToDay(project.actualStart, given.months));
  const isIn = registeredOn !== null && registeredOn <= given.asOf;
  const until = isIn ? registeredOn : given.asOf;
  const late = workdaysLate(given.calendar, dueOn, until);
  return { dueOn, overdueDays: late.days, unknownYears: union(unknownYears, late.unknownYears) };
}
