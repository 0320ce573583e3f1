import { draftBulletin } from '#shared/bulletins/draft.ts';
import type { BulletinRow } from '#shared/bulletins/input.ts';
import type { Bulletin } from '#shared/bulletins/schema.ts';
import type { ProjectFigures } from '#shared/cuts/figures.ts';
import type { District } from '#shared/districts/schema.ts';
import type { Document } from '#shared/documents/model.ts';
import { addMonths, type Day, lastDayOfMonth, yearOf } from '#shared/kit/calendar.ts';
import { explain } from '#shared/lamps/explain.ts';
import type { Lamp } from '#shared/lamps/schema.ts';
import { loadFigures } from '../cuts/figures.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';
import * as store from './store.ts';

export type Issue = { number: number; on: Day };

/**
 * A bulletin's document: from the month's cut, or from the figures so far, marked 预稿, while the month is not cut.
 * The same words whether it is previewed or issued; only number and date come with the issue.
 */
export async function composeBulletin(
  db: Reader,
  district: District,
  bulletin: { id: Bulletin['id'] | null; month: Bulletin['month'] },
  today: Day,
  issue: Issue | null,
): Promise<Document> {
  const { month } = bulletin;
  const cut = await cuts.find(db, district.id, 'month', month);
  const end = lastDayOfMonth(month);
  const figures = cut ? await cuts.rows(db, cut.id) : await loadFigures(db, { districtId: district.id, asOf: today < end ? today : end });
  const previous = await cuts.find(db, district.id, 'month', addMonths(month, -1));
  const previousLamps = new Map(previous ? (await cuts.rows(db, previous.id)).map((row) => [row.projectId, row.lamp]) : []);
  const nominations = bulletin.id ? await store.nominations(db, bulletin.id) : [];
  const listed = new Set(figures.map((row) => row.projectId));
  const named = (kind: 'praise' | 'criticise') =>
    nominations.filter((one) => one.kind === kind && listed.has(one.projectId)).map((one) => one.projectId);
  return draftBulletin({
    district,
    month,
    issue: issue ? { year: yearOf(month), number: issue.number } : null,
    issuedOn: issue?.on ?? null,
    isDraft: cut === null,
    rows: figures.map((row) => rowOf(row, previousLamps.get(row.projectId) ?? null)),
    praise: named('praise'),
    criticise: named('criticise'),
    previousMonthCounts: previous ? await cuts.lampCounts(db, previous.id) : null,
    rectifyBy: null,
  });
}

function rowOf(row: ProjectFigures, previousLamp: Lamp | null): BulletinRow {
  return {
    ...row,
    // A lamp that the office has set says why in the office's words; the rule's own reasons stay behind it in the cut.
    reasons: row.override
      ? [{ dimension: null, text: row.override.reason }]
      : row.reasons
          .filter((reason) => reason.lamp !== 'green' && !reason.exemption)
          .map((reason) => ({ dimension: reason.dimension, text: explain(reason, 'zh').short, name: reason.name?.zh ?? null })),
    previousLamp,
    nextStep: row.nextStep ? { name: row.nextStep.name, due: row.nextStep.dueOn, overdueDays: row.nextStep.overdueDays } : null,
  };
}
