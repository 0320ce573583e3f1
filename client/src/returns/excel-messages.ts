import type { Messages } from '../kit/messages.ts';

/** The words of returns by Excel. */
export const zh = {
  title: 'Excel 填报',
  note: '项目多时，下载本周填报表，填好后一次上传。上传后先看逐格对比，点“写入”才算报出。',
  first: '一、下载',
  firstHint: '上周的文字和累计数已经填好；浅黄格是要填的，已报的项目带着已报的数。',
  download: '下载本周填报表',
  downloaded: (projects: number) => `已下载，${projects} 个项目。`,
  second: '二、填好后上传',
  formats: 'xlsx、xls 或 csv，不超过 20 MB；只收本单位项目的周填报',
};

export const en: Messages<typeof zh> = {
  title: 'Fill in by Excel',
  note: 'For many projects: download this week’s workbook, fill it in, upload it once. You see every cell that changes first; nothing is sent before you confirm.',
  first: '1. Download',
  firstHint: 'Last week’s words and totals are filled in; the pale yellow cells are yours. What was sent already stands as sent.',
  download: 'Download this week’s workbook',
  downloaded: (projects) => `Downloaded, ${projects} projects.`,
  second: '2. Upload it filled in',
  formats: 'xlsx, xls or csv, at most 20 MB; weekly returns of your own projects',
};
