import type { District } from '#shared/districts/schema.ts';
import { titleOf } from '#shared/documents/wording.ts';
import { dayOf, monthOf, yearOf } from '#shared/kit/calendar.ts';
import { refuse } from '#shared/kit/errors.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import { REPORT_EDITION } from '#shared/reports/draft.ts';
import { kindOf, whyNotIssue } from '#shared/reports/rules.ts';
import type { Report } from '#shared/reports/schema.ts';
import type { Tx } from '../db/tables.ts';
import { digestOf } from '../documents/digests.ts';
import * as documents from '../documents/store.ts';
import type * as events from '../events/store.ts';
import { type Composed, compose } from './gather.ts';
import * as issues from './issue-store.ts';

type Issuer = events.Witness & { newId: <Kind extends IdKind>(kind: Kind) => Id<Kind> };

/**
 * Draws the next number of the report's series and freezes its text under it, with everything that it was drafted from.
 * The change's lock on the log keeps two from drawing one number, and a change that fails gives its number back.
 */
export async function issueReport(
  tx: Tx,
  { now, actor, newId }: Issuer,
  district: District,
  report: Report,
): Promise<{ issued: Report; notice: { sha256: string; title: string; unitIds: Id<'unit'>[] } }> {
  const year = yearOf(dayOf(now));
  refuse(whyNotIssue(report, 1));
  const number = await documents.drawNumber(tx, district.id, kindOf(report.subject), year);
  const composed = await compose(tx, district, report, now, { year, number });
  refuse(whyNotIssue(report, composed.rows.length));
  const { document: model, input } = composed;
  const id = newId('document');
  const issue = { id, districtId: district.id, period: monthOf(dayOf(now)), year, number, issuedAt: now, signedByName: actor.name, model };
  const unitIds = readersOf(district, report, composed);
  await documents.issue(tx, issue, unitIds);
  await issues.insert(tx, { documentId: id, reportId: report.id, recipe: { edition: REPORT_EDITION, input, edits: report.edits } });
  return {
    issued: { ...report, state: 'issued', number, documentId: id, issuedAt: now },
    notice: { sha256: digestOf(JSON.stringify(model)), title: titleOf(model), unitIds },
  };
}

/** A briefing that goes to the units goes to all of them, a special report to those whose projects it speaks of. */
function readersOf(district: District, { subject, toUnits }: Report, { rows }: Composed): Id<'unit'>[] {
  if (!toUnits) return [];
  return subject.about === 'reconstruction' ? [district.id] : [...new Set(rows.map((row) => row.unitId))];
}
