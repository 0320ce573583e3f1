import { describe, expect, it } from 'vitest';
import { makeId } from '#shared/kit/ids.ts';
import { type Money, wan } from '#shared/kit/money.ts';
import type { Project } from '#shared/projects/schema.ts';
import { emptyForm, formOf, readEdit, readNew } from './form.ts';

const unitId = makeId('unit', '1'.repeat(32));
const typed = {
  ...emptyForm,
  name: '白鹭湖水厂扩建工程',
  unitId,
  totalInvestment: '80,000',
  annualPlan: '４０００',
  plannedStart: '2026-03',
};

describe('a project as it is typed', () => {
  it('becomes what the office asks to have added', () => {
    expect(readNew(typed)).toMatchObject({
      wrong: null,
      input: {
        totalInvestment: wan(80_000),
        annualPlan: wan(4_000),
        doneBeforeYear: 0,
        plannedStart: '2026-03',
        code: null,
        actualStart: null,
      },
    });
  });

  it('names every field that cannot be taken, and no other', () => {
    const wrong = readNew({ ...typed, name: '桥', unitId: '', totalInvestment: '约8亿', plannedStart: '2026-13', annualPlan: '' }).wrong;
    expect([...(wrong ?? [])].sort()).toEqual(['annualPlan', 'name', 'plannedStart', 'totalInvestment', 'unitId']);
  });

  it('opened and saved unchanged is the same project, to the yuan', () => {
    const { stage: _stage, standing: _standing, ...kept } = project;
    const { key: _key, districtId: _district, ...fields } = kept;
    expect(readEdit(formOf(project), project).input).toEqual(fields);
  });
});

const project: Project = {
  id: makeId('project', '2'.repeat(32)),
  key: 7,
  districtId: unitId,
  unitId,
  code: null,
  name: '白鹭湖水厂扩建工程',
  kind: 'key',
  level: 'city',
  track: 'filing',
  yearClass: 'new',
  category: '市政',
  location: null,
  content: null,
  leaderName: null,
  totalInvestment: 123_456_789 as Money,
  plannedStart: null,
  plannedFinish: null,
  actualStart: null,
  actualFinish: null,
  stage: 'preparing',
  standing: 'suspended',
  version: 3,
};
