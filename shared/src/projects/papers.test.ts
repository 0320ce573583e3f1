import { expect, test } from 'vitest';
import { basisOf, permitOf } from './papers.ts';

test.each([
  ['no step at all', [], 'none'],
  ['other steps alone', [['环评', 'done']], 'none'],
  ['not begun', [['施工许可证', 'pending']], 'pending'],
  ['accepted', [['施工许可证', 'accepted']], 'pending'],
  ['papers asked for', [['施工许可证', 'supplement']], 'pending'],
  ['tolerated', [['建筑工程施工许可证', 'tolerant']], 'tolerant'],
  ['done', [['建筑工程施工许可证', 'done']], 'done'],
  ['not needed', [['施工许可证', 'exempt']], 'done'],
  [
    'two sections, the worse counts',
    [
      ['施工许可证（一标段）', 'done'],
      ['施工许可证（二标段）', 'tolerant'],
    ],
    'tolerant',
  ],
  [
    'two sections, one still open',
    [
      ['施工许可证（一标段）', 'tolerant'],
      ['施工许可证（二标段）', 'accepted'],
    ],
    'pending',
  ],
] as const)('the construction permit with %s stands as it does', (_case, steps, expected) => {
  expect(permitOf(steps.map(([name, state]) => ({ name, state })))).toBe(expected);
});

test.each([
  ['a study of a government-funded project', 'approval', [['可行性研究报告审批', 'pending']], 'pending'],
  [
    'its proposal done, its study tolerated',
    'approval',
    [
      ['项目建议书批复', 'done'],
      ['可研批复', 'tolerant'],
    ],
    'tolerant',
  ],
  [
    'merged, so not needed',
    'approval',
    [
      ['项目建议书批复', 'exempt'],
      ['可研批复', 'done'],
    ],
    'done',
  ],
  ['a filing is no basis of a government-funded project', 'approval', [['企业投资项目备案', 'pending']], 'none'],
  ['an enterprise’s filing', 'filing', [['企业投资项目备案', 'done']], 'done'],
  [
    'a record of completion is no filing',
    'filing',
    [
      ['竣工验收备案', 'pending'],
      ['消防验收备案', 'pending'],
    ],
    'none',
  ],
  ['a verification', 'verification', [['项目申请报告核准', 'accepted']], 'pending'],
] as const)('what a project rests on: %s', (_case, track, steps, expected) => {
  expect(
    basisOf(
      steps.map(([name, state]) => ({ name, state })),
      track,
    ),
  ).toBe(expected);
});
