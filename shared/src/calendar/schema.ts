import { z } from 'zod';
import { CalendarException } from './workdays.ts';

/** A calendar year as the office keeps it; `version` is 0 for one that nobody has entered. */
export const CalendarYear = z.strictObject({
  year: z.number().int().min(2000).max(2100),
  /** The State Council's notice for it has been entered whole; otherwise counts in it rest on weekdays, and say so. */
  isKnown: z.boolean(),
  /** Where the notice stands: its number or address. */
  source: z.string().trim().max(200).nullable(),
  version: z.number().int().min(0),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

/** A year with its days that are not what their weekday says. */
export const SetCalendarYear = CalendarYear.extend({ days: z.array(CalendarException).max(200) });
export type SetCalendarYear = z.infer<typeof SetCalendarYear>;
