import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, instantAt, type Week } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { type CalendarMeeting, calendarFile, folded } from './ical.ts';

const meeting: CalendarMeeting = {
  seriesId: makeId('meetingSeries', 'a'.repeat(32)),
  seriesName: '重点项目推进周例会',
  week: '2026-W44' as Week,
  ...{ number: 38, day: day('2026-11-02'), time: '09:00', length: 90, place: '区政府一号会议室（3楼，东侧）', host: '宋区长', version: 4 },
};
const now = instantAt(day('2026-10-30'), '17:30');
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar of meetings', () => {
  test('tells a meeting by the office’s own clock, with the zone that it means', () => {
    const lines = unfolded(calendarFile('示例区例会', [meeting], now));
    expect(lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT') + 1)).toEqual([
      'BEGIN:VEVENT',
      `UID:${meeting.seriesId}-2026-W44@tuijin`,
      'DTSTAMP:20261030T093000Z',
      'SEQUENCE:4',
      'DTSTART;TZID=Asia/Shanghai:20261102T090000',
      'DTEND;TZID=Asia/Shanghai:20261102T103000',
      'SUMMARY:第38次重点项目推进周例会',
      'LOCATION:区政府一号会议室（3楼，东侧）',
      'DESCRIPTION:评议第44周\\n主持：宋区长',
      'STATUS:CONFIRMED',
      'END:VEVENT',
    ]);
    expect(lines).toContain('TZID:Asia/Shanghai');
  });

  test('a meeting that nobody has touched keeps its identity when it is put on record', () => {
    const uidOf = (number: number | null, version: number) =>
      unfolded(calendarFile('', [{ ...meeting, number, version }], now)).find((line) => line.startsWith('UID:'));
    expect(uidOf(null, 0)).toBe(uidOf(38, 1));
  });

  test('a semicolon, a comma, a backslash and a break in the words are no signs of the format', () => {
    const lines = unfolded(calendarFile('', [{ ...meeting, place: 'A;B,C\\D\nE', host: null }], now));
    expect(lines).toContain('LOCATION:A\\;B\\,C\\\\D\\nE');
    expect(lines).toContain('DESCRIPTION:评议第44周');
  });

  test('ends every line with CR LF', () => {
    expect(calendarFile('例会', [meeting], now).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('no line holds more than 75 octets, and unfolded it reads as before', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.replace(/[\r\n]/g, '')),
        (line) => {
          const parts = folded(line).split('\r\n');
          for (const part of parts) expect(encodeURIComponent(part).replace(/%../g, '.').length).toBeLessThanOrEqual(75);
          expect(parts.map((part, at) => (at === 0 ? part : part.slice(1))).join('')).toBe(line);
        },
      ),
    );
  });
});
