import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../kit/calendar.ts';
import { exceptionsOf, notices } from './notices.ts';

/** The holidays as the notices were published, month/day: ranges off, and the weekend days worked in exchange. */
const published = [
  {
    year: 2021,
    off: '1/1–1/3; 2/11–2/17; 4/3–4/5; 5/1–5/5; 6/12–6/14; 9/19–9/21; 10/1–10/7',
    work: '2/7; 2/20; 4/25; 5/8; 9/18; 9/26; 10/9',
  },
  {
    year: 2022,
    off: '1/1–1/3; 1/31–2/6; 4/3–4/5; 4/30–5/4; 6/3–6/5; 9/10–9/12; 10/1–10/7',
    work: '1/29; 1/30; 4/2; 4/24; 5/7; 10/8; 10/9',
  },
  {
    year: 2023,
    // New Year's Eve of 2022 belongs to the notice for 2023.
    off: '2022/12/31; 1/1–1/2; 1/21–1/27; 4/5; 4/29–5/3; 6/22–6/24; 9/29–10/6',
    work: '1/28; 1/29; 4/23; 5/6; 6/25; 10/7; 10/8',
  },
  {
    year: 2024,
    off: '1/1; 2/10–2/17; 4/4–4/6; 5/1–5/5; 6/10; 9/15–9/17; 10/1–10/7',
    work: '2/4; 2/18; 4/7; 4/28; 5/11; 9/14; 9/29; 10/12',
  },
  {
    year: 2025,
    off: '1/1; 1/28–2/4; 4/4–4/6; 5/1–5/5; 5/31–6/2; 10/1–10/8',
    work: '1/26; 2/8; 4/27; 9/28; 10/11',
  },
  {
    year: 2026,
    off: '1/1–1/3; 2/15–2/23; 4/4–4/6; 5/1–5/5; 6/19–6/21; 9/25–9/27; 10/1–10/7',
    work: '1/4; 2/14; 2/28; 5/9; 9/20; 10/10',
  },
] as const;

/** Every day of ranges like `1/1–1/3; 2022/12/31`, in their order. */
function daysOf(year: number, ranges: string): Day[] {
  return ranges.split('; ').flatMap((range) => {
    const [from, to = from] = range.split('–').map((part) => dayOf(year, part));
    const days: Day[] = [];
    for (let at = from; at !== undefined && to !== undefined && at <= to; at = addDays(at, 1)) days.push(at);
    return days;
  });
}

function dayOf(year: number, part: string): Day {
  const [date = '', month = '', own = String(year)] = part.split('/').reverse();
  return day(`${own}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

describe('the notices built in', () => {
  test('they are those of 2021 to 2026', () => {
    expect(notices.map(({ year }) => year)).toEqual(published.map(({ year }) => year));
  });

  test.each(published)('$year: off and worked are the days published, every one and no other', ({ year, off, work }) => {
    const rows = notices.filter((notice) => notice.year === year).flatMap(exceptionsOf);
    const days = (kind: 'off' | 'work') => rows.filter((row) => row.kind === kind).map((row) => row.day);
    expect(days('off').sort()).toEqual(daysOf(year, off));
    expect(days('work').sort()).toEqual(daysOf(year, work));
  });
});
