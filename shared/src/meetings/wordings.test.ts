import { describe, expect, test } from 'vitest';
import { wan } from '../kit/money.ts';
import { DecisionWording, DecisionWordings, usualWordings, withWording, wordingsFor } from './wordings.ts';

test.each([
  ['', '召开专题会议'],
  ['组织复核。', '组织复核；召开专题会议'],
  ['组织复核； ', '组织复核；召开专题会议'],
])('a wording comes behind %j: nothing typed is lost', (typed, expected) => {
  expect(withWording(typed, '召开专题会议')).toBe(expected);
});

describe('the wordings for an item', () => {
  const labels = (project: Parameters<typeof wordingsFor>[0]) => wordingsFor(project, usualWordings).map(({ label }) => label);
  const always = ['现场办公', '专题会议', '对上争取', '下次汇报'];
  const figures = { nextStep: null, plannedToDate: wan(100), doneThisYear: wan(100) };

  test('a matter without a project has those that fit anything', () => {
    expect(labels(null)).toEqual(always);
    expect(labels({ figures, problems: [] })).toEqual(always);
  });

  test('its own facts call for theirs first, and stand in them to the letter', () => {
    const nextStep = { name: '$&环评批复', dueOn: null, overdueDays: 0 };
    const project = {
      figures: { ...figures, nextStep, doneThisYear: wan(99) },
      problems: [{ title: '高压线迁改未定' }, { title: '征迁' }],
    };
    expect(labels(project)).toEqual(['限期办结', '解决问题', '补齐进度', '容缺受理', ...always]);
    const [first, second] = wordingsFor(project, usualWordings);
    expect(first?.text).toBe('专人对接、并联办理，按期办结$&环评批复');
    expect(second?.text).toBe('牵头解决“高压线迁改未定”，拿出具体方案并落实到人');
  });
});

describe('a wording of one’s own', () => {
  test.each([
    ['always', '限期办结{手续}', false],
    ['problem', '限期办结{手续}', false],
    ['step', '限期办结{手续}', true],
    ['problem', '限期解决“{问题}”', true],
    ['behind', '{问题}影响进度，倒排工期', false],
    ['always', '书面报告', true],
  ] as const)('offered for %s, “%s” names what is there: %s', (occasion, text, expected) => {
    expect(DecisionWording.safeParse({ label: '督办', occasion, text }).success).toBe(expected);
  });

  test('the usual ones pass, and none at all do not', () => {
    expect(DecisionWordings.safeParse(usualWordings).success).toBe(true);
    expect(DecisionWordings.safeParse({ wordings: [], version: 0 }).success).toBe(false);
  });
});
