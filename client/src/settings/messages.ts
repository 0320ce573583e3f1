import type { Messages } from '../kit/messages.ts';

export const zh = {
  title: '设置',
  parts: '设置分页',
  displays: '大屏设备',
  reload: '载入最新内容',
};

export const en: Messages<typeof zh> = {
  title: 'Settings',
  parts: 'Parts of the settings',
  displays: 'Screens',
  reload: 'Load the new content',
};
