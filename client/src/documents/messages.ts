import type { Messages } from '../kit/messages.ts';

export const zh = {
  print: '打印',
  word: '下载 Word',
  back: '返回',
  loading: '正在载入公文',
  paragraph: (at: number) => `第 ${at} 段`,
  lost: '这一处的原文已变，改动没有用上，请另改：',
};

export const en: Messages<typeof zh> = {
  print: 'Print',
  word: 'Download for Word',
  back: 'Back',
  loading: 'Loading the document',
  paragraph: (at) => `Paragraph ${at}`,
  lost: 'The original has changed, so this was not used:',
};
