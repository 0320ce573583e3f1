import { describe, expect, test } from 'vitest';
import type { FigureCorrection } from '../cuts/corrections.ts';
import { day, Month } from '../kit/calendar.ts';
import { wan } from '../kit/money.ts';
import type { BulletinRow } from './input.ts';
import { fullOutline, movedSection, type Outline, switchedSection, usualOutline } from './outline.ts';
import { bodyOf, draft, headingsOf, project } from './sample-month.ts';

describe('the sections', () => {
  test('yellow and green projects are listed as the red ones are', () => {
    const document = draft([
      project(1, { lamp: 'yellow', reasons: [{ dimension: 'progress', text: '投资滞后12%' }] }),
      project(2, { doneThisYear: wan(840) }),
      project(3, { plannedToDate: null, yearPlan: null }),
    ]);
    expect(headingsOf(document).slice(1, 3)).toEqual(['二、黄灯项目', '三、绿灯项目']);
    expect(bodyOf(document)).toContain('（一）投资进度滞后。共1个。示例工程1（住建局）投资滞后12%。');
    expect(bodyOf(document)).toContain('共2个（名称后为序时完成率）：示例工程2（住建局）105.0%、示例工程3（住建局）。');
  });

  test('units are ranked among their own kind', () => {
    const done = (unitName: string, unitKind: BulletinRow['unitKind'], amount: number) => ({
      unitName,
      unitKind,
      doneThisYear: wan(amount),
    });
    const document = draft([
      project(1, done('甲局', 'bureau', 400)),
      project(2, done('南岭镇', 'town', 800)),
      project(3, done('乙局', 'bureau', 600)),
      project(4, done('北沟镇', 'town', 720)),
      project(5, done('城投公司', 'company', 900)),
    ]);
    expect(bodyOf(document)).toContain('（一）镇（街道）。按序时完成率从高到低：第1名南岭镇100.0%，第2名北沟镇90.0%。');
    expect(bodyOf(document)).toContain('（二）区直部门。按序时完成率从高到低：第1名乙局75.0%，第2名甲局50.0%。');
    expect(bodyOf(document)).not.toContain('第1名城投公司');
    const tables = document.annexes.find((annex) => annex.section === 'unitTable')?.blocks ?? [];
    expect(tables.map((table) => (table.type === 'table' ? table.title : null))).toEqual(['镇（街道）', '区直部门']);
  });

  test('joint approval is counted in items, and what is missing is named project by project', () => {
    const owing = { stepsNeeded: 6, stepsDone: 4, stepsOwed: ['施工许可', '环评批复'] };
    const document = draft([
      project(1, { ...owing, nextStep: { name: '施工许可', due: day('2026-10-20'), overdueDays: 7 } }),
      project(2, { stepsNeeded: 2, stepsDone: 2 }),
    ]);
    expect(bodyOf(document)).toContain(
      '联审联批事项8项，已办结6项，办结率75.0%。有未办结事项的项目1个，其中超期的项目1个：示例工程1（住建局）缺施工许可、环评批复（施工许可超期7个工作日）。',
    );
    expect(document.annexes.at(-1)?.title).toBe('联审联批未办结事项表');
  });

  test('reconstruction stands sector by sector, over all planned projects', () => {
    const rebuilt = (index: number, category: string, changes: Partial<BulletinRow>) =>
      project(index, { kind: 'reconstruction', category, doneSinceStart: wan(2500), ...changes });
    const document = draft([
      rebuilt(1, '教育', { actualStart: day('2026-03-01'), actualFinish: day('2026-10-31') }),
      rebuilt(2, '教育', { actualStart: day('2026-03-01'), actualFinish: day('2026-11-01') }),
      rebuilt(3, '水利', {}),
    ]);
    expect(bodyOf(document)).toContain(
      '恢复重建项目3个，开工2个（66.7%），完工1个（33.3%），开工以来完成投资7,500万元，投资完成率50.0%。分领域看，教育2个，开工2个（100.0%），完工1个（50.0%），开工以来完成投资5,000万元，投资完成率50.0%；水利1个，尚无开工，尚无完工，',
    );
  });

  test('sections follow the outline: switched off they are gone, moved they are numbered anew', () => {
    const rows = [project(1, { yearClass: 'new', plannedStart: Month.parse('2026-03') })];
    const off = switchedSection(usualOutline, 'green', false);
    expect(headingsOf(draft(rows, { outline: off }))).toEqual(['一、总体情况', '二、新开工', '三、下一步要求']);
    const moved = movedSection(off, 'requirements', -1);
    const up = Array.from({ length: 12 }).reduce<Outline>((outline) => movedSection(outline, 'requirements', -1), moved);
    expect(headingsOf(draft(rows, { outline: up }))).toEqual(['一、下一步要求', '二、总体情况', '三、新开工']);
    expect(movedSection(usualOutline, 'lampTable', -1)).toEqual(usualOutline);
  });

  test('what was put right of the month before is said of each project, with what it was', () => {
    const [one, two] = [project(1), project(2)];
    const correction = (of: BulletinRow, field: FigureCorrection['field'], cut: FigureCorrection['cut'], now: FigureCorrection['now']) => {
      return { projectId: of.projectId, name: of.name, unitName: of.unitName, field, cut, now };
    };
    const corrections = [
      correction(one, 'doneThisYear', wan(700), wan(650)),
      correction(one, 'actualStart', null, '2026-09-08'),
      correction(two, 'isRegistered', false, true),
    ];
    const document = draft([one, two], { corrected: { month: Month.parse('2026-09'), corrections } });
    expect(headingsOf(document)).toEqual(['一、总体情况', '二、绿灯项目', '三、上月更正', '四、下一步要求']);
    expect(bodyOf(document)).toContain(
      '9月份数据定格后，2个项目的月末数据经核实更正：示例工程1（住建局）本年完成投资由700万元更正为650万元，实际开工日期由空白更正为2026年9月8日；示例工程2（住建局）入库情况由未入库更正为已入库。更正数计入本月，9月份通报不再改动。',
    );
    expect(document.rowSets['corrected']?.ids).toEqual([one.projectId, two.projectId]);
    const gone = draft([one], { corrected: { month: Month.parse('2026-09'), corrections } });
    expect(bodyOf(gone)).toContain('2个项目的月末数据');
    expect(headingsOf(draft([one], { corrected: { month: Month.parse('2026-09'), corrections: [] } }))).not.toContain('三、上月更正');
  });

  test('one that an older outline does not know comes where it usually does', () => {
    const older = usualOutline.filter(({ id }) => id !== 'corrected' && id !== 'overall');
    expect(fullOutline(older)).toEqual(usualOutline);
    const turned = [...older].reverse();
    const at = fullOutline(turned).findIndex(({ id }) => id === 'corrected');
    expect(fullOutline(turned)[at - 1]?.id).toBe('reconstruction');
  });
});
