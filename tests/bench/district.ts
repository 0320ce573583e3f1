import { pinyinOf } from '#server/kit/pinyin.ts';
import { addWeeks, dayOf, weekOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { wan, zero } from '#shared/kit/money.ts';
import { OrderKey, sequence } from '#shared/kit/rank.ts';
import { Stage, YearClass } from '#shared/projects/schema.ts';
import { openWorld, type World } from '#tests/support/world.ts';

const places = ['智能电气', '国际陆港', '夏侯棚户区', '北沟河', '谷川镇', '西泉水库', '东林街道', '南部文旅', '通航机场', '区中医院'];
const works = [
  '产业园建设',
  '综合物流枢纽',
  '改造安置住房',
  '山洪沟治理',
  '中心小学恢复重建',
  '除险加固',
  '排水防涝管网提升',
  '环线基础设施',
];
const UNITS = 40;
const WEEKS = 4;
const STEPS = 3;
const BATCH = 50;

/** A district with so many projects, each with a plan, four returns and three steps, put straight into the tables: it is measured, not told. */
export async function districtOf(projects: number, where: Parameters<typeof openWorld>[0] = {}): Promise<World> {
  const world = await openWorld(where);
  const units: Id<'unit'>[] = [];
  for (let at = 0; at < UNITS; at++) units.push((await world.addUnit(`第${at + 1}责任单位`)).id);
  const { db, districtId, newId } = world;
  const week = weekOf(dayOf(world.clock.now));
  const keys = sequence(STEPS).map((key) => OrderKey.parse(key));
  await db.transaction().execute(async (tx) => {
    for (let from = 0; from < projects; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, projects - from) }, (_, at) => {
        const number = from + at;
        const name = `${places[number % places.length]}${works[Math.floor(number / places.length) % works.length]}项目${number}标段`;
        return { id: newId('project'), number, name };
      });
      const project = (one: (typeof batch)[number]) => ({
        ...{ id: one.id, key: one.number + 1, districtId, unitId: units[one.number % UNITS] ?? districtId, name: one.name },
        ...{ code: `2603-999999-04-01-${String(one.number).padStart(6, '0')}`, ...pinyinOf(one.name), version: 1 },
        ...{ kind: one.number % 4 === 0 ? ('reconstruction' as const) : ('key' as const), level: 'district' as const },
        ...{ track: 'filing' as const, yearClass: YearClass.options[one.number % 3] ?? ('new' as const), category: null, location: null },
        ...{ content: null, leaderName: `领导${one.number % 12}`, totalInvestment: wan(10_000 + one.number), plannedStart: null },
        ...{ plannedFinish: null, actualStart: null, actualFinish: null, stage: Stage.options[one.number % 5] ?? ('building' as const) },
        ...{ standing: 'active' as const },
      });
      await tx.insertInto('project').values(batch.map(project)).execute();
      const plan = { year: Number(week.slice(0, 4)), annual: wan(6_000), byMonth: null, doneBeforeYear: zero, version: 1 };
      await tx
        .insertInto('year_plan')
        .values(batch.map(({ id }) => ({ ...plan, id: newId('yearPlan'), projectId: id })))
        .execute();
      for (let back = 0; back < WEEKS; back++) {
        const words = { progress: '主体结构施工，室外管网同步推进。', problem: null, nextStep: null, request: null, sentBackReason: null };
        const done = { doneThisWeek: wan(100), doneThisYear: wan(5_000 - back * 100), doneAtMonthEnd: null };
        const filed = { state: 'submitted' as const, submittedAt: world.clock.now, submittedBy: '罗科员', version: 1 };
        // This week half of them still owe their return.
        const returned = back === 0 ? batch.filter(({ number }) => number % 2 === 0) : batch;
        await tx
          .insertInto('weekly_return')
          .values(
            returned.map(({ id }) => ({
              ...{ id: newId('weeklyReturn'), projectId: id, districtId, week: addWeeks(week, -back) },
              ...words,
              ...done,
              ...filed,
            })),
          )
          .execute();
      }
      for (const [at, orderKey] of keys.entries()) {
        const step = { stageGroup: 'construction' as const, agencyUnitId: null, limitDays: 20, limitUnit: 'workday' as const, dueOn: null };
        const state = at === 0 ? ('done' as const) : ('pending' as const);
        const dates = { acceptedOn: null, doneOn: at === 0 ? dayOf(world.clock.now) : null, documentNumber: null, tolerantUntil: null };
        await tx
          .insertInto('approval_step')
          .values(
            batch.map(({ id }) => ({
              ...{ id: newId('approvalStep'), projectId: id, name: `手续${at}`, orderKey, version: 1 },
              ...step,
              ...dates,
              state,
            })),
          )
          .execute();
      }
    }
  });
  return world;
}
