import { RuleSet } from '../schema.ts';

/** 瓯海区 2020: each month's task has a colour of its own, and one that was missed is never green again. */
export const ouhai2020: RuleSet = RuleSet.parse({
  id: 'ouhai-2020',
  name: { zh: '瓯海区 2020（月度任务）', en: 'Ouhai 2020 (monthly tasks)' },
  published: {
    place: '浙江温州瓯海区',
    on: '2020-05-21',
    url: 'http://www.wenzhou.gov.cn/art/2020/5/21/art_1217834_43244903.html',
  },
  rates: 'task',
  dimensions: [
    {
      id: 'month-node',
      name: { zh: '月度节点', en: 'Monthly milestone' },
      metric: 'taskShortfall',
      bands: [
        { lamp: 'green', from: null, to: { value: '0', inclusive: true } },
        { lamp: 'red', from: { value: '0', inclusive: false }, to: null },
      ],
      gap: 'green',
      recovery: { from: 'red', to: 'yellow', months: 1 },
      exemptible: false,
      reading: {
        zh: '月度任务按年初至当月底的累计计划计；以后补齐的转黄码，不再转绿。',
        en: 'A month’s task is the plan from the year’s beginning to that month’s end; made good later it turns yellow, never green.',
      },
    },
  ],
  combine: 'worst',
  asOf: 'month-end',
});
