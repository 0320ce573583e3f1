import type { MeetingHandout, MeetingPaper } from '#shared/meetings/schema.ts';
import type { Messages } from '../kit/messages.ts';

/** The words of what a meeting issues: minutes and the weekly report. */
export const zh = {
  title: '纪要和周报',
  note: '闭会时按此印发；数字随台账变动，到闭会为止',
  paper: '文件',
  kinds: { minutes: '会议纪要', 'weekly-report': '项目周报' } satisfies Record<MeetingPaper, string>,
  preview: '纪要和周报',
  words: '改文字',
  hint: '{1}、{2} 是数字，随台账走，可以挪动或删去，不能写入。换行另起一段，清空则删去一段。',
  save: '保存文字',
  saved: '文字已保存，预览已更新',
  printReport: '打印周报',
  handouts: { papers: '会议材料', 'sign-in': '签到表' } satisfies Record<MeetingHandout, string>,
  reopen: '重开例会',
  reopenTitle: '重开例会',
  reopenText: '已印发的纪要和周报照旧保留；再次闭会时按同一期号另出一版，数据也另截一次。',
  reopenReason: '重开原因',
  versions: '历次印发',
  version: (attempt: number, day: string) => `第 ${attempt} 版（${day}）`,
  replaced: (reason: string) => `后因“${reason}”重开`,
};

export const en: Messages<typeof zh> = {
  title: 'Minutes and weekly report',
  note: 'issued like this when the meeting is closed; until then the figures go on living',
  paper: 'Paper',
  kinds: { minutes: 'Minutes', 'weekly-report': 'Weekly report' },
  preview: 'Minutes and report',
  words: 'Change the words',
  hint: '{1}, {2} are figures that follow the records: move them or leave them out. A new line begins a paragraph; an empty field drops one.',
  save: 'Keep the words',
  saved: 'Kept; the preview shows them',
  printReport: 'Print the weekly report',
  handouts: { papers: 'Papers', 'sign-in': 'Sign-in sheet' },
  reopen: 'Open again',
  reopenTitle: 'Open the meeting again',
  reopenText: 'What was issued stays. Closing again issues another version under the same numbers and takes the cut once more.',
  reopenReason: 'Why',
  versions: 'Issued before',
  version: (attempt, day) => `Version ${attempt} (${day})`,
  replaced: (reason) => `reopened: ${reason}`,
};
