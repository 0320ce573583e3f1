import { StageLack, type StageReminder, type WordedLack } from '#shared/projects/stages.ts';
import type { RefusalText } from '../app/refusals.ts';
import type { Messages } from '../kit/messages.ts';
import * as kit from '../kit/messages.ts';

/** Who fills what lacks at a gate; the agency of the step where there is one. */
type Holder = 'agency' | 'leader' | 'office' | 'mover';

export const holders: Record<StageLack, Holder> = {
  'basis-pending': 'agency',
  'permit-missing': 'agency',
  'permit-pending': 'agency',
  'sign-off-missing': 'leader',
  'site-visit-missing': 'office',
  'evidence-note-missing': 'mover',
  'reason-missing': 'mover',
  'skip-reason-missing': 'mover',
};

export const zh = {
  gate: (missing: string) => `还不能变更：${missing}`,
  notInto: (stage: string) => `不能进入“${stage}”`,
  lackOf: (step: string) => `缺：${step}`,
  waitOf: (step: string) => `待：${step}`,
  notBegun: '应办未办',
  settled: '已齐',
  settledSteps: (names: string, count: number) => (count > 2 ? `${names}等 ${count} 项` : names),
  usedOf: (used: string, limit: string | null) => (limit === null ? `已用 ${used} 日` : `已用 ${used} / ${limit} 日`),
  dueBy: (day: string) => `${day}到期`,
  overdueBy: (days: number) => `超期 ${days} 日`,
  seeSteps: '看手续',
  seeVisits: '去记录实地核查',
  putBack: '放回原列',
  lacks: {
    'basis-pending': '立项（批复、核准或备案）未办结',
    'permit-missing': '手续里没有“施工许可”一项',
    'permit-pending': '施工许可未办结',
    'sign-off-missing': '容缺开工缺领导签批',
    'site-visit-missing': '缺实地核查',
    'evidence-note-missing': '缺达效依据',
    'reason-missing': '缺退回理由',
    'skip-reason-missing': '缺合并、简化或跳过前期环节的理由',
  } satisfies Record<StageLack, string>,
  heldBy: {
    agency: '审批部门办理，责任单位跟进',
    leader: '待包保领导签批',
    office: '项目办现场核查并记录',
    mover: '变更时填写',
  } satisfies Record<Holder, string>,
  leaderSigns: (name: string) => `待 ${name} 签批`,
  toldAs: {
    'evidence-note-missing': '达效依据',
    'reason-missing': '退回理由',
    'skip-reason-missing': '合并、简化或跳过前期环节的理由',
  } satisfies Record<WordedLack, string>,
  reminders: {
    registration: (months: number) => `开工后 ${months} 个月内须入库纳统，本项目还没有入库记录。请提醒责任单位备齐资料，向统计部门申报。`,
  } satisfies Record<StageReminder, (months: number) => string>,
  ways: {
    tolerate: '施工许可可先容缺受理：受理后由包保领导签批，可以容缺开工。',
    asked: '容缺开工已提交领导签批，同意后即可开工。',
  },
  way: {
    title: '阶段历程',
    moved: (from: string, to: string) => `${from} → ${to}`,
    by: (name: string, day: string) => `${day} ${name}`,
    evidence: '达效依据',
    reason: '理由',
  },
};

export const en: Messages<typeof zh> = {
  gate: (missing) => `Not possible yet: ${missing}`,
  notInto: (stage) => `Not into “${stage}”`,
  lackOf: (step) => `Missing: ${step}`,
  waitOf: (step) => `Waiting: ${step}`,
  notBegun: 'not begun',
  settled: 'done',
  settledSteps: (names, count) => (count > 2 ? `${names} and others, ${count} in all` : names),
  usedOf: (used, limit) => (limit === null ? `${used} days used` : `${used} of ${limit} days used`),
  dueBy: (day) => `due ${day}`,
  overdueBy: (days) => `${days} days over`,
  seeSteps: 'See the approvals',
  seeVisits: 'See the site visits',
  putBack: 'Put back',
  lacks: {
    'basis-pending': 'what the project rests on (approval, verification or filing) is not done',
    'permit-missing': 'there is no construction permit among the approvals',
    'permit-pending': 'the construction permit is not done',
    'sign-off-missing': "a leader's sign-off is missing",
    'site-visit-missing': 'a site visit is missing',
    'evidence-note-missing': 'it must say what it rests on',
    'reason-missing': 'it must say why it goes back',
    'skip-reason-missing': 'it must say why early papers or stages are merged or left out',
  },
  heldBy: {
    agency: 'the agency decides, the unit follows it up',
    leader: 'waits for the leader in charge',
    office: 'the project office visits and records it',
    mover: 'asked when it is moved',
  },
  leaderSigns: (name) => `waits for ${name}`,
  toldAs: {
    'evidence-note-missing': 'What it rests on',
    'reason-missing': 'Why it goes back',
    'skip-reason-missing': 'Why early papers or stages are merged or left out',
  },
  reminders: {
    registration: (months) =>
      `Within ${months} month(s) of its start it has to be in the statistical base, and it has no entry yet. Remind the unit to get the papers ready.`,
  },
  ways: {
    tolerate: 'The permit can be accepted with papers missing first; then a leader may sign, and it may start.',
    asked: 'A leader has been asked already; once it is signed the project may start.',
  },
  way: {
    title: 'How it came to its stage',
    moved: (from, to) => `${from} → ${to}`,
    by: (name, day) => `${day} ${name}`,
    evidence: 'It rests on',
    reason: 'Reason',
  },
};

/** What a refused move says in one sentence, where there is no room for the panel: the menu, a move of many. */
function refusal(
  words: typeof zh | typeof en,
  { lead, other, join }: { lead: string; other: string; join: typeof kit.zh.clauses },
): RefusalText {
  return ({ missing }) => {
    const lacks = StageLack.array().safeParse(missing).data ?? [];
    return lacks.length > 0 ? `${lead}${join(lacks.map((lack) => words.lacks[lack]))}` : other;
  };
}

export const refusals: { zh: Record<string, RefusalText>; en: Record<string, RefusalText> } = {
  zh: { gate: refusal(zh, { lead: '条件还不具备：', other: '条件还不具备，没有改动。请补齐后再办。', join: kit.zh.clauses }) },
  en: { gate: refusal(en, { lead: 'Not yet: ', other: 'The conditions are not met yet; nothing was changed.', join: kit.en.clauses }) },
};
