import { Dimension, RuleSet } from '../schema.ts';

/** 开工: the planned month's end without a start is yellow, the third month-end in a row red. */
export const yinchuanStart = Dimension.parse({
  id: 'start',
  metric: 'monthsPastPlannedStart',
  bands: [
    { lamp: 'green', from: null, to: { value: '0', inclusive: true } },
    { lamp: 'yellow', from: { value: '1', inclusive: true }, to: { value: '3', inclusive: false } },
    { lamp: 'red', from: { value: '3', inclusive: true }, to: null },
  ],
  gap: 'green',
  reading: {
    zh: '原文未写明第二个月，按黄灯计；计划开工当月计为第1个月。',
    en: 'The text does not name the second month: taken as yellow. The planned month counts as the first.',
  },
});

/** 入库: one month after the start without registration is yellow, more than two months red. */
export const yinchuanRegistration = Dimension.parse({
  id: 'registration',
  metric: 'monthsUnregisteredSinceStart',
  bands: [
    { lamp: 'green', from: null, to: { value: '1', inclusive: false } },
    { lamp: 'yellow', from: { value: '1', inclusive: true }, to: { value: '2', inclusive: true } },
    { lamp: 'red', from: { value: '2', inclusive: false }, to: null },
  ],
  gap: 'green',
  reading: { zh: '原文未写明开工后不满1个月，按绿灯计。', en: 'The text does not name the first month after the start: taken as green.' },
});

/** 银川市 2025: published dimension by dimension; taking the worst of them is our choice. */
export const yinchuan2025: RuleSet = RuleSet.parse({
  id: 'yinchuan-2025',
  name: { zh: '银川市 2025', en: 'Yinchuan 2025' },
  published: { place: '宁夏银川市', on: '2025-03-18', url: 'https://m.qlbk.net/news/3Ww4l7bw75.html' },
  rates: 'project',
  dimensions: [
    {
      id: 'progress',
      metric: 'lagPoints',
      bands: [
        { lamp: 'green', from: null, to: { value: '0', inclusive: true } },
        { lamp: 'yellow', from: { value: '10', inclusive: true }, to: { value: '30', inclusive: true } },
        { lamp: 'red', from: { value: '30', inclusive: false }, to: null },
      ],
      gap: 'green',
      reading: {
        zh: '按百分点（占年度计划）计；原文未写明落后0～10个百分点之间，按绿灯计。',
        en: 'Percentage points of the year’s plan; a lag between 0 and 10 points is not named in the text: taken as green.',
      },
    },
    yinchuanStart,
    {
      id: 'payment',
      metric: 'paymentRatio',
      bands: [
        { lamp: 'green', from: { value: '100', inclusive: true }, to: null },
        { lamp: 'red', from: null, to: { value: '100', inclusive: false } },
      ],
      gap: 'green',
      reading: { zh: '应支付数由项目办录入；原文未设黄灯。', en: 'The required amount is entered by the office; the text has no yellow.' },
    },
    yinchuanRegistration,
  ],
  combine: 'worst',
  asOf: 'month-end',
});
