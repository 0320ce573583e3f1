import type { FormCheckId } from '#shared/bulletins/check.ts';
import type { Messages } from '../kit/messages.ts';

/** So many names are read at a glance; the place itself shows the rest. */
const MOST_NAMED = 3;
const some = (names: readonly string[], mark: string, more: string): string =>
  names.slice(0, MOST_NAMED).join(mark) + (names.length > MOST_NAMED ? more : '');

export const zh = {
  selfCheck: '版式自检',
  standard: 'GB/T 9704—2012',
  checkRight: (count: number) => `${count} 项合格`,
  checkWrong: '送核稿前须看',
  right: {
    grid: () => '每面 22 行 × 28 字',
    signs: () => '所用字体没有缺字',
    margins: () => '没有字出格',
    imprint: ([pages]) => `版记在最后一面（第 ${pages} 面，偶数）`,
    cut: () => '数据已截取',
    numbers: () => '数字均为最新',
    typed: () => '没有手填的数字',
    reasons: () => '红黄灯项目都写明原因',
    words: () => '改写的文字都已用上',
    sections: (names) => (names.length === 0 ? '列入的各节都有内容' : `${names.length} 节本月无内容，不印：${some(names, '、', '等')}`),
    date: () => '期号、成文日期已定',
  } satisfies Record<FormCheckId, (names: readonly string[]) => string>,
  wrong: {
    grid: ([lines, characters]) => `每面 ${lines} 行 × ${characters} 字，应为 22 行 × 28 字`,
    signs: (names) => `本机字体缺 ${names.length} 字，会印成空框：${some(names, ' ', ' 等')}`,
    margins: (names) => `${names.length} 处字出格，请缩短：${some(names, '、', '等')}`,
    imprint: ([pages]) => `版记在第 ${pages} 面，应在偶数面`,
    cut: () => '本月数据未截取，现为预稿',
    numbers: (names) => `${names.length} 处数字已变动：${some(names, '、', '等')}`,
    typed: (names) => `${names.length} 处手填，无台账出处：${some(names, '、', '等')}`,
    reasons: (names) => `${names.length} 个红黄灯项目没有原因：${some(names, '、', '等')}`,
    words: (names) => `${names.length} 处改写没有用上，原文已变`,
    sections: (names) => some(names, '、', '等'),
    date: () => '期号、成文日期待印发时编定',
  } satisfies Record<FormCheckId, (names: readonly string[]) => string>,
};

export const en: Messages<typeof zh> = {
  selfCheck: 'Self-check',
  standard: 'GB/T 9704-2012',
  checkRight: (count) => `${count} in order`,
  checkWrong: 'To be looked at before it is sent on',
  right: {
    grid: () => '22 lines of 28 characters',
    signs: () => 'Every sign has a glyph',
    margins: () => 'Nothing leaves its place',
    imprint: ([pages]) => `The imprint closes page ${pages}, an even one`,
    cut: () => 'The month is cut',
    numbers: () => 'Every number is the newest',
    typed: () => 'No number is typed by hand',
    reasons: () => 'Every red and yellow lamp has a reason',
    words: () => 'Every change of words is used',
    sections: (names) =>
      names.length === 0
        ? 'Every section has something to say'
        : `${names.length} sections have nothing to say: ${some(names, ', ', ' …')}`,
    date: () => 'Number and date are set',
  },
  wrong: {
    grid: ([lines, characters]) => `${lines} lines of ${characters} characters instead of 22 of 28`,
    signs: (names) => `${names.length} signs have no glyph here and print as boxes: ${some(names, ' ', ' …')}`,
    margins: (names) => `${names.length} texts are too long for their place: ${some(names, ', ', ' …')}`,
    imprint: ([pages]) => `The imprint stands on page ${pages}, which is odd`,
    cut: () => 'The month is not cut: this is a draft of figures so far',
    numbers: (names) => `${names.length} numbers have moved: ${some(names, ', ', ' …')}`,
    typed: (names) => `${names.length} typed by hand, without rows: ${some(names, ', ', ' …')}`,
    reasons: (names) => `${names.length} red or yellow projects have no reason: ${some(names, ', ', ' …')}`,
    words: (names) => `${names.length} changes of words are not used: the original has changed`,
    sections: (names) => some(names, ', ', ' …'),
    date: () => 'Number and date come with the issue',
  },
};
