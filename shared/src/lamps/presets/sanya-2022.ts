import { RuleSet } from '../schema.ts';

const published = {
  place: '海南三亚市',
  on: '2022-05-13',
  url: 'http://news.hndaily.cn/html/2022-05/13/content_58470_14809063.htm',
};

/** 三亚市 2022, projects: those with a year's plan of 1000万元 and more, by what was done up to the last month-end. */
export const sanya2022: RuleSet = RuleSet.parse({
  id: 'sanya-2022',
  name: { zh: '三亚市 2022（项目）', en: 'Sanya 2022 (projects)' },
  published,
  rates: 'project',
  scope: { kinds: [], levels: [], tracks: [], stages: [], leastYearPlan: 10_000_000 },
  dimensions: [
    {
      id: 'progress',
      metric: 'relativeShortfall',
      bands: [
        { lamp: 'green', from: null, to: { value: '0', inclusive: true } },
        { lamp: 'yellow', from: { value: '0', inclusive: false }, to: { value: '50', inclusive: true } },
        { lamp: 'red', from: { value: '50', inclusive: false }, to: null },
      ],
      gap: 'green',
      reading: {
        zh: '原文“低于序时进度50%”按差额占序时计划的比例计，不按百分点；正好50%为黄牌。',
        en: '“50% below the plan to date” is read as a share of that plan, not as percentage points; exactly 50% is yellow.',
      },
    },
  ],
  combine: 'worst',
  asOf: 'month-end',
});

/** 三亚市 2022, districts and parks by their monthly task: here the units that are responsible for projects. */
export const sanya2022Units: RuleSet = RuleSet.parse({
  id: 'sanya-2022-units',
  name: { zh: '三亚市 2022（责任单位）', en: 'Sanya 2022 (units)' },
  published,
  rates: 'unit',
  dimensions: [
    {
      id: 'month-task',
      name: { zh: '月度任务', en: 'Monthly task' },
      metric: 'tasksMissedInARow',
      bands: [
        { lamp: 'green', from: null, to: { value: '0', inclusive: true } },
        { lamp: 'yellow', from: { value: '1', inclusive: true }, to: { value: '2', inclusive: false } },
        { lamp: 'red', from: { value: '2', inclusive: true }, to: null },
      ],
      gap: 'green',
      reading: {
        zh: '原文评各区、园区；这里以责任单位所属项目当月计划之和为月度任务。',
        en: 'The text rates districts and parks; here a unit’s task is the sum of what its projects planned for the month.',
      },
    },
  ],
  combine: 'worst',
  asOf: 'month-end',
});
