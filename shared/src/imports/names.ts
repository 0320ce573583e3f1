import { plainText } from './text.ts';

/** The key by which two names are the same name: compatibility forms folded, blanks dropped, lower case. */
export function nameKey(name: string): string {
  return plainText(name).toLowerCase();
}

/**
 * The key by which two names may mean the same project: without punctuation, the levels 省市区县 and a closing 建设工程项目.
 * Not an edit distance: 东林子村… and 西林子村… differ by one character and are two projects.
 */
export function nearKey(name: string): string {
  return nameKey(name)
    .replace(/[\p{P}~^|`+=<>$]/gu, '')
    .replace(/[省市区县]/g, '')
    .replace(/(建设|工程|项目)+$/, '');
}

/** Whether two near keys are equal, or one contains the other and is long enough to mean it. */
export function areNear(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const length = [...short].length;
  return length >= 5 && length >= 0.6 * [...long].length && long.includes(short);
}
