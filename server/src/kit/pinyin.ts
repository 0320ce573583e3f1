import { pinyin } from 'pinyin-pro';

/** The key that Chinese lists sort by, and the initials that people search with; both are stored, written by the server. */
export function pinyinOf(text: string): { pinyin: string; initials: string } {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map((part) =>
    part.toLowerCase().trim(),
  );
  return {
    pinyin: syllables.join(' '),
    initials: syllables.map((part) => (/^[a-z]+$/.test(part) ? part.charAt(0) : part.replace(/[^a-z0-9]/g, ''))).join(''),
  };
}
