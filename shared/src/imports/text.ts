import type { Cell } from './cells.ts';

const cjk = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…·';
const blankBesideHan = new RegExp(`(?<=[${cjk}])\\s+|\\s+(?=[${cjk}])`, 'gu');
const fullWidthAlphanumeric = /[０-９Ａ-Ｚａ-ｚ]/g;
const emptyWords = new Set(['', '—', '——', '-', '--', '–', '―', '−', '一一', '/', '\\', '无', '暂无']);

/** A cell's content as people read it: no line breaks or padding between Chinese characters, ASCII digits, punctuation kept. */
export function cleanText(value: Cell['value']): string {
  if (value === null) return '';
  return String(value)
    .replace(/[\u200b\ufeff]/g, '')
    .replace(fullWidthAlphanumeric, (char) => char.normalize('NFKC'))
    .replace(blankBesideHan, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A cell's content for comparing with words: compatibility forms folded, all blanks dropped. */
export function plainText(value: Cell['value']): string {
  if (value === null) return '';
  return String(value)
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '');
}

/** Whether a text says “nothing”: empty, a dash, a slash, 无, 暂无. */
export function saysNothing(text: string): boolean {
  return emptyWords.has(plainText(text));
}

/** Whether a text says “not yet known”, which in a required cell is as good as nothing. */
export function saysUndecided(text: string): boolean {
  return /^(待定|未定|暂未确定|未确定|待确定)$/.test(plainText(text));
}
