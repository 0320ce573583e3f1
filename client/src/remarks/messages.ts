import type { RefusalText } from '../app/refusals.ts';
import type { Messages } from '../kit/messages.ts';

export const zh = {
  title: '领导批示',
  take: '记录批示',
  leader: '领导',
  leaderHint: '可选，也可直接写姓名和职务',
  text: '批示内容',
  save: '记下',
  cancel: '取消',
  saved: '已记下，大屏、项目和纪要同步',
  remove: '删除',
  removeOf: (name: string) => `删除${name}的批示`,
  write: '写批示',
  quick: '批示',
  writeOn: (name: string) => `批示：${name}`,
  own: '自己写…',
  written: '批示已送项目专员',
  none: '还没有批示',
  inMeeting: '例会',
};

export const en: Messages<typeof zh> = {
  title: 'Leaders’ remarks',
  take: 'Take down a remark',
  leader: 'Leader',
  leaderHint: 'choose, or write name and office',
  text: 'Remark',
  save: 'Keep',
  cancel: 'Cancel',
  saved: 'Kept; it stands on the screen, the project and in the minutes',
  remove: 'Delete',
  removeOf: (name) => `Delete the remark of ${name}`,
  write: 'Write a remark',
  quick: 'Remark',
  writeOn: (name) => `Remark on ${name}`,
  own: 'In my own words…',
  written: 'The remark has gone to who carries the project',
  none: 'No remark yet',
  inMeeting: 'in a meeting',
};

/** Why a remark refuses. */
export const refusals: { zh: Record<string, RefusalText>; en: Record<string, RefusalText> } = {
  zh: { 'remark-stands': '领导本人写的批示不能删除，没有改动。' },
  en: { 'remark-stands': 'What a leader wrote stands; nothing was changed.' },
};
