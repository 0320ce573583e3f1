import { describe, expect, test } from 'vitest';
import {
  draftFrom,
  emptyDimension,
  emptyDraft,
  freeId,
  knownLeft,
  metricsFor,
  moved,
  RuleDraft,
  readDraft,
  typedDecimal,
  typedEn,
  typedZh,
  withMetric,
} from './draft.ts';
import { Metric } from './metrics.ts';
import { presets } from './presets/all.ts';
import { sanya2022 } from './presets/sanya-2022.ts';
import { yinchuan2025 } from './presets/yinchuan-2025.ts';
import { RuleSet } from './schema.ts';

const pathsOf = (draft: unknown) => readDraft(draft).faults.map(({ path, reason, code }) => `${path} ${code === 'custom' ? reason : code}`);
const withProgress = (change: object) => ({ ...yinchuan2025, dimensions: [{ ...yinchuan2025.dimensions[0], ...change }] });

describe('a draft is a rule set in the making', () => {
  test.each(presets.map((preset) => [preset.id, preset] as const))('%s is a draft, and that draft is the set again', (_, preset) => {
    const draft = RuleDraft.parse(JSON.parse(JSON.stringify(preset)));
    expect(draft).toEqual(preset);
    expect(readDraft(draft)).toEqual({ ruleSet: preset, faults: [] });
  });

  test('an empty one names what is still to be typed', () => {
    expect(pathsOf(emptyDraft('own-1'))).toEqual(['name.zh too_small', 'name.en too_small', 'dimensions too_small']);
  });

  test.each(Metric.options)('a dimension by %s begins with bounds that are only to be typed', (metric) => {
    const begun = withMetric(emptyDimension('own-1', 'project'), metric);
    const fill = (band: (typeof begun.bands)[number], at: number) => ({
      ...band,
      from: band.from && { ...band.from, value: begun.bands[0]?.from ? String(80 - at * 20) : String(at * 10) },
      to: band.to && { ...band.to, value: begun.bands[0]?.from ? String(100 - at * 20) : String(at * 10 + 10) },
    });
    const typed = { ...begun, name: { zh: '自定', en: 'Own' }, bands: begun.bands.map(fill) };
    expect(
      readDraft({
        ...emptyDraft('own-1'),
        rates: metric === 'taskShortfall' ? 'task' : 'project',
        name: { zh: '甲', en: 'A' },
        dimensions: [typed],
      }).faults,
    ).toEqual([]);
  });

  test('what is typed wrongly is named by its place, and holds no other complaint back', () => {
    const [low, high] = [
      { lamp: 'green', grade: null, from: null, to: { value: '十', inclusive: true } },
      { lamp: 'red', grade: null, from: { value: '10', inclusive: true }, to: null },
    ];
    expect(pathsOf(withProgress({ bands: [low, high] }))).toEqual(['dimensions.0.bands.0.to.value invalid_format']);
    const overlapping = { ...low, to: { value: '10', inclusive: true } };
    expect(pathsOf(withProgress({ bands: [overlapping, high] }))).toEqual(['dimensions.0.bands bands-overlap']);
    expect(pathsOf({ ...sanya2022, scope: { ...sanya2022.scope, leastYearPlan: '一千' } })).toEqual(['scope.leastYearPlan invalid_type']);
  });

  test('a set that rates tasks takes no metric of projects', () => {
    expect(pathsOf({ ...yinchuan2025, rates: 'task' })).toContain('dimensions.0.metric metric-rates-otherwise');
    expect(metricsFor('task')).toEqual(['taskShortfall']);
  });

  test('taken from what was published it is the district’s own', () => {
    const own = draftFrom(yinchuan2025, 'yinchuan-2025-1');
    expect(own).toMatchObject({ id: 'yinchuan-2025-1', name: { zh: '银川市 2025（本区修改）' }, published: null });
    expect(RuleSet.parse(own).dimensions).toEqual(yinchuan2025.dimensions);
  });
});

test('ids are the first that nobody has', () => {
  expect(freeId('own', [])).toBe('own-1');
  expect(freeId('own', ['own-1', 'own-3'])).toBe('own-2');
});

test('each known dimension is offered once, measured as it usually is', () => {
  expect(knownLeft(yinchuan2025)).toEqual(['approvals']);
  expect(emptyDimension('payment', 'project')).toMatchObject({ metric: 'paymentRatio', name: null });
  expect(emptyDimension('payment', 'task')).toMatchObject({ metric: 'taskShortfall' });
  expect(emptyDimension('own-1', 'unit')).toMatchObject({ metric: 'relativeShortfall', name: { zh: '', en: '' } });
});

test('another metric keeps the bounds that somebody has typed', () => {
  const [first] = yinchuan2025.dimensions;
  if (!first) throw new Error('no dimension');
  expect(withMetric(first, 'ratioToPlan').bands).toEqual(first.bands);
  const begun = emptyDimension('progress', 'project');
  expect(begun.bands.map(({ from }) => from === null)).toEqual([true, false, false]);
  expect(withMetric(begun, 'ratioToPlan').bands.map(({ to }) => to === null)).toEqual([true, false, false]);
});

test('an item moves a place, and stays at an end', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
});

test('English goes along with the Chinese until it has words of its own', () => {
  expect(typedZh(null, '进')).toEqual({ zh: '进', en: '进' });
  expect(typedZh({ zh: '进', en: '进' }, '进度')).toEqual({ zh: '进度', en: '进度' });
  expect(typedZh({ zh: '进', en: 'Progress' }, '进度')).toEqual({ zh: '进度', en: 'Progress' });
  expect(typedEn({ zh: '进度', en: 'Progress' }, ' ')).toEqual({ zh: '进度', en: '进度' });
});

test.each([
  ['１０', '10'],
  [' 39.99 % ', '39.99'],
  ['−5', '-5'],
  ['1,000', '1000'],
  ['十', '十'],
])('%s typed as a bound is %s', (text, expected) => {
  expect(typedDecimal(text)).toBe(expected);
});
