import { type BulletinDraft, type Composed, composeDraft } from '#shared/bulletins/compose.ts';
import type { BulletinInput, BulletinRow } from '#shared/bulletins/input.ts';
import type { Bulletin } from '#shared/bulletins/schema.ts';
import { rectifyBy } from '#shared/bulletins/style.ts';
import type { ProjectFigures } from '#shared/cuts/figures.ts';
import type { District } from '#shared/districts/schema.ts';
import { correctionOf } from '#shared/documents/correction.ts';
import { onPaper } from '#shared/documents/wording.ts';
import { addMonths, type Day, lastDayOfMonth, type Month, yearOf } from '#shared/kit/calendar.ts';
import { explain } from '#shared/lamps/explain.ts';
import type { Lamp } from '#shared/lamps/schema.ts';
import { correctionsBefore } from '../cuts/corrections.ts';
import { loadFigures } from '../cuts/figures.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';
import * as documents from '../documents/store.ts';
import * as drafts from './draft-store.ts';
import * as store from './store.ts';

export type Issue = { number: number; on: Day };
/** Which figures a bulletin is written from: a cut of its month, or the records now. */
export type Source = cuts.Cut | 'live';
/** A bulletin that may not have been begun yet. */
export type Begun = Pick<Bulletin, 'month'> & { id: Bulletin['id'] | null } & Partial<Pick<Bulletin, 'correctsId' | 'correctsWhy'>>;

/** The cut that a draft reads: the one it was told to, else the month's first; a newer one never by itself. */
export async function cutOf(db: Reader, district: Pick<District, 'id'>, month: Month, draft: BulletinDraft): Promise<cuts.Cut | null> {
  return draft.cutId ? cuts.load(db, draft.cutId) : cuts.first(db, district.id, month);
}

/**
 * A bulletin's document: from the cut that it reads, or from the figures so far, marked 预稿, while the month is not cut.
 * The same words whether it is previewed or issued; only number and date come with the issue.
 */
export async function composeBulletin(
  db: Reader,
  district: District,
  bulletin: Begun,
  today: Day,
  issue: Issue | null,
): Promise<Composed & { draft: BulletinDraft; cut: cuts.Cut | null; input: BulletinInput }> {
  const draft = await drafts.load(db, bulletin.id);
  const cut = await cutOf(db, district, bulletin.month, draft);
  const drafted = await inputOf(db, district, bulletin, draft, cut ?? 'live', today, issue);
  const input = await withCorrection(db, district, bulletin, draft, drafted);
  return { ...composeDraft(input, draft), draft, cut, input };
}

/** A correction names the numbers that the withdrawn document had otherwise. */
async function withCorrection(db: Reader, district: District, bulletin: Begun, draft: BulletinDraft, input: BulletinInput) {
  if (!bulletin.correctsId) return input;
  const withdrawn = await documents.load(db, district.id, bulletin.correctsId);
  return { ...input, correction: correctionOf(withdrawn, composeDraft(input, draft).document, bulletin.correctsWhy ?? '') };
}

/** Everything that a month's bulletin is drafted from. */
export async function inputOf(
  db: Reader,
  district: District,
  { id, month }: Begun,
  draft: BulletinDraft,
  source: Source,
  today: Day,
  issue: Issue | null,
): Promise<BulletinInput> {
  const end = lastDayOfMonth(month);
  const figures =
    source === 'live'
      ? await loadFigures(db, { districtId: district.id, asOf: today < end ? today : end, isHistoric: true })
      : await cuts.rows(db, source.id);
  const previous = await cuts.find(db, district.id, 'month', addMonths(month, -1));
  const previousLamps = new Map(previous ? (await cuts.rows(db, previous.id)).map((row) => [row.projectId, row.lamp]) : []);
  const nominations = id ? await store.nominations(db, id) : [];
  const listed = new Set(figures.map((row) => row.projectId));
  const named = (kind: 'praise' | 'criticise') =>
    nominations.filter((one) => one.kind === kind && listed.has(one.projectId)).map((one) => one.projectId);
  const { style } = await drafts.styleOf(db, district.id);
  const outline = draft.outline ?? (await drafts.outlineBefore(db, district.id, month));
  return {
    district,
    month,
    issue: issue ? { year: yearOf(month), number: issue.number } : null,
    issuedOn: issue?.on ?? null,
    isDraft: source === 'live',
    rows: figures.map((row) => rowOf(row, previousLamps.get(row.projectId) ?? null)),
    praise: named('praise'),
    criticise: named('criticise'),
    previousMonthCounts: previous ? await cuts.lampCounts(db, previous.id) : null,
    rectifyBy: rectifyBy(style, month),
    corrected: source === 'live' ? await correctionsBefore(db, district.id, month) : source.corrected,
    style,
    ...(outline ? { outline } : {}),
  };
}

/** A project's figures as a bulletin speaks of them. */
export function rowOf(row: ProjectFigures, previousLamp: Lamp | null): BulletinRow {
  return {
    ...row,
    // A lamp that the office has set says why in the office's words; the rule's own reasons stay behind it in the cut.
    reasons: row.override
      ? [{ dimension: null, text: row.override.reason }]
      : row.reasons
          .filter((reason) => reason.lamp !== 'green' && !reason.exemption)
          .map((reason) => ({ dimension: reason.dimension, text: onPaper(explain(reason, 'zh').short), name: reason.name?.zh ?? null })),
    previousLamp,
    nextStep: row.nextStep ? { name: row.nextStep.name, due: row.nextStep.dueOn, overdueDays: row.nextStep.overdueDays } : null,
  };
}
