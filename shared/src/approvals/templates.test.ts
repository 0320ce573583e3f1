import { describe, expect, test } from 'vitest';
import { publishedCalendar as calendar } from '../calendar/notices.ts';
import { day } from '../kit/calendar.ts';
import { inOrder } from './graph.ts';
import { planOf } from './plan.ts';
import { builtInTemplates } from './presets.ts';
import { agencyOf, runningLimit, TemplateKind, TemplateStep, templateKindOf, whyNotKeepTemplate } from './templates.ts';

const [first, second] = builtInTemplates.approval;
if (!first || !second) throw new Error('the template is built in');

describe.each(TemplateKind.options)('the built-in template of %s', (kind) => {
  const steps = [...builtInTemplates[kind]];
  test('fits its schema, names each step once, and can be kept', () => {
    for (const step of steps) expect(TemplateStep.safeParse(step).error?.issues ?? []).toEqual([]);
    expect(whyNotKeepTemplate(steps)).toBeNull();
    expect(inOrder(steps.map(({ ref, needs }) => ({ id: ref, needs })))).toHaveLength(steps.length);
  });
  test('runs by no limit that is not sourced: what is to be checked is no fact', () => {
    for (const step of steps) {
      expect(step.promised).toBeNull();
      if (step.terms.mark === 'unchecked') expect(runningLimit(step)).toBeNull();
      if (step.terms.statutory && step.terms.mark === 'unchecked') expect(step.terms.basis).toMatch(/待核/);
    }
  });
  test('leads to a construction permit, and makes a plan', () => {
    const plan = planOf(
      steps.map(({ ref, group, needs, terms, exempt }) => ({
        ...{ id: ref, group, needs, terms, state: exempt ? ('exempt' as const) : ('pending' as const) },
        ...{
          limitDays: null,
          limitUnit: 'workday',
          acceptedOn: null,
          dueOn: null,
          doneOn: null,
          tolerantUntil: null,
          course: null,
        },
      })),
      day('2026-03-02'),
      calendar,
    );
    expect(plan.readyOn).not.toBeNull();
    expect(plan.steps.map(({ id }) => id)).toContain('permit');
  });
});

test('reconstruction says why a step is merged or not needed', () => {
  expect(builtInTemplates.reconstruction.flatMap(({ name, exempt }) => (exempt ? [name] : []))).toEqual([
    '项目建议书批复',
    '初步设计（概算）批复',
  ]);
});

test.each([
  [{ kind: 'key', track: 'filing' }, 'filing'],
  [{ kind: 'reconstruction', track: 'approval' }, 'reconstruction'],
] as const)('%j is made from the template of %s', (project, kind) => {
  expect(templateKindOf(project)).toBe(kind);
});

test.each<[string, TemplateStep[], string]>([
  [
    'a step that needs itself by way of another',
    [
      { ...first, needs: [second.ref] },
      { ...second, needs: [first.ref] },
    ],
    'steps-in-circle',
  ],
  ['a name twice', [first, { ...second, name: first.name }], 'step-twice'],
  ['a step that is not there', [{ ...first, needs: ['gone'] }], 'need-unknown'],
  [
    'a limit called sourced without its source',
    [{ ...first, terms: { ...first.terms, statutory: { days: 7, unit: 'workday' }, mark: 'sourced', basis: null } }],
    'limit-unmarked',
  ],
])('%s is refused', (_, steps, reason) => {
  expect(whyNotKeepTemplate(steps)).toMatchObject({ reason });
});

test('an agency is found by its short name first, then by what its name holds', () => {
  const units = [
    { name: '示例区自然资源和规划局', shortName: '自规局' },
    { name: '示例区住房和城乡建设局', shortName: '住建' },
  ];
  expect(agencyOf(units, '自然资源')?.shortName).toBe('自规局');
  expect(agencyOf(units, '住建')?.shortName).toBe('住建');
  expect(agencyOf(units, '水利')).toBeNull();
  expect(agencyOf([...units, { name: '示例区发展和改革委员会', shortName: '发改委' }], '发改')?.shortName).toBe('发改委');
  expect(agencyOf(units, null)).toBeNull();
});
