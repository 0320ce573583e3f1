import type { Messages } from '../kit/messages.ts';

/** The words of the unit's own items and of what it adds to them. */
export const zh = {
  title: '即将上会',
  when: (series: string, number: number) => `${series}第${number}次`,
  add: '补充说明',
  edit: '修改说明',
  hint: '开会前可改；会上、会议材料里都能看到',
  text: '单位说明',
  of: (text: string) => `单位说明：${text}`,
  late: '会议已经开始，说明不能再改',
  remove: '撤回说明',
  save: '保存说明',
  saved: '说明已保存，项目办能看到',
  removed: '说明已撤回',
};

export const en: Messages<typeof zh> = {
  title: 'Coming up at the meeting',
  when: (series, number) => `${series} no. ${number}`,
  add: 'Add a note',
  edit: 'Change the note',
  hint: 'until the meeting opens; it is read there and stands in its papers',
  text: 'Note of the unit',
  of: (text) => `Unit: ${text}`,
  late: 'The meeting has begun; the note stands',
  remove: 'Take the note back',
  save: 'Save the note',
  saved: 'Saved; the office can read it',
  removed: 'Taken back',
};
