import { assertNever, type Refusal } from '../kit/errors.ts';
import type { ComposeReport, Report, ReportKind, ReportSubject } from './schema.ts';

/** Which series of numbers a subject belongs to. */
export function kindOf({ about }: Pick<ReportSubject, 'about'>): ReportKind {
  switch (about) {
    case 'project':
    case 'theme':
      return 'special-report';
    case 'reconstruction':
      return 'briefing';
    default:
      return assertNever(about);
  }
}

/** Why a draft is not changed, issued or let go, and why a report is not withdrawn. */
export type ReportRefusal = Refusal<
  'report-in-hand' | 'report-issued' | 'report-not-issued' | 'report-empty' | 'report-corrects' | 'report-no-theme'
>;

/** Why no draft is begun: the same is in hand already, and the refusal says which. */
export function whyNotBegin(inHand: Pick<Report, 'id'> | null): ReportRefusal | null {
  return inHand === null ? null : { reason: 'report-in-hand', id: inHand.id };
}

/** What is issued stays as it is; title and projects are chosen for a theme alone. */
export function whyNotCompose(
  report: Pick<Report, 'state' | 'subject'>,
  change: Omit<ComposeReport, 'id' | 'version'>,
): ReportRefusal | null {
  if (report.state === 'issued') return { reason: 'report-issued' };
  const choosesTheme = change.title !== undefined || change.projectIds !== undefined;
  return choosesTheme && report.subject.about !== 'theme' ? { reason: 'report-no-theme' } : null;
}

/** Why a draft is not issued; `rows` is how many projects it speaks of. */
export function whyNotIssue({ state }: Pick<Report, 'state'>, rows: number): ReportRefusal | null {
  if (state === 'issued') return { reason: 'report-issued' };
  return rows === 0 ? { reason: 'report-empty' } : null;
}

/** Why a draft is not let go: a correction is owed to those who have what it puts right. */
export function whyNotDiscard({ state, correctsId }: Pick<Report, 'state' | 'correctsId'>): ReportRefusal | null {
  if (state === 'issued') return { reason: 'report-issued' };
  return correctsId === null ? null : { reason: 'report-corrects' };
}

/** Why a report is not withdrawn. */
export function whyNotWithdraw({ state }: Pick<Report, 'state'>): ReportRefusal | null {
  return state === 'issued' ? null : { reason: 'report-not-issued' };
}

/** The draft after a change. */
export function composed(report: Report, { title, projectIds, toUnits, edits }: Omit<ComposeReport, 'id' | 'version'>): Report {
  const { subject } = report;
  const changed =
    subject.about === 'theme' ? { ...subject, title: title ?? subject.title, projectIds: projectIds ?? subject.projectIds } : subject;
  return { ...report, subject: changed, toUnits: toUnits ?? report.toUnits, edits: edits ?? report.edits };
}

/** The report as its correction begins: what was issued is named, and stays as it is. */
export function withdrawn(report: Report, why: string): Report {
  return { ...report, state: 'drafting', number: null, documentId: null, issuedAt: null, correctsId: report.documentId, correctsWhy: why };
}
