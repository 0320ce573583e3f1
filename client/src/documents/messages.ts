import type { Messages } from '../kit/messages.ts';

export const zh = {
  print: '打印',
  word: '下载 Word',
  back: '返回',
  loading: '正在载入公文',
};

export const en: Messages<typeof zh> = {
  print: 'Print',
  word: 'Download for Word',
  back: 'Back',
  loading: 'Loading the document',
};
