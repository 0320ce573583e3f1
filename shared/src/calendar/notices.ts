import { addDays, day } from '../kit/calendar.ts';
import { type CalendarException, type WorkCalendar, workCalendar } from './workdays.ts';

/**
 * One year's notice of the State Council's General Office on public holidays: ranges off, both ends included, and the
 * weekend days worked in exchange. A range may reach into the year before (2022-12-31 belongs to the notice for 2023).
 */
export type HolidayNotice = {
  year: number;
  source: string | null;
  off: readonly (readonly [from: string, to: string, name: string])[];
  work: readonly string[];
};

/** The notices known when this was built. Later ones are imported by the user as rows: nothing here is guessed. */
export const notices: readonly HolidayNotice[] = [
  {
    year: 2021,
    source: null,
    off: [
      ['2021-01-01', '2021-01-03', '元旦'],
      ['2021-02-11', '2021-02-17', '春节'],
      ['2021-04-03', '2021-04-05', '清明节'],
      ['2021-05-01', '2021-05-05', '劳动节'],
      ['2021-06-12', '2021-06-14', '端午节'],
      ['2021-09-19', '2021-09-21', '中秋节'],
      ['2021-10-01', '2021-10-07', '国庆节'],
    ],
    work: ['2021-02-07', '2021-02-20', '2021-04-25', '2021-05-08', '2021-09-18', '2021-09-26', '2021-10-09'],
  },
  {
    year: 2022,
    source: null,
    off: [
      ['2022-01-01', '2022-01-03', '元旦'],
      ['2022-01-31', '2022-02-06', '春节'],
      ['2022-04-03', '2022-04-05', '清明节'],
      ['2022-04-30', '2022-05-04', '劳动节'],
      ['2022-06-03', '2022-06-05', '端午节'],
      ['2022-09-10', '2022-09-12', '中秋节'],
      ['2022-10-01', '2022-10-07', '国庆节'],
    ],
    work: ['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08', '2022-10-09'],
  },
  {
    year: 2023,
    source: null,
    off: [
      ['2022-12-31', '2023-01-02', '元旦'],
      ['2023-01-21', '2023-01-27', '春节'],
      ['2023-04-05', '2023-04-05', '清明节'],
      ['2023-04-29', '2023-05-03', '劳动节'],
      ['2023-06-22', '2023-06-24', '端午节'],
      ['2023-09-29', '2023-10-06', '中秋节、国庆节'],
    ],
    work: ['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08'],
  },
  {
    year: 2024,
    source: null,
    off: [
      ['2024-01-01', '2024-01-01', '元旦'],
      ['2024-02-10', '2024-02-17', '春节'],
      ['2024-04-04', '2024-04-06', '清明节'],
      ['2024-05-01', '2024-05-05', '劳动节'],
      ['2024-06-10', '2024-06-10', '端午节'],
      ['2024-09-15', '2024-09-17', '中秋节'],
      ['2024-10-01', '2024-10-07', '国庆节'],
    ],
    work: ['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
  },
  {
    year: 2025,
    source: 'https://m.gmw.cn/2024-11/12/content_1303894933.htm',
    off: [
      ['2025-01-01', '2025-01-01', '元旦'],
      ['2025-01-28', '2025-02-04', '春节'],
      ['2025-04-04', '2025-04-06', '清明节'],
      ['2025-05-01', '2025-05-05', '劳动节'],
      ['2025-05-31', '2025-06-02', '端午节'],
      ['2025-10-01', '2025-10-08', '国庆节、中秋节'],
    ],
    work: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    source: 'https://politics.gmw.cn/2025-11/04/content_38391083.htm',
    off: [
      ['2026-01-01', '2026-01-03', '元旦'],
      ['2026-02-15', '2026-02-23', '春节'],
      ['2026-04-04', '2026-04-06', '清明节'],
      ['2026-05-01', '2026-05-05', '劳动节'],
      ['2026-06-19', '2026-06-21', '端午节'],
      ['2026-09-25', '2026-09-27', '中秋节'],
      ['2026-10-01', '2026-10-07', '国庆节'],
    ],
    work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
];

/** A notice as rows, one a day, as the calendar table keeps them. */
export function exceptionsOf(notice: HolidayNotice): CalendarException[] {
  const rows: CalendarException[] = [];
  for (const [from, to, name] of notice.off) {
    for (let at = day(from); at <= to; at = addDays(at, 1)) rows.push({ day: at, kind: 'off', name });
  }
  for (const worked of notice.work) rows.push({ day: day(worked), kind: 'work', name: '调休上班' });
  return rows;
}

/** The working days of the years whose notices are built in. */
export const publishedCalendar: WorkCalendar = workCalendar(
  notices.flatMap(exceptionsOf),
  notices.map((notice) => notice.year),
);
