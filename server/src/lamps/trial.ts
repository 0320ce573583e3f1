import { accountDay } from '#shared/cycle/periods.ts';
import { dayOf, type Instant, type Month, monthOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { LampInput, LampMemory } from '#shared/lamps/input.ts';
import { rateAll, replay } from '#shared/lamps/replay.ts';
import type { LampResult } from '#shared/lamps/result.ts';
import type { Lamp, RuleSet } from '#shared/lamps/schema.ts';
import type { TrialMonth, TrialTurn, TryRules } from '#shared/lamps/trial.ts';
import { loadRated } from '../cuts/figures.ts';
import * as cuts from '../cuts/store.ts';
import type { Reader } from '../db/tables.ts';
import { memoryOf, type Ratable, rateOthers, tasksOf, unitInputs, unitsOf } from './rate.ts';
import * as lamps from './store.ts';

/** A month's facts, with the lamps that stand in it now. */
type Standing = {
  month: Month;
  isProvisional: boolean;
  unknown: number;
  rows: (Ratable & { ruleLamp: Lamp | null })[];
  /** The lamps of units or tasks, by whose they are. */
  others: ReadonlyMap<string, Lamp | null>;
};

/**
 * Which lamps would turn under other rules, in this month and in past ones. Nothing is written: what was cut keeps its
 * lamps, and what was issued its words.
 */
export async function tryRules(db: Reader, districtId: Id<'unit'>, now: Instant, { ruleSet, months }: TryRules): Promise<TrialMonth[]> {
  const today = accountDay(dayOf(now));
  const past = (await cuts.monthsCut(db, districtId, months)).filter((month) => month < monthOf(today)).reverse();
  const standing: Standing[] = [];
  for (const month of past) standing.push(await asCut(db, districtId, month, ruleSet.rates));
  standing.push(await asOfToday(db, districtId, today, ruleSet));
  return ruleSet.rates === 'task'
    ? standing.map((one) => tasksUnder(ruleSet, one))
    : under(ruleSet, standing, await unitsOf(db, districtId));
}

async function asCut(db: Reader, districtId: Id<'unit'>, month: Month, rates: RuleSet['rates']): Promise<Standing> {
  const cut = await cuts.find(db, districtId, 'month', month);
  const rows = cut ? await cuts.lampInputs(db, cut.id) : [];
  const known = rows.flatMap(({ input, ...row }) => (input ? [{ ...row, input }] : []));
  const others = cut && rates !== 'project' ? await cuts.ratings(db, cut.id) : [];
  return { month, isProvisional: false, unknown: rows.length - known.length, rows: known, others: lampsOf(others, rates) };
}

async function asOfToday(db: Reader, districtId: Id<'unit'>, today: TrialDay, ruleSet: RuleSet): Promise<Standing> {
  // Rated by the rules in force, with the facts that the others ask for besides.
  const inForce = await lamps.ruleSetOf(db, districtId);
  const others = ruleSet.rates === 'project' ? [] : await lamps.otherRuleSets(db, districtId);
  const rated = await loadRated(db, { districtId, asOf: today, ruleSet: inForce, otherRuleSets: [ruleSet, ...others] });
  const rows = rated.map(({ figures: { projectId, name, unitId, ruleLamp }, input }) => ({ projectId, name, unitId, ruleLamp, input }));
  const before = ruleSet.rates === 'unit' ? await cuts.lastMonthBefore(db, districtId, monthOf(today)) : null;
  const memory = before ? memoryOf(await cuts.ratings(db, before.id), before.month) : new Map<string, LampMemory>();
  const ratings = rateOthers(others, rows, await unitsOf(db, districtId), memory);
  return { month: monthOf(today), isProvisional: true, unknown: 0, rows, others: lampsOf(ratings, ruleSet.rates) };
}

type TrialDay = ReturnType<typeof accountDay>;

function lampsOf(ratings: readonly cuts.Rating[], rates: RuleSet['rates']): Map<string, Lamp | null> {
  return new Map(ratings.filter((row) => row.rates === rates).map((row) => [keyOf(row), row.lamp]));
}

function keyOf({ rates, subjectId, month }: Pick<cuts.Rating, 'rates' | 'subjectId' | 'month'>): string {
  return rates === 'task' ? `${subjectId} ${month}` : subjectId;
}

/** Projects or units, month by month, each hearing of the month before what these rules said of it. */
function under(ruleSet: RuleSet, standing: readonly Standing[], units: Parameters<typeof unitInputs>[2]): TrialMonth[] {
  const nameOf = new Map<string, string>(units.map(({ id, shortName }) => [id, shortName]));
  const months = standing.map(({ month, rows }) => {
    const ofUnits: Map<string, LampInput> = unitInputs(ruleSet, ruleSet.rates === 'unit' ? rows : [], units, new Map());
    const inputs = ruleSet.rates === 'unit' ? ofUnits : new Map<string, LampInput>(rows.map((row) => [row.projectId, row.input]));
    return { month, inputs };
  });
  return replay(ruleSet, months).map(({ month, results }, at) => {
    const { isProvisional = false, unknown = 0, rows = [], others = new Map<string, Lamp | null>() } = standing[at] ?? {};
    const project = new Map<string, Standing['rows'][number]>(rows.map((row) => [row.projectId, row]));
    const turns = [...results].flatMap(([subjectId, result]) => {
      const row = project.get(subjectId);
      const from = row ? row.ruleLamp : (others.get(subjectId) ?? null);
      return turnOf({ subjectId, name: row?.name ?? nameOf.get(subjectId) ?? '', month, from }, result);
    });
    return { month, isProvisional, rated: results.size, unknown, turns };
  });
}

function tasksUnder(ruleSet: RuleSet, { month, isProvisional, unknown, rows, others }: Standing): TrialMonth {
  const tasks = rows.flatMap((row) => tasksOf(ruleSet, row));
  const turns = tasks.flatMap((task) => {
    const from = others.get(keyOf(task)) ?? null;
    return turnOf({ subjectId: task.subjectId, name: task.name, month: task.month, from }, task.result);
  });
  return { month, isProvisional, rated: tasks.length, unknown, turns };
}

function turnOf(own: Omit<TrialTurn, 'to' | 'reason'>, { lamp, reasons }: LampResult): TrialTurn[] {
  return own.from === lamp ? [] : [{ ...own, to: lamp, reason: reasons[0] ?? null }];
}

/**
 * Works a cut month out again by the rules and the facts of its time; answers the projects whose lamp would not be the
 * one that was kept. There should never be any.
 */
export async function recheck(db: Reader, districtId: Id<'unit'>, month: Month) {
  const cut = await cuts.find(db, districtId, 'month', month);
  if (!cut) return null;
  const rows = await cuts.lampInputs(db, cut.id);
  const known = rows.flatMap(({ input, ...row }) => (input ? [{ ...row, input }] : []));
  const results = rateAll(cut.ruleSet, new Map(known.map((row) => [row.projectId, row.input])));
  const differing = known.flatMap(({ projectId, name, ruleLamp }) => {
    const lamp = results.get(projectId)?.lamp ?? null;
    return lamp === ruleLamp ? [] : [{ projectId, name, kept: ruleLamp, again: lamp }];
  });
  return { rated: known.length, unknown: rows.length - known.length, differing };
}
