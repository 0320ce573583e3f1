import type { Id } from '#shared/kit/ids.ts';
import type { Project } from '#shared/projects/schema.ts';
import { submitted } from '#shared/returns/rules.ts';
import type { SubmitReturn, WeeklyReturn } from '#shared/returns/schema.ts';
import type { Tx } from '../db/tables.ts';
import type * as events from '../events/store.ts';
import type { Reach } from '../trpc.ts';
import * as returns from './store.ts';

type Submission = {
  form: SubmitReturn;
  before: WeeklyReturn | null;
  /** Whose return it is, for the log to name beside who typed it. */
  owner: Pick<Project, 'unitId' | 'districtId'> & { unitName: string };
  newId: Id<'weeklyReturn'>;
  by: Pick<events.Witness, 'now' | 'actor'>;
};

/** Keeps a return that the rules let through, typed or a row of a weekly list; answers it with the event to append. */
export async function keepReturn(
  tx: Tx,
  reach: Reach,
  { form, before, owner, newId, by }: Submission,
): Promise<{ kept: WeeklyReturn; happening: events.Happening }> {
  const after = submitted(form, before, { id: newId, now: by.now, by: by.actor.name });
  const kept = before ? await returns.save(tx, reach, after) : await returns.insert(tx, owner.districtId, after);
  const { unitId, unitName } = owner;
  // 代填: the log names who typed it and, beside that, the unit it was typed for.
  const named = { ...kept, unitId, unitName, isFilledIn: by.actor.role !== 'officer' };
  return { kept, happening: { action: 'return.submitted', id: kept.id, projectId: kept.projectId, before, after: named } };
}
