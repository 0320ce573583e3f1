import { describe, expect, it } from 'vitest';
import { catalogues, loadWords } from './messages.ts';

/** Every sentence with its place; a sentence with facts is asked with nothing known. */
function sentences(branch: unknown, place: string): [string, string][] {
  if (typeof branch === 'string') return [[place, branch]];
  if (typeof branch !== 'object' || branch === null) return [];
  return Object.entries(branch).flatMap(([key, value]) => sentences(value, `${place}.${key}`));
}

const chinese = /\p{Script=Han}/u;
/** Names that stay Chinese in every language: the seal, and the language's own name. */
const kept = new Set(['en.app.seal', 'en.app.languages.zh', 'en.meetings.wordings.names', 'en.meetings.wordings.wrongName']);

describe('the message catalogue', () => {
  it('has the frame’s words in Chinese at once, and makes others be waited for', async () => {
    expect(catalogues.zh.app.title).not.toBe('');
    expect(() => catalogues.zh.returns).toThrow();
    await Promise.all([loadWords('zh'), loadWords('en')]);
    expect(Object.keys(catalogues.zh.returns)).toEqual(Object.keys(catalogues.en.returns));
  });

  it('leaves no sentence empty in either language', () => {
    for (const [place, text] of [...sentences(catalogues.zh, 'zh'), ...sentences(catalogues.en, 'en')]) {
      expect(text.trim(), place).not.toBe('');
    }
  });

  it('speaks no Chinese in English', () => {
    const mixed = sentences(catalogues.en, 'en').filter(([place, text]) => chinese.test(text) && !kept.has(place));
    expect(mixed).toEqual([]);
  });

  it('puts facts into its sentences', () => {
    expect(catalogues.zh.kit.letters(12, 120)).toBe('12/120 字');
    expect(catalogues.en.kit.bullet('1', '2', '3')).toContain("year's plan 3");
  });
});
