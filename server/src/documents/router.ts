import { z } from 'zod';
import { gapsIn, numberedKinds, ReadRegister } from '#shared/documents/register.ts';
import { issueText } from '#shared/documents/wording.ts';
import { idOf } from '#shared/kit/ids.ts';
import { rankOf } from '#shared/projects/search.ts';
import * as bulletins from '../bulletins/issue-store.ts';
import { pinyinOf } from '../kit/pinyin.ts';
import * as reports from '../reports/issue-store.ts';
import { inDistrict, router } from '../trpc.ts';
import * as documents from './store.ts';

export const documentsRouter = router({
  /** An issued document with its stored model: what was printed is shown again to the letter. */
  get: inDistrict
    .input(z.strictObject({ id: idOf('document'), attempt: z.number().int().positive().optional() }))
    .query(({ ctx, input }) => documents.read(ctx.db, ctx.reach, input.id, input.attempt)),

  /** The register of a year: every numbered document, or those that are issued to the asker's units, found by title, number or pinyin, each series checked for gaps. */
  register: inDistrict.input(ReadRegister).query(async ({ ctx, input }) => {
    const { districtId, unitIds } = ctx.reach;
    const withdrawn = new Map([...(await bulletins.withdrawn(ctx.db, districtId)), ...(await reports.withdrawn(ctx.db, districtId))]);
    const all = (await documents.ofYear(ctx.db, ctx.reach, input.year)).map((document) => ({
      ...document,
      isWithdrawn: withdrawn.has(document.id),
      correctedBy: withdrawn.get(document.id) ?? null,
    }));
    const text = input.text?.trim() ?? '';
    const isFound = ({ title, year, number, period }: (typeof all)[number]) => {
      const names = [title, issueText({ year, number }), period];
      return rankOf({ names, ...pinyinOf(title), code: null, unitName: null }, text) !== null;
    };
    return {
      years: await documents.years(ctx.db, ctx.reach),
      issued: all.filter((document) => (input.kind === undefined || document.kind === input.kind) && (text === '' || isFound(document))),
      total: all.length,
      series: numberedKinds.map((kind) => {
        const numbers = all.filter((document) => document.kind === kind).map(({ number }) => number);
        // A unit has some numbers of a series: what it was not sent is no gap.
        return { kind, count: numbers.length, ...gapsIn(unitIds === null ? numbers : []) };
      }),
    };
  }),
});
