import type { Messages } from '../kit/messages.ts';

export const zh = {
  print: '打印',
  back: '返回',
  loading: '正在载入公文',
};

export const en: Messages<typeof zh> = {
  print: 'Print',
  back: 'Back',
  loading: 'Loading the document',
};
