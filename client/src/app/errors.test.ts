import { beforeAll, describe, expect, it } from 'vitest';
import { errorCodes } from '#shared/kit/errors.ts';
import { errorSentence, failureOf } from './errors.ts';
import { catalogues, loadWords } from './messages.ts';

const failed = (code: string, details: unknown = {}, requestId: string | null = 'req-7') => ({
  data: { domain: { code, details }, requestId },
});

beforeAll(() => loadWords('en'));

describe('a failed call in words', () => {
  for (const code of errorCodes) {
    it(`${code} has a sentence of its own in both languages`, () => {
      for (const catalogue of [catalogues.zh, catalogues.en]) {
        const sentence = errorSentence(failed(code), catalogue);
        expect(sentence.length).toBeGreaterThan(20);
        expect(sentence).not.toContain('null');
        expect(sentence).not.toContain('undefined');
      }
    });
  }

  it('a server that never answered is told apart from one that refused', () => {
    expect(errorSentence(new TypeError('Failed to fetch'), catalogues.zh)).toBe(catalogues.zh.errors.unreachable);
    expect(failureOf(new TypeError('Failed to fetch'))).toBeNull();
  });

  it('an answer in nobody’s words is an internal error with its number', () => {
    expect(errorSentence({ data: { requestId: 'req-9', httpStatus: 502 } }, catalogues.zh)).toContain('req-9');
  });

  it('a conflict names who changed it', () => {
    expect(errorSentence(failed('CONFLICT', { changedBy: '郭科员' }), catalogues.zh)).toMatch(/^郭科员刚改过/);
  });

  it('a lock says for how long', () => {
    expect(errorSentence(failed('LOCKED_OUT', { minutes: 15 }), catalogues.zh)).toContain('15 分钟');
  });

  it('what is too large names the bound that it passed', () => {
    expect(errorSentence(failed('TOO_LARGE', { limit: 'file', max: 10_485_760 }), catalogues.zh)).toContain('上限 10 MB');
    expect(errorSentence(failed('TOO_LARGE', { limit: 'rows', max: 5000 }), catalogues.en)).toContain('at most 5000 rows');
    expect(errorSentence(failed('TOO_LARGE', { limit: 'memory' }), catalogues.zh)).not.toContain('上限');
  });

  it('a refusal uses its reason’s own words, with its facts', () => {
    const refusals = { 'step-missing': (facts: Record<string, unknown>) => `缺：${String(facts.step)}` };
    const catalogue = { ...catalogues.zh, refusals };
    expect(errorSentence(failed('REFUSED', { reason: 'step-missing', step: '施工许可证' }), catalogue)).toBe('缺：施工许可证');
    expect(errorSentence(failed('REFUSED', { reason: 'unheard-of' }), catalogue)).toBe(
      catalogues.zh.errors.byCode.REFUSED({ minutes: null, bound: null, changedBy: null, requestId: null }),
    );
  });
});
