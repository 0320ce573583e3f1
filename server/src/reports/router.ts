import { z } from 'zod';
import { wordsToEdit } from '#shared/documents/edits.ts';
import { DomainError, refuse } from '#shared/kit/errors.ts';
import { type Id, idOf } from '#shared/kit/ids.ts';
import { composed, whyNotBegin, whyNotCompose, whyNotDiscard, whyNotWithdraw, withdrawn } from '#shared/reports/rules.ts';
import { BeginReport, ComposeReport, type Report, TouchReport, WithdrawReport } from '#shared/reports/schema.ts';
import type { Reader } from '../db/tables.ts';
import * as districts from '../districts/store.ts';
import * as documents from '../documents/store.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, type Reach, router } from '../trpc.ts';
import { compose } from './gather.ts';
import { issueReport } from './issue.ts';
import * as reports from './store.ts';

/** So many issued ones the page lists; the register has them all. */
const LISTED = 30;

export const reportsRouter = router({
  /** The drafts in hand and what was issued last, each with what it is about. */
  list: inDistrict.query(async ({ ctx }) => {
    const { districtId } = ctx.reach;
    const drafts = await reports.list(ctx.db, districtId, 'drafting', LISTED);
    const issued = await reports.list(ctx.db, districtId, 'issued', LISTED);
    const names = await projects.namesOf(
      ctx.db,
      ctx.reach,
      [...drafts, ...issued].flatMap(({ subject }) => (subject.about === 'project' ? [subject.projectId] : [])),
    );
    const named = ({ edits: _edits, ...report }: Report) => ({
      ...report,
      projectName: report.subject.about === 'project' ? (names.get(report.subject.projectId) ?? '') : null,
    });
    return { drafts: drafts.map(named), issued: issued.map(named) };
  }),

  /** A report: as a draft with the figures of now and its words to change, once issued as it was printed. */
  view: inDistrict.input(z.strictObject({ id: idOf('report') })).query(async ({ ctx, input }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const report = await reports.load(ctx.db, district.id, input.id);
    const withdrawn = report.correctsId ? await documents.load(ctx.db, district.id, report.correctsId) : null;
    const corrects = withdrawn && {
      documentId: withdrawn.id,
      year: withdrawn.year,
      number: withdrawn.number,
      why: report.correctsWhy ?? '',
    };
    if (report.documentId) {
      const { model } = await documents.load(ctx.db, district.id, report.documentId);
      return { report, corrects, document: model, paragraphs: [], lost: [], projects: [] };
    }
    const { drafted, document, lost, rows } = await compose(ctx.db, district, report, ctx.now, null);
    return {
      report,
      corrects,
      document,
      paragraphs: wordsToEdit(drafted),
      lost,
      /** What it speaks of; of a theme what has left the list since is not among them. */
      projects: rows.map(({ projectId, name, unitName }) => ({ projectId, name, unitName })),
    };
  }),

  begin: inDistrict.input(BeginReport).mutation(({ ctx, input: { subject } }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      if (subject.about === 'project') await projects.load(tx, ctx.reach, subject.projectId);
      if (subject.about === 'theme') await requireAll(tx, ctx.reach, subject.projectIds);
      refuse(whyNotBegin(await reports.inHand(tx, districtId, subject)));
      const report: Report = {
        ...{ id: ctx.newId('report'), districtId, subject, state: 'drafting', edits: [], version: 1 },
        // A theme names projects of several units: that they all get it is for somebody to decide.
        toUnits: subject.about !== 'theme',
        ...{ draftedByName: ctx.actor.name, draftedAt: ctx.now, number: null, documentId: null, issuedAt: null },
        ...{ correctsId: null, correctsWhy: null },
      };
      await reports.insert(tx, report);
      await events.append(tx, ctx, { action: 'report.begun', id: report.id, projectId: projectOf(report), after: report });
      return report;
    }),
  ),

  compose: inDistrict.input(ComposeReport).mutation(({ ctx, input: { id, version, ...change } }) =>
    ctx.change(async (tx) => {
      const before = await reports.load(tx, ctx.reach.districtId, id);
      await requireAll(tx, ctx.reach, change.projectIds ?? []);
      refuse(whyNotCompose(before, change));
      const after = await reports.save(tx, { ...composed(before, change), version });
      await events.append(tx, ctx, { action: 'report.composed', id, projectId: projectOf(after), before, after });
      return after;
    }),
  ),

  /** 印发: official, so it draws the number and freezes the text in one change. */
  issue: inDistrict.input(TouchReport).mutation(({ ctx, input: { id, version } }) =>
    ctx.change(async (tx) => {
      const district = await districts.load(tx, ctx.reach.districtId);
      const before = await reports.load(tx, district.id, id);
      const { issued, notice } = await issueReport(tx, ctx, district, before);
      const after = await reports.save(tx, { ...issued, version });
      await events.append(tx, ctx, { action: 'report.issued', id, projectId: projectOf(after), before, after: { ...after, ...notice } });
      return after;
    }),
  ),

  /** 撤回: what was issued stays as it is; its correction begins as a draft. */
  withdraw: inDistrict.input(WithdrawReport).mutation(({ ctx, input: { id, version, why } }) =>
    ctx.change(async (tx) => {
      const before = await reports.load(tx, ctx.reach.districtId, id);
      refuse(whyNotWithdraw(before));
      const after = await reports.save(tx, { ...withdrawn(before, why), version });
      await events.append(tx, ctx, { action: 'report.withdrawn', id, projectId: projectOf(after), before, after });
      return after;
    }),
  ),

  discard: inDistrict.input(TouchReport).mutation(({ ctx, input: { id, version } }) =>
    ctx.change(async (tx) => {
      const before = await reports.load(tx, ctx.reach.districtId, id);
      refuse(whyNotDiscard(before));
      await reports.remove(tx, { ...before, version });
      await events.append(tx, ctx, { action: 'report.discarded', id, projectId: projectOf(before), before });
      return { id };
    }),
  ),
});

function projectOf({ subject }: Report) {
  return subject.about === 'project' ? subject.projectId : null;
}

/** Every project that is chosen exists for the asker. */
async function requireAll(db: Reader, reach: Reach, ids: readonly Id<'project'>[]): Promise<void> {
  const found = await projects.idsIn(db, reach, ids);
  if (ids.some((id) => !found.has(id))) throw new DomainError('NOT_FOUND', { entity: 'project' });
}
