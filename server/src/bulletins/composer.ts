import { z } from 'zod';
import { type BulletinDraft, ComposeBulletin, changedLamps } from '#shared/bulletins/compose.ts';
import { draftBulletin } from '#shared/bulletins/draft.ts';
import { isOpenForChange } from '#shared/bulletins/flow.ts';
import { BulletinStyle } from '#shared/bulletins/style.ts';
import { editable, templateOf } from '#shared/documents/edits.ts';
import type { Document } from '#shared/documents/model.ts';
import { changedNumbers, numbersOf, type TokenValue, tokenOf } from '#shared/documents/tokens.ts';
import { dayOf, Month } from '#shared/kit/calendar.ts';
import { DomainError } from '#shared/kit/errors.ts';
import * as cuts from '../cuts/store.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import { inDistrict } from '../trpc.ts';
import { begin } from './begin.ts';
import { composeBulletin, inputOf } from './compose.ts';
import * as drafts from './draft-store.ts';
import * as bulletins from './store.ts';

/** What the office makes of a draft: its sections, words and numbers. */
export const composerProcedures = {
  /** Where a newer cut, or the records now, put numbers and lamps otherwise than the draft; null where nothing can. */
  changes: inDistrict.input(z.strictObject({ month: Month })).query(async ({ ctx, input: { month } }) => {
    const district = await districts.load(ctx.db, ctx.reach.districtId);
    const bulletin = await bulletins.ofMonth(ctx.db, district.id, month);
    if (bulletin && !isOpenForChange(bulletin)) return null;
    const begun = bulletin ?? { id: null, month };
    const { cut, draft, document, input } = await composeBulletin(ctx.db, district, begun, dayOf(ctx.now), null);
    if (cut === null) return null;
    const latest = await cuts.find(ctx.db, district.id, 'month', month);
    const newer = latest && latest.attempt > cut.attempt ? latest : null;
    const against = async (source: cuts.Cut | 'live') => {
      const other = await inputOf(ctx.db, district, begun, draft, source, dayOf(ctx.now), null);
      const redrafted = draftBulletin(other);
      return {
        numbers: changedNumbers(document, redrafted),
        lamps: changedLamps(input.rows, other.rows),
        words: changedWords(draftBulletin(input), redrafted),
      };
    };
    return { newer: newer && { attempt: newer.attempt, takenAt: newer.takenAt, ...(await against(newer)) }, live: await against('live') };
  }),

  /** Sections, words and numbers as the office wants them, while the bulletin is drafted. */
  compose: inDistrict.input(ComposeBulletin).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const district = await districts.load(tx, ctx.reach.districtId);
      const bulletin = await begin(tx, ctx, input);
      if (!isOpenForChange(bulletin)) throw new DomainError('REFUSED', { reason: 'bulletin-in-review', state: bulletin.state });
      const before = await drafts.load(tx, bulletin.id);
      let after: BulletinDraft = { ...before, outline: input.outline ?? before.outline, edits: input.edits ?? before.edits };
      if (input.type) {
        const { token, text } = input.type;
        const put = text === null ? [] : [{ token, text, value: null, how: 'typed' as const, byName: ctx.actor.name, at: ctx.now }];
        after = { ...after, values: withTokens(after.values, [token], put) };
      }
      if (input.take) {
        const { tokens, from } = input.take;
        const source = from === 'live' ? from : await cuts.find(tx, district.id, 'month', input.month);
        if (source === null) throw new DomainError('NOT_FOUND', { entity: 'cut' });
        const newer = draftBulletin(await inputOf(tx, district, bulletin, after, source, dayOf(ctx.now), null));
        after = {
          ...after,
          values: withTokens(after.values, tokens, taken(newer, tokens, { how: from, byName: ctx.actor.name, at: ctx.now })),
        };
      }
      if (input.followCut) {
        const latest = await cuts.find(tx, district.id, 'month', input.month);
        if (latest === null) throw new DomainError('NOT_FOUND', { entity: 'cut' });
        after = { ...after, cutId: latest.id, values: after.values.filter(({ how }) => how === 'typed') };
      }
      await drafts.save(tx, bulletin.id, after);
      const saved = await bulletins.save(tx, bulletin);
      await events.append(tx, ctx, { action: 'bulletin.composed', id: saved.id, before, after });
      return saved;
    }),
  ),

  style: inDistrict.query(({ ctx }) => drafts.styleOf(ctx.db, ctx.reach.districtId)),

  /** How the district writes from now on; what is issued stays as it was written. */
  setStyle: inDistrict.input(z.strictObject({ style: BulletinStyle, version: z.number().int().min(0) })).mutation(({ ctx, input }) =>
    ctx.change(async (tx) => {
      const { districtId } = ctx.reach;
      const before = await drafts.styleOf(tx, districtId);
      await drafts.saveStyle(tx, districtId, input.style, input.version);
      // Whoever reviews or signs reads words by the old style: they have to look again.
      for (const bulletin of await bulletins.unsigned(tx, districtId)) await bulletins.sayAnew(tx, bulletin);
      await events.append(tx, ctx, { action: 'bulletin.styleSet', id: districtId, before, after: input });
      return { version: input.version + 1 };
    }),
  ),
};

/** The values with those of some tokens replaced. */
function withTokens(values: readonly TokenValue[], tokens: readonly string[], put: readonly TokenValue[]): TokenValue[] {
  return [...values.filter(({ token }) => !tokens.includes(token)), ...put];
}

function taken(newer: Document, tokens: readonly string[], by: Pick<TokenValue, 'how' | 'byName' | 'at'>): TokenValue[] {
  const wanted = new Set(tokens);
  const found = new Map<string, TokenValue>();
  for (const { source, text, value } of numbersOf(newer)) {
    const token = tokenOf(source);
    if (wanted.has(token) && !found.has(token)) found.set(token, { token, text, value, ...by });
  }
  if (found.size < wanted.size) throw new DomainError('NOT_FOUND', { entity: 'number' });
  return [...found.values()];
}

/** How many paragraphs say something else, their numbers apart. */
function changedWords(was: Document, now: Document): number {
  const said = new Set(editable(now).map(templateOf));
  return editable(was).filter((paragraph) => !said.has(templateOf(paragraph))).length;
}
