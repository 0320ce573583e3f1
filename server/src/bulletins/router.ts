import { z } from 'zod';
import { unreasonedOf } from '#shared/bulletins/check.ts';
import { isOpenForChange } from '#shared/bulletins/flow.ts';
import { guessedYears } from '#shared/bulletins/guesses.ts';
import { fullOutline } from '#shared/bulletins/outline.ts';
import { type Bulletin, NominationKind } from '#shared/bulletins/schema.ts';
import { wordsToEdit } from '#shared/documents/edits.ts';
import { dayOf, Month } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import { idOf } from '#shared/kit/ids.ts';
import { keyAfter } from '#shared/kit/rank.ts';
import * as calendars from '../calendar/store.ts';
import { bulletinMonthNow } from '../cycle/now.ts';
import type { Tx } from '../db/tables.ts';
import * as districts from '../districts/store.ts';
import * as documents from '../documents/store.ts';
import * as events from '../events/store.ts';
import * as projects from '../projects/store.ts';
import { inDistrict, router } from '../trpc.ts';
import { ensure } from './begin.ts';
import { composeBulletin } from './compose.ts';
import { composerProcedures } from './composer.ts';
import * as drafts from './draft-store.ts';
import { moverProcedures } from './mover.ts';
import * as steps from './step-store.ts';
import * as bulletins from './store.ts';

const byProject = z.strictObject({ projectId: idOf('project') });

export const bulletinsRouter = router({
  ...composerProcedures,
  ...moverProcedures,

  list: inDistrict.query(({ ctx }) => bulletins.list(ctx.db, ctx.reach.districtId)),

  /** One month's bulletin as it stands: its state, its nominations, and the document that it makes now. */
  view: inDistrict.input(z.strictObject({ month: Month.optional() })).query(async ({ ctx, input }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const month = input.month ?? (await bulletinMonthNow(ctx.db, district.id, ctx.now));
    const bulletin = await bulletins.ofMonth(ctx.db, district.id, month);
    const issued = bulletin?.documentId ? await documents.load(ctx.db, district.id, bulletin.documentId) : null;
    const composed = await composeBulletin(ctx.db, district, bulletin ?? { id: null, month }, dayOf(ctx.now), null);
    const { cut, draft } = composed;
    return {
      month,
      bulletin,
      cut: cut && { asOf: cut.asOf, takenAt: cut.takenAt, attempt: cut.attempt, ruleSet: cut.ruleSet.name },
      document: issued?.model ?? composed.document,
      outline: fullOutline(composed.input.outline ?? []),
      edits: draft.edits,
      steps: bulletin ? await steps.steps(ctx.db, bulletin.id) : [],
      cosigners: bulletin ? await steps.cosigners(ctx.db, bulletin.id) : [],
      corrects: composed.input.correction ? { documentId: bulletin?.correctsId ?? null, ...composed.input.correction } : null,
      lost: composed.lost,
      unreasoned: issued ? [] : unreasonedOf(composed.input.rows),
      /** When the draft was last changed by hand. */
      composedAt: bulletin && (await drafts.composedAt(ctx.db, bulletin.id)),
      /** Those whose holidays nobody knows yet and on which its deadlines rest; none once it is issued. */
      unknownYears: issued ? [] : guessedYears(composed.input, await calendars.load(ctx.db)),
      paragraphs: issued ? [] : wordsToEdit(composed.drafted),
    };
  }),

  /** Puts a project forward for praise or criticism, or moves it between and within the two lists. */
  nominate: inDistrict.input(byProject.extend({ kind: NominationKind, after: idOf('nomination').nullish() })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      const bulletin = await openBulletin(tx, ctx);
      const nominations = await bulletins.nominations(tx, bulletin.id);
      const before = nominations.find((one) => one.projectId === project.id);
      const neighbours = nominations.filter((one) => one.kind === input.kind);
      const orderKey = keyAfter(neighbours, input.after, before?.id ?? null);
      if (before) {
        const after = await bulletins.saveNomination(tx, { ...before, kind: input.kind, orderKey });
        await bulletins.sayAnew(tx, bulletin);
        await events.append(tx, ctx, { action: 'nomination.moved', id: after.id, projectId: project.id, before, after });
        return after;
      }
      const nomination = {
        id: ctx.newId('nomination'),
        bulletinId: bulletin.id,
        projectId: project.id,
        kind: input.kind,
        orderKey,
        version: 1,
      };
      await bulletins.insertNomination(tx, nomination);
      await bulletins.sayAnew(tx, bulletin);
      await events.append(tx, ctx, { action: 'nomination.added', id: nomination.id, projectId: project.id, after: nomination });
      return nomination;
    }),
  ),

  withdrawNomination: inDistrict.input(byProject).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const project = await projects.load(tx, ctx.reach, input.projectId);
      const bulletin = await openBulletin(tx, ctx);
      const before = await bulletins.nominationOf(tx, bulletin.id, project.id);
      if (!before) throw new DomainError('NOT_FOUND', { entity: 'nomination' });
      await bulletins.removeNomination(tx, before.id);
      await bulletins.sayAnew(tx, bulletin);
      await events.append(tx, ctx, { action: 'nomination.withdrawn', id: before.id, projectId: project.id, before });
      return before;
    }),
  ),
});

/** The bulletin in hand, still open for change; made on first need. */
async function openBulletin(tx: Tx, ctx: Parameters<typeof ensure>[1]): Promise<Bulletin> {
  const bulletin = await ensure(tx, ctx, await bulletinMonthNow(tx, ctx.reach.districtId, ctx.now));
  if (!isOpenForChange(bulletin)) throw new DomainError('REFUSED', { reason: 'bulletin-in-review', state: bulletin.state });
  return bulletin;
}
