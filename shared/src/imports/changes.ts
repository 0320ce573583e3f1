import type { Refusal } from '../kit/errors.ts';
import type { Project } from '../projects/schema.ts';

/** What of a project a list can describe. */
export type Described = Omit<Project, 'id' | 'key' | 'districtId' | 'unitId' | 'version'>;

/** What a list of projects can change: a project's fields, its unit, its plan of the year. */
export type ProjectField = keyof Described | 'unit' | 'annual' | 'doneBeforeYear';

/** What a list can change: a project and its plan, a week's return, an approval step. */
export type ChangedField =
  | ProjectField
  | 'byMonth'
  | 'doneThisWeek'
  | 'doneThisYear'
  | 'doneAtMonthEnd'
  | 'progress'
  | 'problem'
  | 'nextStep'
  | 'request'
  | 'state'
  | 'acceptedOn'
  | 'doneOn'
  | 'documentNumber'
  | 'tolerantUntil';

/** One field before and after; money in yuan, null where nothing stands. `of` names the step, or the month by its number. */
export type Change = { field: ChangedField; of?: string; from: string | number | null; to: string | number | null };

/** What a person should know of a row that is taken all the same. */
export type RowNoteCode =
  | 'cut'
  | 'more-units'
  | 'done-kept'
  | 'near-name'
  | 'lamp-differs'
  | 'done-differs'
  | 'sent-back'
  | 'step-dateless'
  | 'step-pending'
  | 'step-unknown'
  | 'step-unusable'
  | 'step-refused';

/** A remark on a row, with the facts that its sentence needs; `refusal` is a rule's own reason. */
export type RowNote = { code: RowNoteCode; facts?: Record<string, string | number>; refusal?: Refusal };
