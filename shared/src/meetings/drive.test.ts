import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMs, day, type Instant, instantAt, msBetween } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { draftOn, driven, spentOn, typed, whyNotDrive } from './drive.ts';
import type { ScreenPage, ScreenState } from './schema.ts';

const nine = instantAt(day('2026-11-02'), '09:00');
const meetingId = makeId('meeting', '1'.repeat(32));
const [first, second] = [makeId('agendaItem', 'a'.repeat(32)), makeId('agendaItem', 'b'.repeat(32))];
const [own, other] = ['a'.repeat(16), 'b'.repeat(16)];
const song = { name: '宋科长' };
const itemPage = (agendaItemId: typeof first): ScreenPage => ({ page: 'item', agendaItemId });

function turned(before: ScreenState | null, show: ScreenPage, now: Instant, consoleId = own): ScreenState {
  return driven(before, meetingId, { consoleId, show, cover: null }, song, now);
}

describe('who drives the screen', () => {
  const state = turned(null, { page: 'overview' }, nine);
  test.each([
    ['the first console', null, own, false, null],
    ['the console that drives', state, own, false, null],
    ['a second console', state, other, false, 'other-console'],
    ['a second console that takes over', state, other, true, null],
  ] as const)('%s', (_who, before, consoleId, takeOver, reason) => {
    expect(whyNotDrive(before, { consoleId, takeOver })?.reason ?? null).toBe(reason);
  });

  test('whoever took over is the one who drives', () => {
    const taken = turned(state, { page: 'overview' }, nine, other);
    expect(whyNotDrive(taken, { consoleId: own, takeOver: false })).toEqual({ reason: 'other-console', name: '宋科长' });
  });
});

describe('the time of an item', () => {
  test('runs while it is shown, stands while another is, and goes on when it comes back', () => {
    const at = (minutes: number) => addMs(nine, minutes * 60_000);
    const shown = turned(turned(null, itemPage(first), nine), itemPage(second), at(4));
    expect(spentOn(shown, first, at(9))).toBe(4 * 60_000);
    const back = turned(shown, itemPage(first), at(9));
    expect(spentOn(back, first, at(10))).toBe(5 * 60_000);
    expect(spentOn(back, second, at(10))).toBe(5 * 60_000);
  });

  test('a cover, a draft or a take-over takes none of it', () => {
    const shown = turned(null, itemPage(first), nine);
    const later = addMs(nine, 60_000);
    const covered = driven(shown, meetingId, { consoleId: other, show: itemPage(first), cover: { cover: 'blank' } }, song, later);
    expect(spentOn(typed(covered, meetingId, null, song, later), first, addMs(nine, 90_000))).toBe(90_000);
  });

  test('all items together have had the time since the first was shown', () => {
    const turns = fc.array(fc.record({ item: fc.constantFrom(first, second), ms: fc.integer({ min: 0, max: 600_000 }) }), { minLength: 1 });
    fc.assert(
      fc.property(turns, (list) => {
        let now = nine;
        let state: ScreenState | null = null;
        for (const { item, ms } of list) {
          state = turned(state, itemPage(item), now);
          now = addMs(now, ms);
        }
        const end = state;
        if (end === null) return;
        expect(spentOn(end, first, now) + spentOn(end, second, now)).toBe(msBetween(nine, now));
      }),
    );
  });
});

test('what is typed belongs to its item: a page turned meanwhile hides it, and turning back shows it again', () => {
  const draft = { agendaItemId: first, text: '组织专家', ownerUnitId: null, helperUnitIds: [], dueOn: null, supervisor: null };
  const typing = typed(turned(null, itemPage(first), nine), meetingId, draft, song, nine);
  expect(draftOn(typing)).toMatchObject({ text: '组织专家', byName: '宋科长' });
  const away = turned(typing, itemPage(second), nine);
  expect(draftOn(away)).toBeNull();
  expect(draftOn(turned(away, itemPage(first), nine))).toMatchObject({ text: '组织专家' });
  expect(draftOn(typed(typing, meetingId, null, song, nine))).toBeNull();
});
