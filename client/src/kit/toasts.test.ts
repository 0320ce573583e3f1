import { describe, expect, it } from 'vitest';
import { type Notice, withNotice } from './toasts.ts';

describe('notices at the lower left', () => {
  it('the oldest makes room for a fourth', () => {
    const shown = ['一', '二', '三', '四'].reduce<Notice[]>((notices, text) => withNotice(notices, { text }), []);
    expect(shown.map((notice) => notice.text)).toEqual(['二', '三', '四']);
  });

  it('a failure never makes room', () => {
    const failure: Notice = { text: '未提交', tone: 'failure' };
    const shown = ['一', '二', '三', '四'].reduce<Notice[]>((notices, text) => withNotice(notices, { text }), [failure]);
    expect(shown.map((notice) => notice.text)).toEqual(['未提交', '二', '三', '四']);
  });
});
