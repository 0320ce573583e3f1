import { RuleSet } from '../schema.ts';
import { yinchuanRegistration, yinchuanStart } from './yinchuan-2025.ts';

/** The house set that a new district starts with. Nobody published it: `published` is null, and it is shown so. */
export const tuijinDefault: RuleSet = RuleSet.parse({
  id: 'tuijin-default',
  name: { zh: '推进通用规则', en: 'Tuijin house rules' },
  published: null,
  rates: 'project',
  dimensions: [
    {
      id: 'progress',
      metric: 'relativeShortfall',
      bands: [
        { lamp: 'green', from: null, to: { value: '5', inclusive: true } },
        { lamp: 'yellow', from: { value: '5', inclusive: false }, to: { value: '15', inclusive: false } },
        { lamp: 'red', from: { value: '15', inclusive: true }, to: null },
      ],
      gap: 'green',
      reading: { zh: '与序时计划相比的差额占比。', en: 'The shortfall as a share of what was planned to date.' },
    },
    yinchuanStart,
    yinchuanRegistration,
    {
      id: 'approvals',
      metric: 'stepOverdueWorkdays',
      bands: [
        { lamp: 'green', from: null, to: { value: '0', inclusive: true } },
        { lamp: 'yellow', from: { value: '1', inclusive: true }, to: { value: '5', inclusive: false } },
        { lamp: 'red', from: { value: '5', inclusive: true }, to: null },
      ],
      gap: 'green',
      reading: { zh: '以超期最长的一项手续计，工作日。', en: 'By the most overdue step, in working days.' },
    },
  ],
  combine: 'worst',
  asOf: 'month-end',
});
