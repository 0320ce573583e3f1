import type { BulletinRow } from '../bulletins/input.ts';
import type { BulletinStyle } from '../bulletins/style.ts';
import type { Correction } from '../documents/correction.ts';
import type { Day, Month, Week } from '../kit/calendar.ts';

/** A problem that is not solved yet, as a report names it. */
export type ReportedProblem = {
  title: string;
  projectName: string;
  unitName: string;
  ownerName: string | null;
  raisedOn: Day;
  /** Calendar days since it was raised. */
  days: number;
  dueOn: Day | null;
  /** What its owner last said about it. */
  answer: string | null;
};

/** What a report on one project says besides its figures; every state is in the words in which it is printed. */
export type ProjectMatters = {
  code: string | null;
  content: string | null;
  plannedFinish: Month | null;
  /** Steps that are neither done nor exempt. */
  steps: readonly { name: string; agency: string | null; state: string; dueOn: Day | null }[];
  decisions: readonly { text: string; ownerName: string; dueOn: Day; state: string }[];
  remarks: readonly { leaderName: string; text: string; on: Day }[];
  /** Returns that count, the newest first. */
  returns: readonly { week: Week; progress: string; nextStep: string | null; request: string | null }[];
};

/** Everything that a 专报 or 简报 is written from: the records as of a day. */
export type ReportInput = {
  district: { name: string; issuingOffice: string };
  asOf: Day;
  issue: { year: number; number: number } | null;
  issuedOn: Day | null;
  isDraft: boolean;
  style: BulletinStyle;
  correction: Correction | null;
  /** The units that it is issued to besides the leaders, as the 版记 names them; null where it is not. */
  units: string | null;
  rows: readonly BulletinRow[];
  problems: readonly ReportedProblem[];
  on: { about: 'project'; matters: ProjectMatters } | { about: 'theme'; title: string } | { about: 'reconstruction' };
};
