import type { Id } from '#shared/kit/ids.ts';
import type { Project } from '#shared/projects/schema.ts';
import { type CheckFacts, isUnchanged, warningsOf } from '#shared/returns/checks.ts';
import { courseSent, filledInFor, isPastDue } from '#shared/returns/course.ts';
import { submitted } from '#shared/returns/rules.ts';
import type { SubmitReturn, WeeklyReturn } from '#shared/returns/schema.ts';
import type { ReturnWeek } from '#shared/returns/sheet.ts';
import type { Tx } from '../db/tables.ts';
import type * as events from '../events/store.ts';
import * as officers from '../officers/store.ts';
import type { Reach } from '../trpc.ts';
import * as courses from './course-store.ts';
import * as returns from './store.ts';

type Submission = {
  form: SubmitReturn;
  before: WeeklyReturn | null;
  /** Whose return it is, for the log to name beside who typed it. */
  owner: Pick<Project, 'unitId' | 'districtId'> & { unitName: string };
  /** What it was held against, and when it was due. */
  facts: CheckFacts;
  due: Pick<ReturnWeek, 'dueOn' | 'dueTime'>;
  newId: Id<'weeklyReturn'>;
  by: Pick<events.Witness, 'now' | 'actor'>;
};

/** Keeps a return that the rules let through, typed or a row of a weekly list, and how it came about; answers it with the event to append. */
export async function keepReturn(
  tx: Tx,
  reach: Reach,
  { form, before, owner, facts, due, newId, by }: Submission,
): Promise<{ kept: WeeklyReturn; happening: events.Happening }> {
  const { unitId, unitName, districtId } = owner;
  const carrier = await officers.named(tx, form.projectId);
  const after = submitted(form, before, {
    id: newId,
    now: by.now,
    by: by.actor.name,
    filledInFor: filledInFor(by.actor, carrier, unitName),
  });
  const kept = before ? await returns.save(tx, reach, after) : await returns.insert(tx, districtId, after);
  const course = courseSent(before && { state: before.state, course: await courses.find(tx, before.id) }, {
    ...{ returnId: kept.id, at: by.now, isPastDue: isPastDue(by.now, due), byOffice: by.actor.role !== 'officer' },
    ...{ warnings: warningsOf(form, facts).length, isUnchanged: isUnchanged(form, facts.previous) },
  });
  await courses.keep(tx, course);
  // 代填: the log names who typed it and, beside that, whom and which unit it was typed for.
  const named = { ...kept, unitId, unitName };
  return { kept, happening: { action: 'return.submitted', id: kept.id, projectId: kept.projectId, before, after: named } };
}
