import { plannedToDate } from '#shared/figures/plan.ts';
import {
  addDays,
  addMonths,
  type Day,
  earlier,
  firstDayOfMonth,
  lastDayOfYear,
  type Month,
  monthNumber,
  monthOf,
  yearOf,
} from '#shared/kit/calendar.ts';
import { type Money, wan } from '#shared/kit/money.ts';
import type { Lamp } from '#shared/lamps/schema.ts';
import type { Level, ProjectKind, Stage, Track, YearClass } from '#shared/projects/schema.ts';
import type { Draw } from './draw.ts';
import { areas, keyThemes, leaders, type PlaceKey, reconstructionThemes, type Theme } from './places.ts';

/** What a project's lamp of today is to come from. */
export type Cause = 'progress' | 'approvals' | 'registration' | 'start';

/** How the money done keeps up with the plan: the ratio at a year's beginning and where it stands in the end. */
type Pace = { from: number; to: number };

/** Everything about a project that its history is told from. Amounts in 万元, as whole numbers. */
export type Profile = {
  index: number;
  name: string;
  code: string;
  place: PlaceKey;
  kind: ProjectKind;
  level: Level;
  track: Track;
  yearClass: YearClass;
  category: string;
  location: string;
  leaderName: string;
  total: number;
  doneBefore: number;
  annual: number;
  isSeasonal: boolean;
  /** The stage it is entered with. */
  stage: Stage;
  createdOn: Day;
  plannedStart: Month | null;
  plannedFinish: Month;
  actualStart: Day | null;
  actualFinish: Day | null;
  lamp: Lamp;
  cause: Cause | null;
  isTroubled: boolean;
  paces: { now: Pace; before: Pace };
  draw: Draw;
};

export type Span = { start: Day; today: Day };

/** The projects of a district, their proportions kept whatever their number. */
export function profilesOf(draw: Draw, count: number, span: Span): Profile[] {
  const keyCount = Math.round(count * 0.63);
  const names = new Set<string>();
  const bare = Array.from({ length: count }, (_, index) => {
    const own = draw.fork(`project ${index}`);
    return describe(own, index, index < keyCount ? 'key' : 'reconstruction', index < keyCount ? index : index - keyCount, span, names);
  });
  const rated = draw.fork('lamps').shuffled(bare.filter((one) => one.yearClass !== 'reserve' && one.actualFinish === null));
  const reds = Math.max(1, Math.round(rated.length * 0.135));
  const yellows = Math.max(1, Math.round(rated.length * 0.2));
  // Who has been red for long comes first, so that even the smallest district has somebody in trouble.
  const isLasting = (one: Profile) => Number(one.yearClass === 'continued' && one.kind === 'reconstruction');
  rated.sort((a, b) => isLasting(b) - isLasting(a));
  const mixed = [...rated.slice(0, 1), ...draw.fork('order').shuffled(rated.slice(1))];
  for (const [at, profile] of mixed.entries()) {
    rate(profile, at < reds ? 'red' : at < reds + yellows ? 'yellow' : 'green', at, span);
    profile.isTroubled = at === 0;
    if (profile.isTroubled) Object.assign(profile.paces, { before: { from: 0.74, to: 0.78 }, now: { from: 0.72, to: 0.7 } });
  }
  return bare;
}

function describe(draw: Draw, index: number, kind: ProjectKind, nth: number, span: Span, names: Set<string>): Profile {
  const themes = kind === 'key' ? keyThemes : reconstructionThemes;
  const theme = themes[nth % themes.length] ?? themes[0];
  const yearClass = classOf(draw, kind, nth);
  const total = Math.round(theme.least + (theme.most - theme.least) * draw.number() ** 1.6);
  const createdOn = span.start;
  const isOld = yearClass === 'continued' || yearClass === 'finishing';
  const begun = isOld ? addDays(span.start, -draw.whole(120, 460)) : null;
  const built = kind === 'key' && yearClass === 'continued' ? builtStages[nth] : undefined;
  const share = built ? 0.93 : yearClass === 'finishing' ? draw.between(0.5, 0.65) : isOld ? draw.between(0.15, 0.4) : 0;
  const track =
    theme.category === '先进制造' || theme.category === '新兴产业' || theme.category === '现代物流'
      ? 'filing'
      : theme.category === '新能源'
        ? 'verification'
        : 'approval';
  const registered = begun ?? span.start;
  return {
    index,
    name: nameOf(draw, theme, nth, names),
    code: `${registered.slice(2, 4)}${registered.slice(5, 7)}-999999-${kind === 'key' ? '04' : '89'}-01-${String(draw.whole(0, 999_999)).padStart(6, '0')}`,
    place: draw.pick(theme.units),
    kind,
    level: draw.pick(kind === 'key' ? ['province', 'city', 'city', 'district', 'district'] : ['city', 'district', 'district']),
    track,
    yearClass,
    category: theme.category,
    location: draw.pick(areas),
    leaderName: draw.pick(leaders),
    total,
    doneBefore: Math.round(total * share),
    annual: Math.round((total * (built ? 0.04 : draw.between(0.18, 0.3))) / 10) * 10,
    isSeasonal: draw.chance(0.3),
    stage: built ?? (isOld ? 'building' : yearClass === 'reserve' ? (nth % 28 === 13 ? 'planned' : 'signed') : 'preparing'),
    createdOn,
    plannedStart: begun ? monthOf(begun) : null,
    plannedFinish: addMonths(monthOf(span.today), yearClass === 'finishing' ? draw.whole(1, 3) : draw.whole(6, 22)),
    actualStart: begun,
    actualFinish: built ? addDays(span.start, -draw.whole(10, 60)) : null,
    lamp: 'green',
    cause: null,
    isTroubled: false,
    paces: { now: { from: 1, to: 1 }, before: { from: draw.between(0.86, 1.06), to: draw.between(0.88, 1.06) } },
    draw,
  };
}

/** What was built when the list was begun, and only pays its last bills. */
const builtStages: Record<number, Stage> = { 5: 'completed', 9: 'producing', 17: 'completed', 24: 'at-capacity', 30: 'producing' };

function classOf(draw: Draw, kind: ProjectKind, nth: number): YearClass {
  if (kind === 'key' && nth % 14 === 13) return 'reserve';
  if (kind === 'key' && builtStages[nth]) return 'continued';
  const drawn = draw.number();
  if (kind === 'key') return drawn < 0.55 ? 'continued' : drawn < 0.87 ? 'new' : 'finishing';
  return drawn < 0.58 ? 'continued' : drawn < 0.8 ? 'new' : 'finishing';
}

function nameOf(draw: Draw, theme: Theme, nth: number, names: Set<string>): string {
  const area = areas[(nth * 5 + Math.floor(nth / areas.length)) % areas.length] ?? areas[0];
  const base = `${nth % 4 === 0 ? '示例区' : ''}${area}${theme.subject}`;
  let name: string = base;
  for (let part = 2; names.has(name); part++) name = `${base}（${draw.chance(0.5) && part < 5 ? '' : '第'}${part}标段）`;
  names.add(name);
  return name;
}

/** Gives a project the lamp that it has today, and what it comes from. */
function rate(profile: Profile, lamp: Lamp, at: number, { today }: Span): void {
  const { draw, yearClass } = profile;
  const oddCause: Cause | null =
    lamp === 'green' || at % 3 !== 2 ? null : yearClass === 'new' ? (at % 2 ? 'start' : 'registration') : 'approvals';
  profile.lamp = lamp;
  profile.cause = lamp === 'green' ? null : (oddCause ?? 'progress');
  const isSlow = profile.cause === 'progress';
  // A project that keeps up has room for one week whose return is still to come.
  const to = !isSlow ? draw.between(1, 1.08) : lamp === 'red' ? draw.between(0.66, 0.8) : draw.between(0.885, 0.93);
  const first = draw.number();
  const from = first < 0.24 ? draw.between(0.55, 0.78) : first < 0.5 ? draw.between(0.8, 0.92) : draw.between(0.98, 1.06);
  profile.paces.now = { from, to };
  if (yearClass === 'new') begin(profile, lamp, today);
}

/** When a new project begins: most in time in the months behind us, some in those to come, a few late. */
function begin(profile: Profile, lamp: Lamp, today: Day): void {
  const { draw, cause } = profile;
  const month = monthOf(today);
  const inMonth = (back: number): Day => addDays(firstDayOfMonth(addMonths(month, -back)), draw.whole(4, 24));
  if (cause === 'start') {
    profile.plannedStart = addMonths(month, lamp === 'red' ? -3 : -1);
    return;
  }
  if (cause === 'registration') profile.actualStart = addDays(today, lamp === 'red' ? -76 : -40);
  else if (cause === 'progress' || draw.chance(0.68)) profile.actualStart = inMonth(draw.whole(2, 7));
  // A start in the list's first days leaves no time for the steps before it: it was before the list was begun.
  const { actualStart, createdOn } = profile;
  if (actualStart && actualStart <= addDays(createdOn, 21))
    profile.actualStart = earlier(actualStart, addDays(createdOn, -draw.whole(5, 12)));
  profile.plannedStart = profile.actualStart ? monthOf(profile.actualStart) : addMonths(month, draw.whole(1, 3));
}

/** The year's plan of a project in 万元: the whole year, and by month where it is not even. */
export function planOf(profile: Profile, year: number, today: Day): { annual: number; byMonth: number[] | null } {
  if (profile.yearClass === 'reserve') return { annual: 0, byMonth: null };
  const first = firstMonthOf(profile, today);
  const from = first === null ? 13 : yearOf(first) > year ? 13 : yearOf(first) < year ? 1 : monthNumber(first);
  if (from === 1 && !profile.isSeasonal) return { annual: profile.annual, byMonth: null };
  // Winter stops the earthworks; what is left goes where the weather is.
  const weights = Array.from({ length: 12 }, (_, at): number => (at + 1 < from ? 0 : profile.isSeasonal && (at < 2 || at === 11) ? 1 : 3));
  const share = weights.reduce((sum, weight) => sum + weight, 0);
  const annual = share === 0 ? 0 : Math.round((profile.annual * Math.max(0, 13 - from)) / 12);
  if (annual === 0) return { annual: 0, byMonth: null };
  const byMonth = weights.map((weight) => Math.floor((annual * weight) / share));
  byMonth[11] = annual - byMonth.slice(0, 11).reduce((sum, amount) => sum + amount, 0);
  return { annual, byMonth };
}

/** The first month that money is planned for: the start's, or, while that is still to come, next month. */
function firstMonthOf(profile: Profile, today: Day): Month | null {
  if (profile.yearClass !== 'new') return profile.plannedStart;
  if (profile.actualStart) return monthOf(profile.actualStart);
  const next = addMonths(monthOf(today), 1);
  return profile.plannedStart && profile.plannedStart > next ? profile.plannedStart : next;
}

/** What has been done in a day's year up to the day, in 万元. */
export function doneBy(profile: Profile, on: Day, today: Day): number {
  if (!profile.actualStart || on < profile.actualStart) return 0;
  const year = yearOf(on);
  const { annual, byMonth } = planOf(profile, year, today);
  if (annual === 0) return 0;
  const plan = { annual: wan(annual), byMonth: byMonth?.map((amount) => wan(amount)) ?? null };
  const planned = (day: Day): Money => plannedToDate(plan, day);
  const isNow = year === yearOf(today);
  const pace = isNow ? profile.paces.now : profile.paces.before;
  const end = planned(isNow ? today : lastDayOfYear(year));
  const passed = end === 0 ? 0 : Math.min(1, planned(on) / end);
  const wobble = 0.025 * Math.sin(Math.PI * passed * (3 + (profile.index % 4))) * (profile.isTroubled ? 0 : 1);
  const ratio = pace.from + (pace.to - pace.from) * passed + wobble;
  return Math.max(0, Math.min(Math.round(annual * 1.03), Math.round((planned(on) * ratio) / 10_000)));
}
