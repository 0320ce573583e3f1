import { formatWan, type Money, sum, zero } from '#shared/kit/money.ts';
import type { YearPlan } from '#shared/projects/schema.ts';
import { type MoneyReading, readMoney } from '../kit/money.ts';

/** A year's plan as it is typed, in 万元; `months` is January first. */
export type PlanForm = { annual: string; doneBeforeYear: string; months: readonly string[]; reason: string };

const MONTHS = 12;
export const noMonths: readonly string[] = Array.from({ length: MONTHS }, () => '');

/** The fields of a plan's form in which two people can differ: the year, what was done before it, and each month by its number. */
export const planFields: readonly string[] = ['annual', 'doneBeforeYear', ...noMonths.map((_, at) => String(at + 1))];

/** A plan's form field by field. */
export function fieldsOf({ annual, doneBeforeYear, months }: PlanForm): Record<string, string> {
  return { annual, doneBeforeYear, ...Object.fromEntries(months.map((month, at) => [String(at + 1), month])) };
}

/** A plan's form with other fields; why it is changed stays as it was typed. */
export function withFields(form: PlanForm, fields: Readonly<Record<string, string>>): PlanForm {
  const { annual = form.annual, doneBeforeYear = form.doneBeforeYear } = fields;
  return { ...form, annual, doneBeforeYear, months: form.months.map((month, at) => fields[at + 1] ?? month) };
}

/** A plan on record, to the yuan, ready to be typed over; an empty one where the year has none. */
export function planFormOf(plan: YearPlan | null): PlanForm {
  return {
    annual: plan ? formatWan(plan.annual, 4) : '',
    doneBeforeYear: formatWan(plan?.doneBeforeYear ?? zero, 4),
    months: plan?.byMonth?.map((amount) => (amount === null ? '' : formatWan(amount, 4))) ?? noMonths,
    reason: '',
  };
}

/** The months after a row or a column of a spreadsheet was pasted at one of them; null where it is one value, which any field takes. */
export function pastedInto(months: readonly string[], at: number, text: string): readonly string[] | null {
  const cells = text
    .replace(/[\r\n]+$/, '')
    .split(/\t|\r\n|\r|\n/)
    .map((cell) => cell.trim());
  if (cells.length < 2) return null;
  return months.map((month, index) => cells[index - at] ?? month);
}

export type PlanReading = {
  annual: MoneyReading;
  doneBeforeYear: MoneyReading;
  months: readonly MoneyReading[];
  /** Null where all months are empty: the year is spread evenly. */
  byMonth: (Money | null)[] | null;
  /** What the months make together, as far as they can be read. */
  total: Money;
  isWhole: boolean;
};

/** What was typed, understood; `isWhole` where nothing stands in it that is no amount. */
export function readPlan(form: PlanForm): PlanReading {
  const annual = readMoney(form.annual);
  const doneBeforeYear = readMoney(form.doneBeforeYear);
  const months = form.months.map((month) => readMoney(month));
  const amounts = months.map((month) => (month.state === 'amount' ? month.amount : null));
  const isEmpty = months.every((month) => month.state === 'empty');
  return {
    annual,
    doneBeforeYear,
    months,
    byMonth: isEmpty ? null : amounts,
    total: sum(amounts.flatMap((amount) => amount ?? [])),
    isWhole:
      annual.state === 'amount' &&
      doneBeforeYear.state === 'amount' &&
      months.every((month) => month.state === 'amount' || month.state === 'empty'),
  };
}
