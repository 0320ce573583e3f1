import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenRested } from './rested.ts';

let page: EventTarget;
let came = 0;

beforeEach(() => {
  came = 0;
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('window', Object.assign(page, { setTimeout, clearTimeout }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const hear = (name: string) => page.dispatchEvent(new Event(name));
const rest = () => whenRested(() => came++);

test('what nobody waits for comes once the page has stood for a moment', () => {
  rest();
  vi.advanceTimersByTime(2_999);
  expect(came).toBe(0);
  vi.advanceTimersByTime(1);
  expect(came).toBe(1);
  hear('pointerup');
  vi.advanceTimersByTime(10_000);
  expect(came).toBe(1);
});

test('not while a card is in the hand, however long; only a moment after it was let go', () => {
  rest();
  vi.advanceTimersByTime(2_000);
  hear('pointerdown');
  vi.advanceTimersByTime(60_000);
  expect(came).toBe(0);
  hear('pointerup');
  vi.advanceTimersByTime(2_999);
  expect(came).toBe(0);
  vi.advanceTimersByTime(1);
  expect(came).toBe(1);
});

test('each key begins the moment anew, and what is called off never comes', () => {
  const callOff = rest();
  vi.advanceTimersByTime(2_900);
  hear('keydown');
  vi.advanceTimersByTime(2_900);
  expect(came).toBe(0);
  callOff();
  hear('pointerup');
  vi.advanceTimersByTime(60_000);
  expect(came).toBe(0);
});
