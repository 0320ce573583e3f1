import { describe, expect, test } from 'vitest';
import { EventAction } from '../events/schema.ts';
import { day } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { type District, hearersOf, type Person } from './hearers.ts';
import { isTold, tellingsOf } from './rules.ts';

const unit = (sign: string) => makeId('unit', sign.repeat(32));
const account = (sign: string) => makeId('account', sign.repeat(32));
const [root, housing, team, water, town] = [unit('a'), unit('b'), unit('c'), unit('d'), unit('e')] as const;

const who = {
  office: { id: account('1'), role: 'office', unitId: root },
  reviewer: { id: account('2'), role: 'office', unitId: root },
  leader: { id: account('3'), role: 'leader', unitId: root },
  luo: { id: account('4'), role: 'officer', unitId: housing },
  qian: { id: account('5'), role: 'officer', unitId: housing },
  water: { id: account('6'), role: 'officer', unitId: water },
  inspector: { id: account('7'), role: 'inspector', unitId: root },
  auditor: { id: account('8'), role: 'auditor', unitId: root },
} as const satisfies Record<string, Person>;
type Name = keyof typeof who;

function district(fields: Partial<District['project']> | null = {}): District {
  return {
    people: Object.values(who),
    units: [
      { id: root, parentId: null },
      { id: housing, parentId: root },
      { id: team, parentId: housing },
      { id: water, parentId: root },
      { id: town, parentId: root },
    ],
    project: fields && { unitId: housing, officerId: null, ...fields },
  };
}

const decision = { text: '十一月底前完成征迁', ownerUnitId: housing, helperUnitIds: [water], dueOn: day('2026-11-30') };
const request = { text: '请协调电力迁改', byId: who.luo.id, declinedReason: null };
const problem = { title: '红线内三户未签约', state: 'raised', rung: 'unit', ownerUnitId: null, dueOn: null } as const;
const step = { name: '建筑工程施工许可证', state: 'pending', agencyUnitId: water } as const;
const signoff = { reason: '队伍已进场', promisedOn: day('2026-11-20'), remark: null } as const;
const bulletin = { month: '2026-10', state: 'drafting', draftedBy: who.office.id } as const;
const flag = { quarter: '2026-Q4', state: 'proposed', colour: 'red', unitId: null, projectId: null } as const;

type Case = [what: string, action: EventAction, by: Name, before: unknown, after: unknown, hear: Partial<Record<Name, string>>];

const cases: Case[] = [
  [
    'a return sent back',
    'return.sentBack',
    'office',
    null,
    { sentBackReason: '进度未写', week: '2026-W44' },
    { luo: 'return-sent-back', qian: 'return-sent-back' },
  ],
  [
    'a unit asked for its returns',
    'return.chased',
    'office',
    undefined,
    { unitId: water, names: ['三标'], dueOn: '2026-10-30' },
    { water: 'return-chased' },
  ],
  [
    'a decision',
    'decision.made',
    'office',
    undefined,
    decision,
    { luo: 'decision-owner', qian: 'decision-owner', water: 'decision-helper' },
  ],
  [
    'a decision whose helper is new',
    'decision.updated',
    'office',
    { ...decision, helperUnitIds: [] },
    decision,
    { water: 'decision-helper' },
  ],
  ['a decision whose words alone change', 'decision.updated', 'office', decision, { ...decision, text: '年底前完成' }, {}],
  ['a decision taken up again', 'decision.reopened', 'office', decision, decision, { luo: 'decision-reopened', qian: 'decision-reopened' }],
  ['a decision answered', 'decision.answered', 'luo', decision, decision, { office: 'decision-answered', reviewer: 'decision-answered' }],
  ['an answer sent back', 'decision.sentBack', 'office', decision, decision, { luo: 'decision-sent-back', qian: 'decision-sent-back' }],
  ['a leader’s remark', 'remark.written', 'leader', undefined, { text: '请抓紧' }, { luo: 'remark-written', qian: 'remark-written' }],
  ['a problem of the unit’s own', 'problem.raised', 'luo', undefined, problem, {}],
  [
    'a problem handed up',
    'problem.updated',
    'luo',
    problem,
    { ...problem, rung: 'office' },
    { office: 'problem-handed-up', reviewer: 'problem-handed-up' },
  ],
  [
    'a problem for the leader',
    'problem.updated',
    'office',
    { ...problem, rung: 'office' },
    { ...problem, rung: 'leader' },
    { leader: 'problem-handed-up' },
  ],
  [
    'a problem assigned',
    'problem.updated',
    'office',
    problem,
    { ...problem, state: 'assigned', ownerUnitId: water },
    { water: 'problem-assigned' },
  ],
  [
    'a problem solved',
    'problem.updated',
    'luo',
    { ...problem, state: 'assigned' },
    { ...problem, state: 'solved' },
    { office: 'problem-solved', reviewer: 'problem-solved' },
  ],
  [
    'a problem that is to be helped with',
    'problem.updated',
    'office',
    { ...problem, helperUnitIds: [] },
    { ...problem, helperUnitIds: [water] },
    { water: 'problem-helper' },
  ],
  [
    'a problem that climbed by itself',
    'problem.escalated',
    'auditor',
    { ...problem, rung: 'office' },
    { ...problem, rung: 'leader' },
    { leader: 'problem-handed-up', luo: 'problem-escalated', qian: 'problem-escalated' },
  ],
  [
    'an answer that says it is solved',
    'problem.answered',
    'luo',
    problem,
    { ...problem, state: 'solved', answer: '已签约', fileIds: [] },
    { office: 'problem-solved', reviewer: 'problem-solved' },
  ],
  [
    'a problem sent back',
    'problem.sentBack',
    'office',
    { ...problem, state: 'solved' },
    { ...problem, state: 'assigned', ownerUnitId: water, reason: '未见协议' },
    { water: 'problem-sent-back' },
  ],
  ['a step accepted', 'step.updated', 'luo', step, { ...step, state: 'accepted' }, { water: 'step-accepted', qian: 'step-moved' }],
  ['a step listed as running', 'step.created', 'office', undefined, { ...step, state: 'accepted' }, { water: 'step-accepted' }],
  [
    'a tolerance that lapsed',
    'step.lapsed',
    'auditor',
    { ...step, state: 'tolerant' },
    step,
    { luo: 'step-lapsed', water: 'step-lapsed', qian: 'step-lapsed' },
  ],
  ['a step whose papers alone change', 'step.updated', 'luo', step, step, {}],
  ['a start with papers missing', 'signoff.asked', 'luo', undefined, signoff, { leader: 'signoff-asked' }],
  [
    'a leader’s word on it',
    'signoff.decided',
    'leader',
    signoff,
    { ...signoff, remark: '抓紧补齐' },
    { luo: 'signoff-decided', qian: 'signoff-decided' },
  ],
  ['a project that comes to a unit', 'project.updated', 'office', { unitId: housing }, { unitId: water }, { water: 'project-given' }],
  ['a project that stays', 'project.updated', 'office', { unitId: housing }, { unitId: housing }, {}],
  ['an officer named', 'officer.set', 'office', {}, { officerId: who.luo.id }, { luo: 'officer-set' }],
  ['an officer taken off', 'officer.set', 'office', {}, { officerId: null }, {}],
  ['one project of a hand-over', 'officer.set', 'office', {}, { officerId: who.luo.id, isHandedOver: true }, {}],
  ['a hand-over', 'officer.handedOver', 'office', {}, { toId: who.luo.id, fromName: '钱科员', count: 3 }, { luo: 'handed-over' }],
  ['a bulletin to review', 'bulletin.moved', 'office', bulletin, { ...bulletin, state: 'reviewing' }, { reviewer: 'bulletin-to-review' }],
  [
    'a bulletin to sign',
    'bulletin.moved',
    'reviewer',
    { ...bulletin, state: 'reviewing' },
    { ...bulletin, state: 'signing' },
    { leader: 'bulletin-to-sign' },
  ],
  [
    'a bulletin to cosign',
    'bulletin.moved',
    'office',
    { ...bulletin, state: 'reviewing' },
    { ...bulletin, state: 'cosigning', unitIds: [housing] },
    { luo: 'bulletin-to-cosign', qian: 'bulletin-to-cosign' },
  ],
  ['a bulletin sent back', 'bulletin.moved', 'reviewer', { ...bulletin, state: 'reviewing' }, bulletin, { office: 'bulletin-sent-back' }],
  [
    'a bulletin signed',
    'bulletin.moved',
    'leader',
    { ...bulletin, state: 'signing' },
    { ...bulletin, state: 'signed' },
    { office: 'bulletin-to-issue', reviewer: 'bulletin-to-issue' },
  ],
  [
    'a report issued to its units',
    'report.issued',
    'office',
    null,
    { districtId: root, title: '关于某项目的专报', unitIds: [housing] },
    { leader: 'report-issued', luo: 'report-issued', qian: 'report-issued' },
  ],
  [
    'a report issued to every unit',
    'report.issued',
    'office',
    null,
    { districtId: root, title: '关于灾后恢复重建的简报', unitIds: [root] },
    { leader: 'report-issued', luo: 'report-issued', qian: 'report-issued', water: 'report-issued' },
  ],
  [
    'a bulletin issued',
    'bulletin.issued',
    'office',
    { ...bulletin, state: 'signed' },
    { ...bulletin, state: 'issued' },
    { leader: 'bulletin-issued' },
  ],
  ['a flag to sign', 'flag.moved', 'office', flag, { ...flag, state: 'reviewed' }, { leader: 'flag-to-sign' }],
  ['a flag signed', 'flag.moved', 'leader', flag, { ...flag, state: 'signed' }, {}],
  ['a flag announced', 'flag.announced', 'office', flag, { ...flag, state: 'announced', unitId: water }, { water: 'flag-announced' }],
  ['a round of scoring', 'inspection.opened', 'office', {}, { quarter: '2026-Q4' }, { inspector: 'scoring-opened' }],
  ['an import undone', 'import.undone', 'reviewer', {}, { fileName: '清单.xlsx', createdBy: who.office.id }, { office: 'import-undone' }],
  [
    'a matter asked for at the meeting',
    'agendaRequest.made',
    'luo',
    undefined,
    request,
    { office: 'agenda-asked', reviewer: 'agenda-asked' },
  ],
  ['a request on the agenda', 'agendaRequest.taken', 'office', request, { ...request, day: '2026-11-30' }, { luo: 'agenda-taken' }],
  [
    'a request declined',
    'agendaRequest.declined',
    'office',
    request,
    { ...request, declinedReason: '下周再议' },
    { luo: 'agenda-declined' },
  ],
  [
    'a project on the agenda',
    'agenda.added',
    'office',
    undefined,
    { projectId: makeId('project', 'f'.repeat(32)), reason: '红灯', day: '2026-11-30' },
    { luo: 'agenda-listed', qian: 'agenda-listed' },
  ],
  ['a matter of its own on the agenda', 'agenda.added', 'office', undefined, { projectId: null, reason: null, day: '2026-11-30' }, {}],
  ['an act that nobody waits for', 'agenda.moved', 'office', null, {}, {}],
];

function heardBy(action: EventAction, by: Name, before: unknown, after: unknown, where = district()): Partial<Record<string, string>> {
  const heard = hearersOf(tellingsOf({ action, before, after }), action, who[by].id, where);
  return Object.fromEntries(
    heard.map(({ accountId, telling }) => [Object.entries(who).find(([, person]) => person.id === accountId)?.[0], telling.kind]),
  );
}

describe('who hears of', () => {
  test.each(cases)('%s', (_what, action, by, before, after, hear) => {
    expect(heardBy(action, by, before, after)).toEqual(hear);
  });
});

test('every act of the table is one of the cases above', () => {
  const tried = new Set(cases.map(([, action]) => action));
  expect(EventAction.options.filter((action) => isTold(action) && !tried.has(action))).toEqual([]);
});

test('what is said of an agenda names the series, unless that is the district’s own', () => {
  const textOf = (after: object) => tellingsOf({ action: 'agenda.added', before: null, after }).map(({ text }) => text);
  const listed = { projectId: makeId('project', 'f'.repeat(32)), reason: '红灯', day: '2026-11-30' };
  expect(textOf(listed)).toEqual(['红灯']);
  expect(textOf({ ...listed, seriesName: null })).toEqual(['红灯']);
  expect(textOf({ ...listed, seriesName: '灾后重建调度会' })).toEqual(['红灯（灾后重建调度会）']);
  expect(textOf({ ...listed, reason: null, seriesName: '灾后重建调度会' })).toEqual(['灾后重建调度会']);
});

test('what a project’s officer carries is told to that officer alone', () => {
  const back = { sentBackReason: '进度未写', week: '2026-W44' };
  expect(heardBy('return.sentBack', 'office', null, back, district({ officerId: who.qian.id }))).toEqual({ qian: 'return-sent-back' });
  const gone = district({ officerId: who.water.id });
  expect(Object.keys(heardBy('return.sentBack', 'office', null, back, gone))).toEqual(['luo', 'qian']);
});

test('a unit without officers is told through the nearest unit above, and nobody where there is none', () => {
  const back = { sentBackReason: '进度未写', week: '2026-W44' };
  expect(Object.keys(heardBy('return.sentBack', 'office', null, back, district({ unitId: team })))).toEqual(['luo', 'qian']);
  expect(heardBy('return.sentBack', 'office', null, back, district({ unitId: town }))).toEqual({});
});

test('an act that a role may not learn of leaves it no notice', () => {
  const mine = { ...flag, state: 'reviewed', unitId: housing };
  const heard = hearersOf(
    [
      ...tellingsOf({ action: 'flag.moved', before: flag, after: mine }),
      ...tellingsOf({ action: 'flag.announced', before: flag, after: { ...mine, state: 'announced' } }),
    ],
    'flag.moved',
    who.office.id,
    district(),
  );
  expect(heard.map((each) => each.accountId)).toEqual([who.leader.id]);
});
