import { RuleSet } from '../schema.ts';

/** 武汉市重大项目: by the ratio of what was done to what was due; exactly 80 % and 60 % are the better colour. */
export const wuhanMajorProject: RuleSet = RuleSet.parse({
  id: 'wuhan-major-project',
  name: { zh: '武汉市重大项目', en: 'Wuhan major projects' },
  published: { place: '湖北武汉市', on: '5月13日（年份未载）', url: 'http://gxhyy.yfsoft.com.cn/25400.html' },
  rates: 'project',
  dimensions: [
    {
      id: 'progress',
      metric: 'ratioToPlan',
      bands: [
        { lamp: 'green', from: { value: '80', inclusive: true }, to: null },
        { lamp: 'yellow', from: { value: '60', inclusive: true }, to: { value: '80', inclusive: false } },
        { lamp: 'red', from: null, to: { value: '60', inclusive: false } },
      ],
      gap: 'green',
      reading: {
        zh: '原文只载红、黄牌预警；达到时序进度80%的不亮牌，按绿灯计。',
        en: 'The text names only red and yellow cards; 80% of the schedule and more carry none and are taken as green.',
      },
    },
  ],
  combine: 'worst',
  asOf: 'month-end',
});
