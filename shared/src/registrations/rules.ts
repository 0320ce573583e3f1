import type { Day } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import { wan } from '../kit/money.ts';
import type { Project } from '../projects/schema.ts';
import type { Registration, RegistrationFacts } from './schema.ts';

/** 500万元: from here on a project belongs in the statistics bureau's base (FACTS §6, 固定资产投资统计报表制度). */
export const THRESHOLD = wan(500);

const begun = new Set<Project['stage']>(['started', 'building', 'completed', 'producing', 'at-capacity']);

/** Whether a project has to be in the statistical base: it has started and is large enough. */
export function needsRegistration(project: Pick<Project, 'totalInvestment' | 'stage' | 'actualStart'>): boolean {
  return project.totalInvestment >= THRESHOLD && (project.actualStart !== null || begun.has(project.stage));
}

/** Why a registration cannot stand so: it happens after it was asked for, and not in days to come. */
export function whyNotRegister(
  given: Pick<Registration, 'submittedOn' | 'registeredOn' | 'returnedOn' | 'returnedReason'>,
  today: Day,
): Refusal<'registered-before-submitted' | 'returned-after-registered' | 'return-without-reason' | 'date-in-future'> | null {
  const { submittedOn, registeredOn, returnedOn, returnedReason } = given;
  if (returnedOn && registeredOn && registeredOn < returnedOn) return { reason: 'returned-after-registered' };
  if (returnedOn && !returnedReason) return { reason: 'return-without-reason' };
  if (submittedOn && registeredOn && registeredOn < submittedOn) return { reason: 'registered-before-submitted' };
  const late = [submittedOn, returnedOn, registeredOn].find((date) => date !== null && date > today);
  return late ? { reason: 'date-in-future', date: late } : null;
}

/** Before anything was copied out of the papers. */
export const noFacts: RegistrationFacts = {
  ...{ approvedFor: null, declaredBy: null, contractOwner: null, approvedOn: null, contractOn: null },
  ...{ approvedTotal: null, declaredTotal: null },
};

/** Before a registration is on record. */
export const unregistered: Omit<Registration, 'id' | 'projectId' | 'version'> = {
  ...{ submittedOn: null, returnedOn: null, returnedReason: null, registeredOn: null, note: null, papers: [], facts: noFacts },
};
