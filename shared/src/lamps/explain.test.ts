import { describe, expect, test } from 'vitest';
import { day, Month } from '../kit/calendar.ts';
import { wan } from '../kit/money.ts';
import { evaluate } from './evaluate.ts';
import { explain, headline } from './explain.ts';
import { type LampInput, noFacts } from './input.ts';
import { tuijinDefault } from './presets/tuijin-default.ts';
import { yinchuan2025 } from './presets/yinchuan-2025.ts';
import type { RuleSet } from './schema.ts';

const input: LampInput = {
  ...noFacts,
  asOf: day('2026-10-31'),
  stage: 'building',
  standing: 'active',
  yearClass: 'new',
  yearPlan: wan(12_000),
  plannedToDate: wan(10_000),
  doneThisYear: wan(10_000),
  plannedStart: Month.parse('2026-03'),
  actualStart: day('2026-03-10'),
  needsRegistration: true,
  registeredOn: day('2026-04-02'),
  overdueSteps: [],
};
const eia = { name: '环评', agency: '生态环境分局', overdueWorkdays: 6, dueOn: day('2026-10-23') };
const say = (rules: RuleSet, changes: Partial<LampInput>, locale: 'zh' | 'en' = 'zh') =>
  headline(evaluate(rules, { ...input, ...changes }), locale);
const long = (rules: RuleSet, changes: Partial<LampInput>, locale: 'zh' | 'en' = 'zh') => {
  const reason = evaluate(rules, { ...input, ...changes }).reasons[0];
  return reason ? explain(reason, locale).long : null;
};

describe('in a few characters', () => {
  const cases: [Partial<LampInput>, string, string][] = [
    [{}, '按期推进', 'On schedule'],
    [{ doneThisYear: wan(8_200) }, '投资滞后 18%', '18% behind'],
    [{ overdueSteps: [{ ...eia, overdueWorkdays: 2 }, eia] }, '环评超期 6 日', '环评 6 d overdue'],
    [{ stage: 'preparing', actualStart: null, plannedStart: Month.parse('2026-09') }, '应开未开 2 个月', 'Not started, month 2'],
    [{ actualStart: day('2026-08-31'), registeredOn: null }, '未入库 2 个月', 'Unregistered 2 mo'],
    [{ actualStart: day('2026-08-30'), registeredOn: null }, '未入库超 2 个月', 'Unregistered over 2 mo'],
    [{ standing: 'suspended' }, '停建', 'Suspended'],
    [{ stage: 'completed' }, '已竣工', 'Completed'],
  ];
  test.each(cases)('%j', (changes, zh, en) => {
    expect(say(tuijinDefault, changes)).toBe(zh);
    expect(say(tuijinDefault, changes, 'en')).toBe(en);
  });
  test('points are called points', () => {
    expect(say(yinchuan2025, { doneThisYear: wan(8_200) })).toBe('投资滞后 15 个百分点');
  });
  test('a figure is never rounded across the bound it stands beside', () => {
    expect(say(tuijinDefault, { doneThisYear: wan(8_540) })).toBe('投资滞后 14.6%');
    expect(say(tuijinDefault, { doneThisYear: wan(8_500.1) })).toBe('投资滞后 14.999%');
    expect(say(tuijinDefault, { doneThisYear: wan(9_480) })).toBe('投资滞后 5.2%');
  });
  test('a project with nothing to judge is not rated', () => {
    expect(say(tuijinDefault, { yearPlan: null, plannedToDate: null, plannedStart: null, actualStart: null, overdueSteps: null })).toBe(
      '未评',
    );
  });
});

describe('in full', () => {
  test('progress says figures, rule and what turns it', () => {
    expect(long(tuijinDefault, { doneThisYear: wan(8_200) })).toBe(
      '投资进度：截至2026年10月31日，今年完成投资 8,200 万元，序时应完成 10,000 万元，差 1,800 万元，滞后 18%。规则：滞后 15%及以上为红灯。自2026年10月起红灯。再完成 300.0001 万元转黄灯。',
    );
    expect(long(tuijinDefault, { doneThisYear: wan(8_200) }, 'en')).toBe(
      'Investment, as of 2026-10-31: done this year CNY 8,200 ×10⁴, planned to date CNY 10,000 ×10⁴, short by CNY 1,800 ×10⁴, 18% behind. Rule: shortfall from 15% is red. Red since 2026-10. CNY 300.0001 ×10⁴ more would turn it yellow.',
    );
  });
  test('a gap in the published text is named', () => {
    expect(long(yinchuan2025, { doneThisYear: wan(9_400) })).toContain('此值原文未写明，按绿灯计');
  });
  test('both ends of a closed band are named', () => {
    expect(long(yinchuan2025, { doneThisYear: wan(8_200) })).toContain('规则：滞后 10～30 个百分点（含两端）为黄灯。');
  });
  test('a step says whose it is and since when', () => {
    expect(long(tuijinDefault, { overdueSteps: [eia, { ...eia, name: '水保', overdueWorkdays: 1 }] })).toBe(
      '手续：截至2026年10月31日，环评（生态环境分局）应于2026年10月23日办结，超期 6 个工作日，共 2 项超期。规则：手续超期 5 个工作日及以上为红灯。自2026年10月起红灯。超期手续办结后转绿灯。',
    );
  });
  test('an exemption says who, until when and why', () => {
    const exemption = {
      kind: 'justified',
      dimension: 'approvals',
      reason: '等待专家评审',
      approvedBy: '区长办公会',
      until: day('2026-11-30'),
    } as const;
    const result = evaluate(tuijinDefault, { ...input, overdueSteps: [eia], exemptions: [exemption] });
    const reason = result.reasons.at(-1);
    expect(result.lamp).toBe('green');
    expect(reason && explain(reason, 'zh')).toMatchObject({ short: '免评：环评超期 6 日' });
    expect(reason && explain(reason, 'zh').long).toContain('经区长办公会同意以正当理由免评至2026年11月30日：等待专家评审。');
  });
});
