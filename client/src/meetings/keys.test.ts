import { describe, expect, test } from 'vitest';
import { consoleAct } from './keys.ts';

const key = (name: string, fields: Partial<Parameters<typeof consoleAct>[0]> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  defaultPrevented: false,
  target: null,
  ...fields,
});

describe('the console’s keys', () => {
  test.each([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    ['ArrowLeft', 'previous'],
    ['PageUp', 'previous'],
    ['d', 'decide'],
    ['D', 'decide'],
    ['x', null],
  ])('%s is %s', (name, act) => {
    expect(consoleAct(key(name), true)).toBe(act);
  });

  test('that are single letters or signs do nothing where they are switched off; the others still turn pages', () => {
    for (const name of ['d', 'P', 'b', '.']) expect(consoleAct(key(name), false)).toBeNull();
    expect(consoleAct(key('ArrowRight'), false)).toBe('next');
    expect(consoleAct(key('PageUp'), false)).toBe('previous');
  });

  test('do nothing while an input method is composing, or with a modifier held', () => {
    expect(consoleAct(key('d', { isComposing: true }), true)).toBeNull();
    expect(consoleAct(key('d', { ctrlKey: true }), true)).toBeNull();
    expect(consoleAct(key('ArrowRight', { altKey: true }), true)).toBeNull();
  });
});
