import type { Messages } from '../kit/messages.ts';

/** The words of a rehearsal. */
export const zh = {
  start: '预演',
  chip: '预演',
  note: '预演：大屏同步显示，翻页、照片、录入都可试，什么都不保存；开会后从头计时。',
  notKept: '预演中不下发，文字没有保存',
  end: '结束预演',
};

export const en: Messages<typeof zh> = {
  start: 'Rehearse',
  chip: 'Rehearsal',
  note: 'Rehearsal: the screen follows; pages, photos and typing can be tried, and nothing is kept. Times begin anew when the meeting opens.',
  notKept: 'Nothing is issued in a rehearsal, and nothing was kept',
  end: 'End the rehearsal',
};
