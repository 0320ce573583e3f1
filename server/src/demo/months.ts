import type { DeskAct } from '#shared/bulletins/flow.ts';
import { switchedSection, usualOutline } from '#shared/bulletins/outline.ts';
import { addMonths, addMs, dayOf, earlier, type Instant, later, type Month, monthOf, yearOf } from '#shared/kit/calendar.ts';
import { sum, wan } from '#shared/kit/money.ts';
import type { Diary } from './diary.ts';
import type { Town } from './doors.ts';
import type { Draw } from './draw.ts';
import { cutTime, lastMonthBefore } from './schedule.ts';

const DAY = 24 * 3_600_000;

/** Each month that is over: its cut, its bulletin with praise and criticism, issued but for the last one. */
export function tellMonths(diary: Diary, town: Town, draw: Draw, from: Instant, present: Instant): Month[] {
  const last = lastMonthBefore(dayOf(present));
  const months: Month[] = [];
  for (let month = monthOf(dayOf(from)); month <= last; month = addMonths(month, 1)) {
    months.push(month);
    const own = draw.fork(`month ${month}`);
    const cutAt = later(cutTime(month, present), from);
    const versionOf = async () => (await town.as('office').bulletins.view({ month })).bulletin?.version ?? 0;
    const move = async (who: 'office' | 'reviewer' | 'leader', act: DeskAct, remark: string | null = null) => {
      await town.as(who).bulletins.move({ month, act, version: await versionOf(), remark });
    };
    const at = (days: number, act: () => Promise<void>) => diary.at(addMs(cutAt, days * DAY), act);
    diary.at(cutAt, async () => {
      if (own.chance(0.5)) await overrideOne(town, month, own);
      await town.as('office').lamps.cut({ month });
    });
    diary.at(earlier(addMs(cutAt, DAY), later(addMs(cutAt, 1), addMs(present, -20 * 60_000))), () => nominate(town, own));
    if (month === last) continue;
    at(3, () => move('office', 'submit'));
    if (addMonths(month, 1) === last) {
      at(3.4, () => move('reviewer', 'sendBack', '绿灯项目只列附件，正文从简；红灯原因请逐项核对。'));
      at(3.7, async () => {
        const outline = switchedSection(usualOutline, 'green', false);
        await town.as('office').bulletins.compose({ month, version: await versionOf(), outline });
        await move('office', 'submit', '已按意见修改，请再核。');
      });
    }
    at(4, () => move('reviewer', 'approve'));
    at(5, () => move('leader', 'sign'));
    at(6, () => move('office', 'issue'));
    if (addMonths(month, 1) === last) at(8, () => putPlanRight(town, yearOf(month)));
  }
  return months;
}

/** A plan that was written down wrong is put right after its month was printed: the next bulletin says so. */
async function putPlanRight(town: Town, year: number): Promise<void> {
  const { cards } = await town.as('office').board.snapshot();
  for (const { id } of cards.filter(({ lamp, yearPlan }) => lamp === 'green' && yearPlan !== null && yearPlan > wan(1_000))) {
    const plan = (await town.as('office').projects.get({ id })).yearPlan;
    // What was approved, or spread over months, is not merely a figure written down wrong.
    if (!plan || plan.year !== year || plan.byMonth || plan.baseline) continue;
    const { annual, doneBeforeYear, version } = plan;
    const right = { annual: sum([annual, wan(20)]), byMonth: null, doneBeforeYear };
    await town.as('office').projects.setYearPlan({ projectId: id, year, ...right, version });
    return;
  }
}

/** One lamp of the month set by hand, with the reason that the office had. */
export async function overrideOne(town: Town, month: Month, own: Draw): Promise<void> {
  const { cards } = await town.as('office').board.snapshot();
  const [card] = own.shuffled(cards.filter((one) => one.lamp === 'yellow'));
  if (card)
    await town.as('office').lamps.override({ projectId: card.id, month, lamp: 'green', reason: '上级部门统一调整建设时序，已书面报备。' });
}

/** 表扬 for those far ahead of their plan, 批评 for the red ones. */
async function nominate(town: Town, own: Draw): Promise<void> {
  const { cards } = await town.as('office').board.snapshot();
  const ahead = cards.filter((card) => card.lamp === 'green' && card.plannedToDate !== null && card.plannedToDate > 0);
  ahead.sort((a, b) => b.done / (b.plannedToDate ?? 1) - a.done / (a.plannedToDate ?? 1));
  const red = own.shuffled(cards.filter((card) => card.lamp === 'red'));
  for (const card of ahead.slice(0, own.whole(2, 3))) await town.as('office').bulletins.nominate({ projectId: card.id, kind: 'praise' });
  for (const card of red.slice(0, own.whole(2, 3))) await town.as('office').bulletins.nominate({ projectId: card.id, kind: 'criticise' });
}
