import { z } from 'zod';
import { gapsIn, numberedKinds, ReadRegister } from '#shared/documents/register.ts';
import { issueText } from '#shared/documents/wording.ts';
import { idOf } from '#shared/kit/ids.ts';
import { rankOf } from '#shared/projects/search.ts';
import * as bulletins from '../bulletins/issue-store.ts';
import { pinyinOf } from '../kit/pinyin.ts';
import { inDistrict, router } from '../trpc.ts';
import * as documents from './store.ts';

export const documentsRouter = router({
  /** An issued document with its stored model: what was printed is shown again to the letter. */
  get: inDistrict
    .input(z.strictObject({ id: idOf('document'), attempt: z.number().int().positive().optional() }))
    .query(({ ctx, input }) => documents.loadVersion(ctx.db, ctx.reach.districtId, input.id, input.attempt)),

  /** The register of a year: every numbered document, found by title, number or pinyin, each series checked for gaps. */
  register: inDistrict.input(ReadRegister).query(async ({ ctx, input }) => {
    const { districtId } = ctx.reach;
    const withdrawn = await bulletins.withdrawn(ctx.db, districtId);
    const all = (await documents.ofYear(ctx.db, districtId, input.year)).map((document) => ({
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
      years: await documents.years(ctx.db, districtId),
      issued: all.filter((document) => (input.kind === undefined || document.kind === input.kind) && (text === '' || isFound(document))),
      total: all.length,
      series: numberedKinds.map((kind) => {
        const numbers = all.filter((document) => document.kind === kind).map(({ number }) => number);
        return { kind, count: numbers.length, ...gapsIn(numbers) };
      }),
    };
  }),
});
