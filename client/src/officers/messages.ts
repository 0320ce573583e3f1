import type { RefusalText } from '../app/refusals.ts';
import type { Messages } from '../kit/messages.ts';

export const zh = {
  title: '项目专员',
  none: '未指定，由本单位专员共同负责',
  set: '指定专员',
  dialog: (project: string) => `指定“${project}”的项目专员`,
  dialogNote: '退回、催报先通知项目专员，填报页上排在前面。',
  officer: '项目专员',
  nobody: '不指定',
  of: (name: string, unit: string) => `${name}（${unit}）`,
  save: '保存',
  saved: '项目专员已保存',
  handOver: '交接',
  handOverOf: (name: string) => `交接${name}的工作`,
  handOverTitle: (name: string) => `交接：${name}`,
  carries: (count: number) => (count > 0 ? `现负责 ${count} 个项目，连同未读通知一并交接。` : '现在没有负责的项目。'),
  carriesMore: (count: number) => `等 ${count} 个`,
  to: '交给',
  noCandidate: '本单位及上下级没有可以接手的专员。请先新建账号，或把接手人的账号改挂到本单位。',
  close: (name: string) => `同时停用${name}的账号，立即退出登录`,
  closeNote: '停用账号由管理员办理',
  handOverDo: '确认交接',
  handedOver: (count: number, name: string) => `${count} 个项目已交接给${name}`,
  wrongTo: '请选择接手人',
};

export const en: Messages<typeof zh> = {
  title: 'Project officer',
  none: 'nobody named: the unit’s officers share it',
  set: 'Name an officer',
  dialog: (project) => `Name the officer of “${project}”`,
  dialogNote: 'What is sent back or chased is told to this officer first, and stands first on the page of returns.',
  officer: 'Project officer',
  nobody: 'Nobody',
  of: (name, unit) => `${name} (${unit})`,
  save: 'Save',
  saved: 'Project officer saved',
  handOver: 'Hand over',
  handOverOf: (name) => `Hand over the work of ${name}`,
  handOverTitle: (name) => `Hand over: ${name}`,
  carries: (count) => (count > 0 ? `Carries ${count} projects; they go over with the unread notices.` : 'Carries no project now.'),
  carriesMore: (count) => `${count} in all`,
  to: 'To',
  noCandidate: 'No officer of this unit, or of those above and below, could take over. Make an account first, or move one here.',
  close: (name) => `Also close the account of ${name} and sign it out at once`,
  closeNote: 'accounts are closed by the administrator',
  handOverDo: 'Hand over',
  handedOver: (count, name) => `${count} projects handed over to ${name}`,
  wrongTo: 'Choose who takes over',
};

/** Why a project or an officer's work cannot go to somebody. */
export const refusals: { zh: Record<string, RefusalText>; en: Record<string, RefusalText> } = {
  zh: {
    'not-an-officer': (facts) => `${String(facts.name ?? '')}不是项目专员，没有改动。请另选一位专员。`,
    'officer-closed': (facts) => `${String(facts.name ?? '')}的账号已停用，没有改动。请另选一位专员。`,
    'officer-elsewhere': (facts) => `${String(facts.name ?? '')}所在单位看不到这些项目，没有改动。请选本单位或上级单位的专员。`,
    'same-officer': '不能交接给本人，请另选接手人。',
    'nothing-to-hand-over': (facts) => `${String(facts.name ?? '')}名下没有项目，无须交接。`,
  },
  en: {
    'not-an-officer': (facts) => `${String(facts.name ?? '')} is no officer; nothing was changed. Choose an officer.`,
    'officer-closed': (facts) => `The account of ${String(facts.name ?? '')} is closed; nothing was changed. Choose another officer.`,
    'officer-elsewhere': (facts) =>
      `The unit of ${String(facts.name ?? '')} does not reach these projects; nothing was changed. Choose an officer of the unit or of one above.`,
    'same-officer': 'Work cannot be handed over to the same person; choose somebody else.',
    'nothing-to-hand-over': (facts) => `${String(facts.name ?? '')} carries no project; there is nothing to hand over.`,
  },
};
