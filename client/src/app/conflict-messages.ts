import type { Messages } from '../kit/messages.ts';

export const zh = {
  title: (who: string | null, time: string | null) => `${who ?? '别人'}${time ? ` ${time} ` : ''}刚改过这一项，您的改动没有覆盖它`,
  choose: '同一栏两边写得不一样，请逐栏选定，再保存。',
  merged: '两边改的不是同一栏，已合在一起；核对后再保存。',
  taken: (fields: string) => `已并入对方改的：${fields}`,
  field: '栏目',
  theirs: '对方的',
  mine: '我填的',
  empty: '空',
  chooseFirst: '还有栏目没有选定用哪一边。',
};

export const en: Messages<typeof zh> = {
  title: (who, time) => `${who ?? 'Somebody else'} has changed this${time ? ` at ${time}` : ''}; yours did not overwrite it`,
  choose: 'The same field reads differently on both sides: choose for each, then save.',
  merged: 'You changed different fields; both changes are put together. Look them over and save.',
  taken: (fields) => `Taken over from them: ${fields}`,
  field: 'Field',
  theirs: 'Theirs',
  mine: 'Mine',
  empty: 'empty',
  chooseFirst: 'Some fields still wait for a choice.',
};
