import type { WordingOccasion } from '#shared/meetings/wordings.ts';
import type { Messages } from '../kit/messages.ts';

export const zh = {
  tab: '议定用语',
  note: '会议台上一按即用的议定事项。责任单位、配合单位、时限、督办领导各有一栏，不必写进用语。',
  names: '办手续时可写“{手续}”，解决问题时可写“{问题}”，用时换成这个项目的下一项手续、第一个问题。',
  label: '按钮',
  occasion: '何时出现',
  occasions: { always: '任何议题', step: '有手续在办', problem: '有问题未解决', behind: '投资落后序时' } satisfies Record<
    WordingOccasion,
    string
  >,
  text: '用语',
  of: (at: number) => `第${at}条`,
  up: (label: string) => `上移 ${label}`,
  down: (label: string) => `下移 ${label}`,
  remove: (label: string) => `删除 ${label}`,
  add: '加一条',
  usual: '恢复常用的',
  wrongLabel: '写 1–8 个字',
  wrongText: '写 2–200 个字',
  wrongName: '“{手续}”只用于有手续在办，“{问题}”只用于有问题未解决',
  save: '保存',
  saved: '议定用语已保存，会议台下次打开即用',
};

export const en: Messages<typeof zh> = {
  tab: 'Decision wordings',
  note: 'Decisions that the console offers at a press. Owner, helpers, deadline and supervisor have fields of their own.',
  names: 'For steps “{手续}”, for problems “{问题}” stand for the next step and the first problem of the project at hand.',
  label: 'Button',
  occasion: 'Offered for',
  occasions: { always: 'any item', step: 'an open step', problem: 'an open problem', behind: 'investment behind plan' },
  text: 'Wording',
  of: (at) => `Wording ${at}`,
  up: (label) => `Move ${label} up`,
  down: (label) => `Move ${label} down`,
  remove: (label) => `Remove ${label}`,
  add: 'Add one',
  usual: 'Back to the usual ones',
  wrongLabel: '1 to 8 letters',
  wrongText: '2 to 200 letters',
  wrongName: '“{手续}” is for open steps alone, “{问题}” for open problems',
  save: 'Save',
  saved: 'Kept; the console has them when it opens next',
};
