import type { ProjectFigures } from '../cuts/figures.ts';
import type { Block, Document, Inline } from '../documents/model.ts';
import { joined, line, type NamedRows, numbersFrom } from '../documents/numbers.ts';
import { chineseNumber, issueText, longDate } from '../documents/wording.ts';
import { words } from '../documents/words.ts';
import { type Day, type Week, weekNumber, yearOf } from '../kit/calendar.ts';
import { keyBy } from '../kit/collections.ts';
import type { Lamp } from '../lamps/schema.ts';

/** A project that is named with its unit: it has not reported, or something happened to its problem. */
export type NamedProject = { projectId: string; name: string; unitName: string };
/** A problem that came up or was solved within the week. */
export type ReportedProblem = NamedProject & { title: string };

/** Everything that the 项目周报 of one week is written from: this week's cut against the one before. */
export type WeeklyReportInput = {
  district: { name: string; issuingOffice: string };
  week: Week;
  asOf: Day;
  issue: { year: number; number: number } | null;
  issuedOn: Day | null;
  isDraft: boolean;
  rows: readonly ProjectFigures[];
  /** Null where no earlier week was cut. */
  before: { week: Week; rows: readonly ProjectFigures[] } | null;
  missing: readonly NamedProject[];
  problems: { fresh: readonly ReportedProblem[]; solved: readonly ReportedProblem[] };
};

/** The lamps as an office names them. */
const worstFirst = ['red', 'yellow', 'green'] as const satisfies readonly Lamp[];
/** So many projects are named one by one; the rest is counted. */
const NAMED = 10;

const fields = {
  doneThisWeek: { label: '本周完成投资', read: (row: ProjectFigures) => row.doneThisWeek ?? 0, isMoney: true },
  doneThisYear: { label: '本年完成投资', read: (row: ProjectFigures) => row.doneThisYear, isMoney: true },
  yearPlan: { label: '年度计划投资', read: (row: ProjectFigures) => row.yearPlan ?? 0, isMoney: true },
  plannedToDate: { label: '序时计划投资', read: (row: ProjectFigures) => row.plannedToDate ?? 0, isMoney: true },
  totalInvestment: { label: '总投资', read: (row: ProjectFigures) => row.totalInvestment, isMoney: true },
} as const;

function numbersOf(week: Week) {
  return numbersFrom<ProjectFigures, keyof typeof fields>({ period: week, of: 'project', idOf: (row) => row.projectId, fields });
}
type Numbers = ReturnType<typeof numbersOf>;

/** Writes a week's 项目周报: what changed since the week before in figures, stages and lamps, who is missing, problems. */
export function draftWeeklyReport(input: WeeklyReportInput): Document {
  const numbers = numbersOf(input.week);
  const all = numbers.name('all', '在库项目', {}, input.rows);
  const sections = [
    { title: '总体情况', blocks: overall(input, numbers, all) },
    { title: '本周变化', blocks: changes(input, numbers) },
    { title: '填报情况', blocks: reporting(input, numbers) },
    { title: '问题情况', blocks: problems(input) },
  ].filter((section) => section.blocks.length > 0);
  return {
    kind: 'weekly-report',
    period: input.week,
    isDraft: input.isDraft,
    masthead: {
      lines: [`${input.district.name}重点项目建设`, '项目周报'],
      issueNumber: input.issue === null ? null : issueText(input.issue),
      issuer: input.district.issuingOffice,
      issuedOn: input.issuedOn,
      isRed: true,
    },
    title: [`${yearOf(input.week)}年第${weekNumber(input.week)}周`, '全区重点项目', '推进情况'],
    salutation: null,
    blocks: sections.flatMap((section, index): Block[] => [
      { type: 'heading', level: 1, text: `${chineseNumber(index + 1)}、${section.title}` },
      ...section.blocks,
    ]),
    annexes: [],
    imprint: {
      recipients: [
        { label: '报', text: '区委、区政府领导' },
        { label: '发', text: '各镇（街道），区直有关单位' },
      ],
      office: input.district.issuingOffice,
      printedOn: input.issuedOn,
      copies: null,
    },
    rowSets: numbers.rowSets,
  };
}

function overall({ asOf, rows, before }: WeeklyReportInput, numbers: Numbers, all: NamedRows<ProjectFigures>): Block[] {
  const planned = numbers.name(
    'planned',
    '有年度计划的项目',
    { yearPlan: 'set' },
    rows.filter((row) => row.yearPlan !== null),
  );
  const rate = numbers.rate('序时完成率', 'doneThisYear', 'plannedToDate', planned);
  const lamps = worstFirst.map((lamp): Inline[] => {
    const lit = numbers.name(
      `lamp:${lamp}`,
      `${words.lampGlyph[lamp]}灯项目`,
      { lamp },
      rows.filter((row) => row.lamp === lamp),
    );
    const was = before?.rows.filter((row) => row.lamp === lamp).length ?? null;
    const moved = was === null || was === lit.rows.length ? [] : change(numbers, lit, was, before?.week ?? '');
    return line`${words.lampGlyph[lamp]}灯${numbers.count(lit)}个${moved}`;
  });
  return [
    plain(
      line`截至${longDate(asOf)}，全区在库项目${numbers.count(all)}个，总投资${numbers.sum('totalInvestment', all)}万元，年度计划投资${numbers.sum('yearPlan', planned)}万元，本年完成投资${numbers.sum('doneThisYear', planned)}万元${rate === null ? '' : line`，序时完成率${rate}`}；本周完成投资${numbers.sum('doneThisWeek', all)}万元。`,
    ),
    plain(line`按现行规则预判，${joined(lamps, '，')}。`),
  ];
}

function change(numbers: Numbers, set: NamedRows<ProjectFigures>, was: number, week: string): Inline[] {
  return line`（较上周${set.rows.length > was ? '增加' : '减少'}${numbers.change(set, was, week)}个）`;
}

function changes({ rows, before }: WeeklyReportInput, numbers: Numbers): Block[] {
  if (before === null) return [plain(line`上周没有截取数据，本周起对比。`)];
  const was = keyBy(before.rows, (row) => row.projectId);
  const paired = rows.flatMap((now) => {
    const then = was.get(now.projectId);
    return then ? [{ now, then }] : [];
  });
  const worked = paired.filter(({ now }) => (now.doneThisWeek ?? 0) > 0).map(({ now }) => now);
  const most = worked.toSorted((a, b) => (b.doneThisWeek ?? 0) - (a.doneThisWeek ?? 0)).slice(0, NAMED);
  const staged = paired.filter(({ now, then }) => now.stage !== then.stage);
  const relit = paired.filter(({ now, then }) => now.lamp !== null && then.lamp !== null && now.lamp !== then.lamp);
  const fresh = rows.filter((row) => !was.has(row.projectId));
  const parts = [
    listed(
      '投资',
      '本周没有项目报送新完成的投资',
      most.map(
        (row) => line`${named(row)}本周完成${numbers.one('doneThisWeek', row)}万元，年初至今${numbers.one('doneThisYear', row)}万元`,
      ),
      worked.length,
    ),
    listed(
      '阶段',
      '本周没有项目变更阶段',
      staged.map(({ now, then }) => line`${named(now)}由${words.stage[then.stage]}进入${words.stage[now.stage]}`),
      staged.length,
    ),
    listed(
      '评灯',
      '本周没有项目变灯',
      relit.map(({ now, then }) => line`${named(now)}由${glyph(then.lamp)}转${glyph(now.lamp)}`),
      relit.length,
    ),
    ...(fresh.length === 0
      ? []
      : [
          listed(
            '入库',
            '',
            fresh.slice(0, NAMED).map((row) => line`${named(row)}`),
            fresh.length,
          ),
        ]),
  ];
  return [plain(line`与第${String(weekNumber(before.week))}周的数据相比：`), ...parts];
}

function glyph(lamp: Lamp | null): string {
  return lamp === null ? '未评' : `${words.lampGlyph[lamp]}灯`;
}

function listed(lead: string, none: string, entries: readonly Inline[][], count: number): Block {
  const rest = count - Math.min(count, NAMED);
  const more: Inline[] = rest > 0 ? line`，另有${String(rest)}个` : [];
  return {
    type: 'paragraph',
    lead: { level: 2, text: `${lead}。` },
    inlines: entries.length === 0 ? line`${none}。` : [...joined(entries.slice(0, NAMED), '；'), ...more, ...line`。`],
  };
}

function reporting({ rows, missing }: WeeklyReportInput, numbers: Numbers): Block[] {
  const ids = new Set(missing.map((one) => one.projectId));
  const late = numbers.name(
    'missing',
    '未填报项目',
    { return: 'missing' },
    rows.filter((row) => ids.has(row.projectId)),
  );
  if (late.rows.length === 0) return [plain(line`本周应填报的项目已全部填报。`)];
  const names = late.rows.slice(0, NAMED).map((row) => line`${named(row)}`);
  const more: Inline[] = late.rows.length > NAMED ? line`等` : [];
  return [plain(line`本周有${numbers.count(late)}个项目未按时填报：${joined(names, '、')}${more}。`)];
}

function problems({ problems: { fresh, solved } }: WeeklyReportInput): Block[] {
  if (fresh.length + solved.length === 0) return [plain(line`本周没有新增和解决的问题。`)];
  const said = (list: readonly ReportedProblem[]) => list.map((one) => line`${one.title}（${one.name}）`);
  return [
    ...(fresh.length === 0 ? [] : [listed(`本周新增问题${fresh.length}个`, '', said(fresh), fresh.length)]),
    ...(solved.length === 0 ? [] : [listed(`本周解决问题${solved.length}个`, '', said(solved), solved.length)]),
  ];
}

function named({ name, unitName }: NamedProject): string {
  return `${name}（${unitName}）`;
}

function plain(inlines: Inline[]): Block {
  return { type: 'paragraph', lead: null, inlines };
}
