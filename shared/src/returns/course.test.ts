import { describe, expect, it } from 'vitest';
import { day, Instant } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { courseSent, filledInFor, isPastDue } from './course.ts';

const at = Instant.parse('2026-10-29T08:00:00.000Z');
const later = Instant.parse('2026-10-30T10:00:00.000Z');
const sent = { returnId: makeId('weeklyReturn', '1'.repeat(32)), warnings: 0, isUnchanged: false, byOffice: false };

describe('how a return came about', () => {
  it('the first time says when it came, and whether that was in time', () => {
    expect(courseSent(null, { ...sent, at, isPastDue: false })).toEqual({
      ...sent,
      ...{ firstSubmittedAt: at, isLate: false, sentBacks: 0, resends: 0 },
    });
  });

  it('what is put right later came when it first came, with the warnings of the last time', () => {
    const course = courseSent(null, { ...sent, at, isPastDue: false, warnings: 2 });
    const own = courseSent({ course, state: 'submitted' }, { ...sent, at: later, isPastDue: true, warnings: 1, byOffice: true });
    expect(own).toMatchObject({ firstSubmittedAt: at, isLate: false, resends: 1, warnings: 1, byOffice: true });
    // What was sent back is asked for again: that is no correction of one's own.
    const asked = courseSent({ course: { ...course, sentBacks: 1 }, state: 'sent-back' }, { ...sent, at: later, isPastDue: true });
    expect(asked).toMatchObject({ firstSubmittedAt: at, isLate: false, sentBacks: 1, resends: 0, warnings: 0 });
  });

  it.each([
    ['2026-10-30T08:59:59.999Z', false],
    ['2026-10-30T09:00:00.000Z', true],
  ])('at %s the cut-off of 17:00 in Shanghai is past: %s', (now, expected) => {
    expect(isPastDue(Instant.parse(now), { dueOn: day('2026-10-30'), dueTime: '17:00' })).toBe(expected);
  });
});

describe('代填', () => {
  const officer = { id: 'a', name: '罗科员' };
  it.each([
    ['the officer who carries it', { id: 'a', role: 'officer' }, officer, null],
    ['a colleague', { id: 'b', role: 'officer' }, officer, '罗科员'],
    ['the office', { id: 'c', role: 'office' }, officer, '罗科员'],
    ['an officer of the unit, where nobody carries it', { id: 'a', role: 'officer' }, null, null],
    ['the office, where nobody carries it', { id: 'c', role: 'office' }, null, '住建局'],
  ] as const)('by %s', (_who, actor, carrier, expected) => {
    expect(filledInFor(actor, carrier, '住建局')).toBe(expected);
  });
});
