/**
 * The shape that a translation must fill: the same keys, sentences for sentences,
 * and for a sentence with facts in it a function of the same facts.
 */
export type Messages<Original> = {
  [Key in keyof Original]: Original[Key] extends string
    ? string
    : Original[Key] extends (...facts: infer Facts) => string
      ? (...facts: Facts) => string
      : Messages<Original[Key]>;
};

/** What is null, empty or switched off is left out. */
type Parts = readonly (string | null | undefined | false)[];

export const zh = {
  close: '关闭',
  cancel: '取消',
  undo: '撤销',
  undoKey: 'Ctrl Z',
  dismiss: '收起提示',
  notices: '提示，按 F8 到达',
  required: '必填',
  wan: '万元',
  bullet: (done: string, planned: string, annual: string) => `完成 ${done} 万元，序时计划 ${planned} 万元，年度计划 ${annual} 万元`,
  /** A day in running text. */
  day: (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
  /** 1 = Monday. */
  weekday: (weekday: number) => `周${'一二三四五六日'.charAt(weekday - 1)}`,
  unreadableAmount: (typed: string) => `“${typed}”不是金额。请填数字，单位万元，最多四位小数；已填内容保留在框内。`,
  negativeAmount: '金额不能为负。已填内容保留在框内。',
  letters: (typed: number, limit: number) => `${typed}/${limit} 字`,
  progress: (done: string, total: string) => `${done}，共 ${total}`,
  /** Names side by side. */
  list: (parts: readonly string[]) => parts.join('、'),
  /** Short statements in one sentence. */
  phrases: (parts: readonly string[]) => parts.join('，'),
  /** Statements that have commas of their own. */
  clauses: (parts: readonly string[]) => parts.join('；'),
  /** Facts in one line that do not make a sentence. */
  apart: (parts: Parts) => parts.filter(Boolean).join('\u3000'),
  /** A label before what it labels. */
  lead: (label: string) => `${label}：`,
  labelled: (label: string, text: string) => `${label}：${text}`,
  /** Follows a word without a space of its own. */
  bracketed: (text: string) => `（${text}）`,
};

export const en: Messages<typeof zh> = {
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  undoKey: 'Ctrl Z',
  dismiss: 'Dismiss notice',
  notices: 'Notices, press F8 to reach them',
  required: 'required',
  wan: '10k yuan',
  bullet: (done, planned, annual) => `Done ${done}, planned to date ${planned}, year's plan ${annual} (10k yuan)`,
  day: (day) =>
    `${Number(day.slice(8))} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(day.slice(5, 7)) - 1] ?? ''}`,
  weekday: (weekday) => ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekday - 1] ?? '',
  unreadableAmount: (typed) => `“${typed}” is not an amount. Enter a number in 10k yuan, at most four decimals; what you typed is kept.`,
  negativeAmount: 'The amount cannot be negative. What you typed is kept.',
  letters: (typed, limit) => `${typed}/${limit} characters`,
  progress: (done, total) => `${done} of ${total}`,
  list: (parts) => parts.join(', '),
  phrases: (parts) => parts.join(', '),
  clauses: (parts) => parts.join('; '),
  apart: (parts) => parts.filter(Boolean).join('\u2003'),
  lead: (label) => `${label}: `,
  labelled: (label, text) => `${label}: ${text}`,
  bracketed: (text) => ` (${text})`,
};
