import { describe, expect, it, test } from 'vitest';
import { day, type Month } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { wan } from '../kit/money.ts';
import type { Project } from '../projects/schema.ts';
import { type KnownProjects, planProjects } from './match.ts';
import type { ProjectReading } from './read.ts';
import type { KeyProjectRow, ReconstructionRow } from './rows.ts';
import { unitFinder, unitKindOf } from './unit-names.ts';

const today = day('2026-10-29');
const hex = (n: number) => n.toString(16).padStart(32, '0');
const housing = { id: makeId('unit', hex(1)), name: '示例区住房和城乡建设局', shortName: '住建局', active: true };
const month = (text: string) => text as Month;

const keyRow: KeyProjectRow = {
  sheet: '台账',
  row: 5,
  seq: '1',
  name: '青禾新材料产业园一期项目',
  unit: '住建局',
  units: ['住建局'],
  remark: null,
  parentRow: null,
  level: '市',
  projectCode: '2501-990101-04-01-100001',
  category: '工业',
  location: null,
  content: '标准厂房 8 万平方米',
  totalInvestWan: 12_000.5,
  annualPlanWan: 2_000,
  investDoneLastYearEndWan: 3_000,
  bondQuotaWan: null,
  preWork: null,
  yearGoal: null,
  planStart: month('2025-03'),
  planFinish: month('2027-12'),
  leader: '郑副区长',
  list: null,
  stage: '续建',
};

function keyReading(rows: Partial<KeyProjectRow>[], findings: ProjectReading['findings'] = []): ProjectReading {
  const column = (letter: string, field: 'totalInvestWan' | 'annualPlanWan' | 'planFinish') => ({
    letter,
    field,
    index: 0,
    header: '',
    unit: null,
    hidden: false,
  });
  const columns = [column('E', 'totalInvestWan'), column('F', 'annualPlanWan'), column('J', 'planFinish')];
  return {
    kind: 'key-projects',
    year: 2026,
    asOf: null,
    week: null,
    sheets: [{ name: '台账', role: 'list', title: '', headerRows: [3], columns, rows: rows.length }],
    rows: rows.map((row, index) => ({ ...keyRow, row: 5 + index, ...row })),
    findings,
  };
}

const none: KnownProjects = { districtName: '示例区', projects: [], units: [housing] };

/** The record after everything of a reading has been applied to it. */
function applied(reading: ProjectReading, known: KnownProjects): KnownProjects {
  const { rows } = planProjects(reading, known, today);
  const units = [...known.units];
  const projects = [...known.projects];
  for (const { write, projectId } of rows) {
    if (write?.kind !== 'project') continue;
    const { target } = write;
    const unit = units.find((one) => one.name === target.unit.name) ?? {
      ...housing,
      id: makeId('unit', hex(100 + units.length)),
      name: target.unit.name,
      shortName: target.unit.name,
    };
    if (!units.includes(unit)) units.push(unit);
    const at = projects.findIndex(({ project }) => project.id === projectId);
    const id = projectId ?? makeId('project', hex(projects.length + 1));
    const project: Project = { ...target.fields, id, key: 1, districtId: housing.id, unitId: unit.id, version: 1 };
    projects.splice(at < 0 ? projects.length : at, at < 0 ? 0 : 1, { project, plan: target.plan });
  }
  return { ...known, units, projects };
}

const plan = (rows: Partial<KeyProjectRow>[], known: KnownProjects = none, findings: ProjectReading['findings'] = []) =>
  planProjects(keyReading(rows, findings), known, today);

describe('a row of a list against the record', () => {
  it('makes a project where there is none, in the product’s own terms', () => {
    expect(plan([{}]).rows[0]).toMatchObject({
      verdict: 'new',
      write: {
        kind: 'project',
        target: {
          unit: { id: housing.id },
          plan: { annual: wan(2_000), doneBeforeYear: wan(3_000) },
          fields: {
            level: 'city',
            yearClass: 'continued',
            stage: 'building',
            totalInvestment: 120_005_000,
            plannedStart: '2025-03',
            actualStart: '2025-03-01',
            standing: 'active',
          },
        },
      },
    });
  });

  it('read a second time changes nothing', () => {
    const reading = keyReading([
      {},
      { name: '白鹭湖水厂扩建工程', projectCode: null, units: ['水务局', '白鹭镇'], stage: '新开工', annualPlanWan: null },
    ]);
    const after = applied(reading, none);
    expect(after.projects).toHaveLength(2);
    expect(planProjects(reading, after, today).rows.map((row) => [row.verdict, row.changes])).toEqual([
      ['unchanged', []],
      ['unchanged', []],
    ]);
  });

  it('says what it changes, field by field, and clears nothing by saying nothing', () => {
    const known = applied(keyReading([{}]), none);
    const [row] = plan([{ totalInvestWan: 13_000, annualPlanWan: 2_500, leader: null, content: null, stage: '竣工' }], known).rows;
    expect(row).toMatchObject({ verdict: 'changed', write: { target: { fields: { leaderName: '郑副区长', stage: 'building' } } } });
    expect(row?.changes).toEqual([
      { field: 'yearClass', from: 'continued', to: 'finishing' },
      { field: 'totalInvestment', from: 120_005_000, to: 130_000_000 },
      { field: 'annual', from: wan(2_000), to: wan(2_500) },
    ]);
  });

  it('follows the code through a new name, and the name where the record has no code yet', () => {
    const known = applied(keyReading([{}]), none);
    expect(plan([{ name: '青禾产业园' }], known).rows[0]?.changes).toEqual([{ field: 'name', from: keyRow.name, to: '青禾产业园' }]);
    const uncoded = applied(keyReading([{ projectCode: null }]), none);
    expect(plan([{}], uncoded).rows[0]?.changes).toEqual([{ field: 'code', from: null, to: keyRow.projectCode }]);
  });

  it('takes one name under two codes for two projects', () => {
    const known = applied(keyReading([{}]), none);
    expect(plan([{ projectCode: '2501-990101-04-01-999999' }], known).rows[0]?.verdict).toBe('new');
  });

  test.each([
    ['part', { parentRow: 4 }],
    ['name', { name: null }],
    ['name', { name: '长'.repeat(121) }],
    ['unit', { units: [] }],
    ['unit', { units: ['单'.repeat(61)] }],
    ['total', { totalInvestWan: null }],
  ] as const)('is left out for its %s: %j', (leftOut, row) => {
    expect(plan([{ ...row, units: 'units' in row ? [...row.units] : keyRow.units }]).rows[0]).toMatchObject({
      verdict: 'left-out',
      leftOut,
      write: null,
    });
  });

  it('is left out where the total or the year’s plan holds an error, and loses another value that does', () => {
    const error = (column: string, code: 'AMOUNT_NEGATIVE' | 'ANNUAL_GT_TOTAL' | 'DATE_ORDER') => [
      { sheet: '台账', row: 5, column, code, severity: 'error' as const, params: {} },
    ];
    expect(plan([{}], none, error('E', 'AMOUNT_NEGATIVE')).rows[0]?.leftOut).toBe('total');
    expect(plan([{}], none, error('F', 'ANNUAL_GT_TOTAL')).rows[0]?.leftOut).toBe('plan');
    expect(plan([{}], none, error('J', 'DATE_ORDER')).rows[0]).toMatchObject({
      verdict: 'new',
      write: { target: { fields: { plannedFinish: null } } },
    });
  });

  it('that repeats another of the same file is left out, whichever of the two has the code', () => {
    for (const rows of [
      [{}, {}],
      [{ projectCode: null }, {}],
      [{}, { projectCode: null }],
    ]) {
      expect(plan(rows).rows.map((row) => row.leftOut)).toEqual([null, 'repeated']);
      expect(planProjects(keyReading(rows), applied(keyReading(rows), none), today).rows.map((row) => row.verdict)).toEqual([
        'unchanged',
        'left-out',
      ]);
    }
  });
});

describe('a reconstruction list', () => {
  const { investDoneLastYearEndWan: _done, bondQuotaWan: _bond, preWork: _pre, yearGoal: _goal, ...shared } = keyRow;
  const row: ReconstructionRow = {
    ...shared,
    county: '石桥镇',
    owner: null,
    rebuildType: null,
    funds: { central: null, province: null, city: null, district: null, bond: null, local: null },
    started: true,
    finished: false,
    actualStart: month('2026-02'),
    plannedStart: month('2025-12'),
    actualFinish: null,
    annualPlanWan: null,
    investDoneWan: 80,
    progress: null,
    issue: null,
    status: '在建',
    stage: '在建',
  };
  const reading = (rows: ReconstructionRow[]): ProjectReading => ({
    ...{ kind: 'reconstruction', year: null, asOf: null, week: null, sheets: [], rows, findings: [] },
  });

  it('gives the start and what is done, and does not overrule returns later', () => {
    const after = applied(reading([row]), none);
    expect(after.projects[0]).toMatchObject({
      project: { kind: 'reconstruction', stage: 'building', actualStart: '2026-02-01', location: '石桥镇' },
      plan: { annual: 0, doneBeforeYear: wan(80) },
    });
    const later = planProjects(reading([{ ...row, investDoneWan: 120 }]), after, today).rows[0];
    expect(later).toMatchObject({ verdict: 'unchanged', notes: [{ code: 'done-kept' }] });
  });

  it('says when it was to start beside when it did, and when it was finished beside when it was to be', () => {
    const done = { ...row, finished: true, actualFinish: month('2026-03') };
    expect(applied(reading([done]), none).projects[0]).toMatchObject({
      project: { plannedStart: '2025-12', actualStart: '2026-02-01', plannedFinish: row.planFinish, actualFinish: '2026-03-31' },
    });
  });

  it('keeps a day that is more exact than the list’s month', () => {
    const after = applied(reading([row]), none);
    const exact = {
      ...after,
      projects: after.projects.map((known) => ({ ...known, project: { ...known.project, actualStart: day('2026-02-17') } })),
    };
    expect(planProjects(reading([row]), exact, today).rows[0]?.verdict).toBe('unchanged');
  });
});

describe('what a list calls a unit', () => {
  const find = unitFinder(
    [housing, { ...housing, id: makeId('unit', hex(2)), name: '示例区发展和改革委员会', shortName: '发改委' }],
    '示例区',
  );
  test.each([
    ['示例区住房和城乡建设局', '住建局'],
    ['住建局', '住建局'],
    ['区住建局', '住建局'],
    ['示例区住建局', '住建局'],
    ['区发展改革委', '发改委'],
    ['教育局', undefined],
  ])('%s is %s', (name, shortName) => {
    expect(find(name)?.shortName).toBe(shortName);
  });

  test.each([
    ['白鹭镇', 'town'],
    ['城投集团', 'company'],
    ['高新区', 'park'],
    ['水务局', 'bureau'],
  ])('%s is a %s', (name, kind) => {
    expect(unitKindOf(name)).toBe(kind);
  });
});
