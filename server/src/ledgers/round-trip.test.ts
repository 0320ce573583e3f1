import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { type StepCell, type StepKind, stepKinds } from '#shared/approvals/pivot.ts';
import type { StepKey } from '#shared/imports/fields.ts';
import type { StepReading } from '#shared/imports/rows.ts';
import { addDays, type Day, day, type Month, monthOf } from '#shared/kit/calendar.ts';
import { makeId } from '#shared/kit/ids.ts';
import { type Money, yuan } from '#shared/kit/money.ts';
import { ledgers } from '#shared/ledgers/ledgers.ts';
import type { LedgerName, LedgerRecord, ProgressPart } from '#shared/ledgers/records.ts';
import { sheetOf } from '#shared/ledgers/sheet.ts';
import { defaultView } from '#shared/ledgers/view.ts';
import { understand } from '../imports/understand.ts';
import { workbookOf } from '../kit/xlsx-sheet.ts';

const asOf = day('2026-10-29');
const word = fc
  .array(fc.constantFrom(...'北湖东林南岭西泉云蒙谷川片区街道路桥水库泵站学校医院'), { minLength: 4, maxLength: 12 })
  .map((signs) => signs.join(''));
/** Words with what a workbook might take for something else. */
const phrase = fc
  .tuple(fc.constantFrom('', '=', '+', '@', '新建'), word, fc.constantFrom('', '，长3.2公里', '(一期)', '"甲"'))
  .map((parts) => parts.join(''));
const orNull = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: null, freq: 4 });
const amount = fc.integer({ min: 1, max: 900_000_000 }).map((each) => yuan(each * 100));
const past = fc.integer({ min: 0, max: 900 }).map((days) => addDays(asOf, -days));
const step: fc.Arbitrary<StepCell> = fc.oneof(
  fc.record({ status: fc.constant('done' as const), doneOn: past }),
  fc.record({
    status: fc.constant('done' as const),
    doneOn: past,
    documentNumber: fc.integer({ min: 1, max: 999 }).map((number) => `示审〔2026〕${number}号`),
  }),
  fc.constantFrom<StepCell>(
    { status: 'running', used: 3, limit: 10 },
    { status: 'due', used: 9, limit: 10 },
    { status: 'overdue', over: 12 },
  ),
  fc.constantFrom<StepCell>({ status: 'pending' }, { status: 'exempt' }, { status: 'supplement' }, { status: 'tolerant' }),
  fc.record({ status: fc.constant('tolerant' as const), dueOn: fc.constantFrom<Day>(day('2026-11-20'), day('2027-01-05')) }),
);

type Project = LedgerRecord['project'];
const project: fc.Arbitrary<Omit<Project, 'projectId' | 'key' | 'name'>> = fc.record({
  code: orNull(fc.integer({ min: 100_000, max: 999_999 }).map((tail) => `2603-410106-04-01-${tail}`)),
  unitId: fc.constant(makeId('unit', '0'.repeat(32))),
  unitName: fc.constantFrom('住建局', '水利局', '开发区管委会'),
  leaderName: orNull(fc.constantFrom('郑副区长', '李常委')),
  kind: fc.constant('key' as const),
  level: fc.constantFrom('province' as const, 'city' as const, 'district' as const),
  yearClass: fc.constantFrom('continued' as const, 'new' as const, 'finishing' as const),
  category: orNull(fc.constantFrom('产业发展', '基础设施', '社会民生')),
  stage: fc.constant('building' as const),
  lamp: fc.constantFrom('red' as const, 'green' as const, null),
  totalInvestment: amount,
  actualStart: fc.constant(null),
  pinyin: fc.constant('a'),
  initials: fc.constant('a'),
  unitPinyin: fc.constant('a'),
});
const months = fc.constantFrom<[Month, Month]>(['2026-03' as Month, '2027-10' as Month], ['2025-11' as Month, '2026-12' as Month]);
const progress: fc.Arbitrary<ProgressPart> = fc
  .record({ location: orNull(word), content: orNull(phrase), span: months, yearPlan: amount, doneBeforeYear: amount })
  .map(({ span, ...fields }) => ({
    ...fields,
    ...{ plannedStart: span[0], plannedFinish: span[1], track: 'approval', actualFinish: null, plannedToDate: 0 as Money },
    ...{ doneThisYear: 0 as Money, doneSinceStart: 0 as Money, doneThisWeek: null, progress: null, request: null, openProblems: 0 },
    ...{ stepsNeeded: 0, stepsDone: 0, nextStep: null },
  }));

function recordOf(key: number, facts: Omit<Project, 'projectId' | 'key' | 'name'>, parts: Partial<LedgerRecord>): LedgerRecord {
  const projectId = makeId('project', key.toString(16).padStart(32, '0'));
  const about = { ...facts, projectId, key, name: `${'甲乙丙丁戊己庚辛壬癸'.charAt(key % 10)}区第${key}标段道路提升工程` };
  return { id: projectId, project: about, progress: null, approvals: null, problem: null, registration: null, ...parts };
}

/** The columns of a ledger in any order, as people arrange them. */
function arranged(name: LedgerName): fc.Arbitrary<string[]> {
  const keys = ledgers[name].columns.map(({ key }) => key);
  return fc.shuffledSubarray(keys, { minLength: keys.length });
}

/** The given columns of the ledger, as they go out. */
async function sent(name: LedgerName, columns: readonly string[], records: readonly LedgerRecord[]): Promise<Buffer> {
  const view = { ...defaultView(name), columns: [...columns] };
  const sheet = sheetOf({ name, view, records, districtName: '示例区', asOf });
  return Buffer.from(await writeXlsx(workbookOf([sheet])));
}

const levels = { province: '省', city: '市', district: '区' } as const;
const classes = { continued: '续建', new: '新开工', finishing: '竣工', reserve: '储备' } as const;

test('a project written by 项目进展 reads back equal', async () => {
  const rows = fc.array(fc.tuple(project, progress), { minLength: 30, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(rows, arranged('progress'), async (drawn, columns) => {
      const records = drawn.map(([facts, part], key) => recordOf(key + 1, facts, { progress: part }));
      const reading = understand(await sent('progress', columns, records), 'a.xlsx');
      if (reading.kind !== 'key-projects') throw new Error(`read as ${reading.kind}`);
      const byName = new Map(reading.rows.map((row) => [row.name, row]));
      expect(byName.size).toBe(records.length);
      for (const { project: of, progress: part } of records) {
        expect(byName.get(of.name)).toMatchObject({
          unit: of.unitName,
          projectCode: of.code,
          category: of.category,
          location: part?.location,
          content: part?.content,
          totalInvestWan: of.totalInvestment / 10_000,
          annualPlanWan: (part?.yearPlan ?? 0) / 10_000,
          investDoneLastYearEndWan: (part?.doneBeforeYear ?? 0) / 10_000,
          planStart: part?.plannedStart,
          planFinish: part?.plannedFinish,
          leader: of.leaderName,
          level: levels[of.level],
          stage: classes[of.yearClass],
        });
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

/** Not begun, under way, finished: a day of the month that was planned, or of another one. */
const course = fc.constantFrom(
  { stage: 'preparing' as const, status: '未开工', actualStart: null, actualFinish: null },
  { stage: 'building' as const, status: '在建', actualStart: day('2026-03-09'), actualFinish: null },
  { stage: 'building' as const, status: '在建', actualStart: day('2026-05-20'), actualFinish: null },
  { stage: 'completed' as const, status: '已竣工', actualStart: day('2025-12-01'), actualFinish: day('2026-09-18') },
);

test('a reconstruction project written by 项目进展 reads back equal, its plan beside what happened', async () => {
  const more = fc.record({ done: amount, works: orNull(phrase), request: orNull(word), lamp: fc.constantFrom('red' as const, null) });
  const rows = fc.array(fc.tuple(project, progress, course, more), { minLength: 30, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(rows, arranged('progress'), async (drawn, columns) => {
      const statuses = drawn.map(([, , { status }]) => status);
      const records = drawn.map(([facts, part, { stage, actualStart, actualFinish }, said], key) => {
        const about = { ...facts, kind: 'reconstruction' as const, stage, actualStart, lamp: said.lamp };
        const doneSinceStart = actualStart === null ? yuan(0) : said.done;
        return recordOf(key + 1, about, {
          progress: { ...part, actualFinish, doneSinceStart, progress: said.works, request: said.request },
        });
      });
      const reading = understand(await sent('progress', columns, records), 'a.xlsx');
      if (reading.kind !== 'reconstruction') throw new Error(`read as ${reading.kind}`);
      const byName = new Map(reading.rows.map((row) => [row.name, row]));
      expect(byName.size).toBe(records.length);
      for (const { project: of, progress: part } of records) {
        expect(byName.get(of.name), columns.join(' ')).toMatchObject({
          ...{ unit: of.unitName, projectCode: of.code, category: of.category, leader: of.leaderName, level: levels[of.level] },
          ...{ location: part?.location, content: part?.content, progress: part?.progress, issue: part?.request },
          totalInvestWan: of.totalInvestment / 10_000,
          annualPlanWan: (part?.yearPlan ?? 0) / 10_000,
          investDoneWan: (part?.doneSinceStart ?? 0) / 10_000,
          plannedStart: part?.plannedStart,
          planFinish: part?.plannedFinish,
          actualStart: of.actualStart ? monthOf(of.actualStart) : null,
          actualFinish: part?.actualFinish ? monthOf(part.actualFinish) : null,
          status: statuses[of.key - 1],
        });
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

const keyOf: { readonly [Kind in StepKind]?: StepKey } = {
  filing: 'lixiang',
  siting: 'yudi',
  environment: 'huanping',
  energy: 'jieneng',
  soil: 'shuibao',
  landPlan: 'guihua1',
  preliminary: 'chushe',
  worksPlan: 'guihua2',
  drawings: 'shigongtu',
  permit: 'shigong',
};

/** What a list of approvals says of a step in the importer's terms. */
function expected(cell: StepCell | undefined): Pick<StepReading, 'status' | 'date' | 'docNo' | 'promiseBy'> {
  const nothing = { date: null, docNo: null, promiseBy: null };
  switch (cell?.status) {
    case 'done':
      return { ...nothing, status: 'done', date: cell.doneOn ?? null, docNo: cell.documentNumber ?? null };
    case 'tolerant':
      return { ...nothing, status: 'deferred', promiseBy: cell.dueOn ? monthOf(cell.dueOn) : null };
    case 'exempt':
      return { ...nothing, status: 'not_needed' };
    case undefined:
    case 'pending':
      return { ...nothing, status: 'not_started' };
    default:
      return { ...nothing, status: 'in_progress' };
  }
}

test('a project written by 手续办理 reads back equal, step by step', async () => {
  const steps = fc.tuple(...stepKinds.map(() => orNull(step)));
  const rows = fc.array(fc.tuple(project, steps), { minLength: 30, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(rows, arranged('approvals'), async (drawn, columns) => {
      const records = drawn.map(([facts, cells], key) => {
        const own = Object.fromEntries(stepKinds.flatMap((kind, at) => (cells[at] ? [[kind, cells[at]]] : [])));
        const counts = { others: { needed: 0, done: 0 }, needed: 1, done: 0, running: 0, tolerant: 0, overdue: 0 };
        return recordOf(key + 1, facts, { approvals: { steps: own, ...counts } });
      });
      const reading = understand(await sent('approvals', columns, records), 'a.xlsx');
      if (reading.kind !== 'approvals') throw new Error(`read as ${reading.kind}`);
      const byName = new Map(reading.rows.map((row) => [row.name, row]));
      expect(byName.size).toBe(records.length);
      for (const { project: of, approvals } of records) {
        const row = byName.get(of.name);
        expect(row).toMatchObject({ unit: of.unitName, projectCode: of.code });
        for (const kind of stepKinds) {
          const key = keyOf[kind];
          if (!key) continue;
          expect(
            row?.steps.find((each) => each.step === key),
            `${of.name} ${kind}`,
          ).toMatchObject(expected(approvals?.steps[kind]));
        }
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
});
