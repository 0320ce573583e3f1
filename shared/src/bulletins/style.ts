import { z } from 'zod';
import { addDays, addMonths, type Day, firstDayOfMonth, type Month } from '../kit/calendar.ts';
import { compareRatio, type Money } from '../kit/money.ts';

/** 达到 · 略低于 · 低于 · 明显低于: up to how many percentage points behind 序时进度 a word stands; the last one has no end. */
export const ProgressWord = z.strictObject({
  word: z.string().trim().min(1).max(8),
  within: z.number().min(0).max(100).multipleOf(0.01).nullable(),
});
export type ProgressWord = z.infer<typeof ProgressWord>;

/** The words for progress against time, from the best on; each reaches farther back than the one before. */
export const ProgressWording = z
  .array(ProgressWord)
  .min(2)
  .max(6)
  .refine((words) =>
    words.every(({ within }, at) => {
      const before = words[at - 1]?.within;
      const isLast = at === words.length - 1;
      return (within === null) === isLast && (at === 0 || within === null || (before ?? 0) < within);
    }),
  );
export type ProgressWording = z.infer<typeof ProgressWording>;

/** How a district writes its bulletins. */
export const BulletinStyle = z.strictObject({
  /** 万元 or 亿元. */
  moneyUnit: z.enum(['wan', 'yi']),
  /** Places of a rate in percent. */
  rateDecimals: z.number().int().min(0).max(2),
  wording: ProgressWording,
  /** What 开工率 stands over: all starts of the year's list, or those whose planned month has come. */
  startBasis: z.enum(['year', 'due']),
  /** The day of the next month by which plans to put red projects right are due; null where no day is set. */
  rectifyDay: z.number().int().min(1).max(28).nullable().default(null),
  /** 报 · 送 · 发, in the 版记. */
  recipients: z.array(z.strictObject({ label: z.string().trim().min(1).max(2), text: z.string().trim().min(1).max(200) })).max(4),
  /** Copies printed; null where it is not said. */
  copies: z.number().int().positive().max(100_000).nullable(),
});
export type BulletinStyle = z.infer<typeof BulletinStyle>;

/**
 * The style until a district sets its own. The words are those of 铜梁区's bulletin of 2024; the bounds are ours, since it
 * publishes the words alone, and put each of its five figures under the word that stands there.
 */
export const usualStyle: BulletinStyle = {
  moneyUnit: 'wan',
  rateDecimals: 1,
  wording: [
    { word: '达到', within: 0 },
    { word: '略低于', within: 5 },
    { word: '低于', within: 15 },
    { word: '明显低于', within: null },
  ],
  startBasis: 'year',
  rectifyDay: null,
  recipients: [
    { label: '报', text: '区委、区人大常委会、区政府、区政协领导' },
    { label: '送', text: '区纪委监委机关、区委组织部、区委督查室、区政府督查室' },
    { label: '发', text: '各镇（街道），开发区管委会，区直有关单位' },
  ],
  copies: null,
};

/** The day by which plans to put a month's red projects right are due; null where the style sets none. */
export function rectifyBy({ rectifyDay }: Pick<BulletinStyle, 'rectifyDay'>, month: Month): Day | null {
  return rectifyDay === null ? null : addDays(firstDayOfMonth(addMonths(month, 1)), rectifyDay - 1);
}

/**
 * The word for what is done against 序时进度, by the exact gap in percentage points of the year's plan; null where nothing
 * is planned, in the year or by now.
 */
export function progressWord(wording: ProgressWording, done: Money, plannedToDate: Money, yearPlan: Money): string | null {
  if (yearPlan <= 0 || plannedToDate <= 0) return null;
  // Bounds have two decimals: hundredths of a point keep the comparison in whole numbers.
  const word = wording.find(
    ({ within }) => within === null || compareRatio(plannedToDate - done, yearPlan, Math.round(within * 100), 10_000) <= 0,
  );
  return word?.word ?? null;
}
