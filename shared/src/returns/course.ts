import { z } from 'zod';
import { Instant, instantAt } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import type { ReturnState } from './schema.ts';
import type { ReturnWeek } from './sheet.ts';

/** How a return came about, kept beside what it says: what a unit's punctuality and care are counted from. */
export const ReturnCourse = z.strictObject({
  returnId: idOf('weeklyReturn'),
  /** When it first came, whatever was put right since. */
  firstSubmittedAt: Instant,
  /** Whether it first came after its cut-off, by the settings of that day. */
  isLate: z.boolean(),
  /** 退回: how many times. */
  sentBacks: z.number().int().min(0),
  /** 报后更正: sent again though nobody had sent it back, how many times. */
  resends: z.number().int().min(0),
  /** How many warnings stood on the form when it was last sent. */
  warnings: z.number().int().min(0),
  /** 同上周: nothing done, and last week's words. */
  isUnchanged: z.boolean(),
  /** 项目办代填: not an officer of the unit sent it in the end. */
  byOffice: z.boolean(),
});
export type ReturnCourse = z.infer<typeof ReturnCourse>;

type Due = Pick<ReturnWeek, 'dueOn' | 'dueTime'>;

/** The moment of a week's cut-off. */
export function dueAt({ dueOn, dueTime }: Due): Instant {
  return instantAt(dueOn, dueTime);
}

/** Whether a week's cut-off is past: a return that comes now is late, one that has not come is missing. */
export function isPastDue(now: Instant, due: Due): boolean {
  return now >= dueAt(due);
}

/** The course of a return that is sent, for the first time or once more. */
export function courseSent(
  before: { course: ReturnCourse | null; state: ReturnState } | null,
  sent: Pick<ReturnCourse, 'returnId' | 'warnings' | 'isUnchanged' | 'byOffice'> & { at: Instant; isPastDue: boolean },
): ReturnCourse {
  const { at, isPastDue: isLate, ...present } = sent;
  const first = before?.course ?? { firstSubmittedAt: at, isLate, sentBacks: 0, resends: 0 };
  const isCorrection = before !== null && before.state !== 'sent-back';
  return { ...first, ...present, resends: first.resends + Number(isCorrection) };
}

/**
 * 代填: whom a return is sent for: the officer who carries the project, or its unit where the office sends what nobody
 * carries. Null is one's own.
 */
export function filledInFor(
  /** An officer, the office, or the command line. */
  actor: { id: string; role: string },
  officer: { id: string; name: string } | null,
  unitName: string,
): string | null {
  if (officer) return officer.id === actor.id ? null : officer.name;
  return actor.role === 'officer' ? null : unitName;
}
