import type { StepEntry } from '#shared/approvals/schema.ts';
import type { TemplateKind, TemplateStep } from '#shared/approvals/templates.ts';
import { addWorkdays } from '#shared/calendar/workdays.ts';
import { addDays, addMonthsToDay, type Day, instantAt, later } from '#shared/kit/calendar.ts';
import type { Ledger } from './ledgers.ts';
import type { Profile } from './profile.ts';
import type { Known } from './projects.ts';

/** What the district promises for each step of the templates, in working days: made up, as all of this district is. */
const promised: Readonly<Record<string, number>> = {
  ...{ proposal: 5, siting: 10, feasibility: 10, verification: 10, filing: 0, landPlan: 7, environment: 15, energy: 10, soil: 10 },
  ...{ preliminary: 10, scheme: 7, worksPlan: 7, drawings: 7, fire: 7, permit: 3, acceptance: 8, record: 3 },
};

/** Whether a project's approvals are told as a plan from the template: its start still lies ahead. */
export function hasPlan({ stage, actualStart, yearClass }: Profile): boolean {
  return stage === 'preparing' && actualStart === null && yearClass === 'new';
}

/** The office's own edition of every template: what is built in, with what the district promises. */
export async function keepTemplates({ town }: Pick<Ledger, 'town'>): Promise<void> {
  const { approvals } = town.as('office');
  for (const kind of ['approval', 'verification', 'filing', 'reconstruction'] as const satisfies readonly TemplateKind[]) {
    const { steps } = await approvals.template({ kind });
    await approvals.keepTemplate({ kind, edition: 0, steps: steps.map(withPromise) });
  }
}

function withPromise(step: TemplateStep): TemplateStep {
  const days = promised[step.ref];
  return days === undefined ? step : { ...step, promised: { days, unit: 'workday' } };
}

/** One thing told of a step, so many working days before today. */
type Told = readonly [before: number, entry: (on: Day, today: Day) => StepEntry];

const accepted = (before: number): Told => [before, (on) => ({ kind: 'accepted', on })];
const resumed = (before: number): Told => [before, (on) => ({ kind: 'resumed', on })];
const redeemed = (before: number): Told => [before, (on) => ({ kind: 'redeemed', on })];
const done = (before: number): Told => [before, (on) => ({ kind: 'done', on })];
const stopped = (before: number, cause: 'supplement' | 'review' | 'publicity', note: string): Told => [
  before,
  (on) => ({ kind: 'stopped', on, cause, note }),
];
const tolerated = (before: number, paper: string): Told => [
  before,
  (on, today) => ({ kind: 'tolerated', on, papers: [paper], until: addDays(today, 12) }),
];
const exempt = (before: number, reason: string): Told => [before, (on) => ({ kind: 'exempt', on, reason })];

type Story = Readonly<Record<string, readonly Told[]>>;

/** How far each plan has come: steps side by side, with the stops that a limit leaves out. */
const begun: Story = {
  项目建议书批复: [accepted(27), done(24)],
  项目备案: [done(20)],
  项目核准: [accepted(17), stopped(15, 'review', '委托评估机构评估项目申请报告'), resumed(11), done(9)],
  用地预审与选址意见书: [accepted(26), stopped(24, 'review', '选址方案专家论证'), resumed(21), done(18)],
  可行性研究报告批复: [accepted(17), stopped(15, 'supplement', '补充资金来源说明'), resumed(12), done(9)],
  节能审查: [exempt(16, '年综合能源消费量低于审查起点，建设单位已出具节能承诺')],
};
const stories: readonly [Story, ...Story[]] = [
  {
    ...begun,
    环境影响评价: [accepted(16), stopped(13, 'publicity', '受理情况公示'), resumed(6)],
    水土保持方案审批: [tolerated(9, '弃渣场选址意见')],
    建设用地规划许可证: [accepted(8), stopped(3, 'publicity', '批前公示 7 日')],
    '初步设计（概算）批复': [accepted(7), stopped(2, 'review', '概算专家评审')],
  },
  {
    ...begun,
    环境影响评价: [accepted(14), stopped(12, 'supplement', '补充噪声预测章节'), resumed(9)],
    水土保持方案审批: [tolerated(14, '水土保持监测承诺书'), redeemed(5), done(4)],
    建设用地规划许可证: [accepted(8), done(4)],
    设计方案审查: [accepted(3)],
    '初步设计（概算）批复': [accepted(8), stopped(6, 'review', '概算专家评审'), resumed(2)],
  },
  {
    项目建议书批复: [accepted(12), done(9)],
    项目备案: [done(8)],
    项目核准: [accepted(4)],
    用地预审与选址意见书: [accepted(10), stopped(7, 'supplement', '权属地类分析图缺签章')],
    环境影响评价: [tolerated(6, '公众参与说明')],
    水土保持方案审批: [accepted(5)],
  },
];

/** The approvals of a project before its start: the template's steps side by side, told by its unit as they went. */
export function tellPlan({ diary, town, calendar, today }: Ledger, project: Known, nth: number): void {
  const { createdOn, place } = project;
  const draw = project.draw.fork('plan');
  const story = stories[nth % stories.length] ?? stories[0];
  const on = (before: number): Day => later(addDays(createdOn, 1), addWorkdays(calendar, today, -before).day);
  diary.at(instantAt(on(28), '08:40'), async () => {
    await town.as('office').approvals.fromTemplate({ projectId: project.id });
  });
  for (const [name, entries] of Object.entries(story)) {
    for (const [before, entryOf] of entries) {
      const entry = entryOf(on(before), today);
      const isDone = entry.kind === 'done';
      const granted = {
        documentNumber: isDone ? `示审〔${on(before).slice(0, 4)}〕${draw.whole(10, 900)}号` : null,
        validUntil: isDone && name === '项目建议书批复' ? addMonthsToDay(on(before), 12) : null,
      };
      diary.at(instantAt(on(before), '09:50'), async () => {
        const officer = town.officerOf(place).approvals;
        const step = (await officer.ofProject({ projectId: project.id })).find((each) => each.name === name);
        // What the template leaves out needs nothing told.
        if (step && step.state !== 'exempt') await officer.tell({ id: step.id, version: step.version, entry, ...granted });
      });
    }
  }
}
