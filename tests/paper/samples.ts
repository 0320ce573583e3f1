import { draftBulletin } from '#shared/bulletins/draft.ts';
import type { BulletinInput, BulletinRow } from '#shared/bulletins/input.ts';
import type { Document } from '#shared/documents/model.ts';
import { day, Month, Week } from '#shared/kit/calendar.ts';
import { makeId } from '#shared/kit/ids.ts';
import { wan } from '#shared/kit/money.ts';
import { draftMinutes } from '#shared/meetings/minutes.ts';

const names = [
  '夏侯棚户区改造安置住房建设项目',
  '北部污水处理厂提标扩容工程',
  '智能电气产业园建设项目（一期）',
  '国际陆港片区综合物流枢纽（一期）',
];
const rebuilt = ['北沟河山洪沟治理工程', '谷川镇中心小学恢复重建项目', '城区排水防涝管网恢复提升工程'];
const units = ['住建局', '生态环境分局', '开发区管委会', '商务局', '水利局', '教体局', '城管局'];
const leaders = ['贺常务', '沈部长', '郑副区长', '邱主任', '陆主席'];

function row(index: number): BulletinRow {
  const isKey = index % 3 !== 2;
  const pool = isKey ? names : rebuilt;
  const lamp = index % 7 === 0 ? 'red' : index % 5 === 0 ? 'yellow' : 'green';
  const base = pool[index % pool.length] ?? '';
  return {
    projectId: makeId('project', index.toString(16).padStart(32, '0')),
    name: index < pool.length ? base : `${base}第${index}标段`,
    unitName: units[index % units.length] ?? '',
    unitKind: 'bureau',
    leaderName: leaders[index % leaders.length] ?? null,
    kind: isKey ? 'key' : 'reconstruction',
    level: 'district',
    track: null,
    category: isKey ? null : '市政设施',
    yearClass: index % 4 === 0 ? 'new' : 'continued',
    stage: 'building',
    standing: 'active',
    yearPlan: wan(5200 + index * 640),
    plannedToDate: wan(4300 + index * 530),
    doneThisYear: wan(lamp === 'red' ? 3300 + index * 400 : 4290 + index * 531),
    doneSinceStart: wan(9000 + index * 700),
    totalInvestment: wan(30_000 + index * 1100),
    lamp,
    reasons:
      lamp === 'green'
        ? []
        : index % 2 === 0
          ? [{ dimension: 'progress', text: `投资滞后${18 + (index % 7)}%` }]
          : [{ dimension: 'approvals', text: `环评批复超期${5 + (index % 4)}个工作日` }],
    previousLamp: index % 14 === 0 ? 'red' : 'green',
    nextStep:
      lamp === 'green'
        ? null
        : { name: index % 2 === 0 ? '施工许可' : '环评批复', due: day('2026-11-09'), overdueDays: index % 2 === 0 ? 0 : 5 + (index % 4) },
    openProblems: index % 9 === 0 ? 2 : 0,
    plannedStart: index % 4 === 0 ? Month.parse(index % 8 === 0 ? '2026-03' : '2026-09') : null,
    actualStart: index % 12 === 0 ? null : day('2026-04-02'),
    actualFinish: null,
    stepsNeeded: 0,
    stepsDone: 0,
    stepsOwed: [],
    isRegistered: index % 10 !== 0,
    needsRegistration: true,
  };
}

/** So many projects of a month, every seventh red. */
export function rowsOf(count: number): BulletinRow[] {
  return Array.from({ length: count }, (_, index) => row(index));
}

/** A month with so many projects; red, yellow and green in fixed shares. */
export function bulletin(projects: number, changes: Partial<BulletinInput> = {}): Document {
  const rows = rowsOf(projects);
  return draftBulletin({
    district: { name: '示例区', issuingOffice: '示例区重点项目建设指挥部办公室' },
    month: Month.parse('2026-10'),
    issue: { year: 2026, number: 10 },
    issuedOn: day('2026-11-03'),
    isDraft: false,
    rows,
    praise: rows.slice(1, 4).map((each) => each.projectId),
    criticise: rows.slice(0, 1).map((each) => each.projectId),
    previousMonthCounts: { green: 36, yellow: 9, red: 5 },
    rectifyBy: day('2026-11-06'),
    ...changes,
  });
}

/** Nothing but text, without a stop: every line is full, so that a page can be counted. */
export function plainText(characters: number): Document {
  const text = '推进重点项目建设和灾后恢复重建工作'.repeat(Math.ceil(characters / 17)).slice(0, characters);
  const sample = bulletin(0);
  return { ...sample, blocks: [{ type: 'paragraph', lead: null, inlines: [{ type: 'text', text }] }], annexes: [], imprint: null };
}

/** The minutes of a meeting with five items. */
export function minutes(): Document {
  const decision = (index: number) => ({
    id: makeId('decision', index.toString(16).padStart(32, '0')),
    text: '十一月九日前完成二标段施工许可办理，未完成的由分管领导现场督办',
    ownerUnitName: units[index % units.length] ?? '',
    helperUnitNames: index % 2 === 0 ? ['自然资源分局', '行政审批局'] : [],
    supervisor: index % 3 === 0 ? '贺常务' : null,
    dueOn: day('2026-11-09'),
  });
  return draftMinutes({
    district: { name: '示例区', issuingOffice: '示例区重点项目建设指挥部办公室' },
    seriesName: '重点项目周例会',
    meeting: { number: 41, week: Week.parse('2026-W44'), day: day('2026-11-02'), time: '9:00', place: '区政府第三会议室', host: '贺常务' },
    issue: { year: 2026, number: 41 },
    issuedOn: day('2026-11-03'),
    isDraft: false,
    present: [
      '区发改委 宋科长',
      '住建局 罗局长',
      '水利局 邱主任',
      '生态环境分局 沈局长',
      '开发区管委会 陆主任',
      '商务局 郭局长',
      '教体局 唐局长',
    ],
    excused: ['城管局 郑局长'],
    observers: ['区委督查室', '区政府督查室'],
    followUp: [0, 1, 2].map((index) => ({
      ...decision(100 + index),
      state: index === 0 ? 'done' : 'open',
      doneOn: null,
      dueOn: day(index === 1 ? '2026-10-30' : '2026-11-20'),
      overdueDays: index === 1 ? 1 : 0,
    })),
    items: names.map((title, index) => ({
      title,
      discussion: index === 0 ? '地库移交滞后，影响主体验收。' : null,
      remarks: index === 1 ? [{ leaderName: '郑副区长', text: '安置房是群众盼了三年的事，年底前必须交钥匙' }] : [],
      decisions: index === 3 ? [] : [decision(index), decision(index + 10)],
    })),
    otherDecisions: [decision(50)],
    otherRemarks: [],
  });
}
