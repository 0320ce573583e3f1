import type { AskRefusal } from '#shared/signoffs/rules.ts';
import type { SignoffState } from '#shared/signoffs/schema.ts';
import type { Messages } from '../kit/messages.ts';

export const zh = {
  title: '容缺开工',
  state: { asked: '待领导签批', signed: '已签批', declined: '未同意' } satisfies Record<SignoffState, string>,
  way: '可走容缺开工：须领导签批，并写明补齐时限。',
  ask: '发起容缺开工',
  askedBy: (name: string, day: string) => `${name} ${day} 发起`,
  promised: (day: string) => `承诺 ${day} 前补齐`,
  decidedBy: (name: string, day: string) => `${name} ${day} 批示`,
  reason: '开工理由',
  promisedOn: '补齐时限',
  sign: '同意容缺开工',
  decline: '不同意',
  decide: '签批',
  remark: '批示（可不填）',
  send: '提交签批',
  asked: '已提交领导签批',
  decided: '已签批',
};

export const en: Messages<typeof zh> = {
  title: 'Start with papers missing',
  state: { asked: 'waits for a leader', signed: 'signed', declined: 'declined' },
  way: 'It may start with papers missing: a leader signs, and a day is promised.',
  ask: 'Ask a leader',
  askedBy: (name, day) => `asked by ${name} on ${day}`,
  promised: (day) => `papers promised by ${day}`,
  decidedBy: (name, day) => `${name}, ${day}`,
  reason: 'Why it cannot wait',
  promisedOn: 'Papers complete by',
  sign: 'Let it start',
  decline: 'Decline',
  decide: 'Decide',
  remark: 'Remark (optional)',
  send: 'Send to the leader',
  asked: 'Sent to the leader',
  decided: 'Decided',
};

/** Why a sign-off is not asked for, or not decided. */
export const refusals: Record<'zh' | 'en', Record<AskRefusal | 'signoff-decided', string>> = {
  zh: {
    'signoff-not-needed': '只有处在前期手续、施工许可已容缺受理的项目，才需要容缺开工签批。',
    'signoff-open': '这个项目的容缺开工已经提交或签批，不必再提。',
    'promise-past': '补齐时限不能早于今天。',
    'signoff-decided': '已有领导作出批示，请刷新后查看。',
  },
  en: {
    'signoff-not-needed': 'Only a project in preparation whose permit is accepted with papers missing needs this.',
    'signoff-open': 'A sign-off is asked for or given already.',
    'promise-past': 'The promised day cannot lie in the past.',
    'signoff-decided': 'A leader has decided already; reload to see it.',
  },
};
