import type { Messages } from '../kit/messages.ts';

/** The words of the link to the calendar of meetings. */
export const zh = {
  open: '日历订阅',
  title: '订阅例会日历',
  text: '在手机或电脑日历里用“按网址订阅”添加此链接，例会时间、地点变了会自动更新。谁有链接谁就能看到例会时间和地点，请勿外传。',
  link: '订阅链接',
  once: '链接只显示这一次；丢了可重新生成，旧链接随即失效。',
  create: '生成链接',
  again: '重新生成',
  revoke: '停用链接',
  revoked: '链接已停用',
  since: (day: string) => `已有链接，${day} 生成`,
  used: (when: string) => `最近读取 ${when}`,
  unused: '还没有被读取过',
  copy: '复制链接',
  copied: '已复制链接',
  notCopied: '没有复制成功，请选中链接后手动复制。',
  file: '存为日历文件',
  close: '关闭',
};

export const en: Messages<typeof zh> = {
  open: 'Calendar',
  title: 'Subscribe to the meetings',
  text: 'Add this link to your calendar as a subscription; days and places that change are updated there. Whoever has the link sees when and where, so keep it to yourself.',
  link: 'Link',
  once: 'It is shown only this once; a new one can be made, and the old one ends.',
  create: 'Make a link',
  again: 'Make a new one',
  revoke: 'Revoke',
  revoked: 'Revoked',
  since: (day) => `There is a link, made on ${day}`,
  used: (when) => `last read ${when}`,
  unused: 'not read yet',
  copy: 'Copy the link',
  copied: 'Link copied',
  notCopied: 'It could not be copied; select the link and copy it by hand.',
  file: 'Save as a calendar file',
  close: 'Close',
};
