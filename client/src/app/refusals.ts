import * as accounts from '../accounts/messages.ts';
import * as approvals from '../approvals/refusal-messages.ts';
import * as board from '../board/refusal-messages.ts';
import * as bulletins from '../bulletins/flow-messages.ts';
import * as calendar from '../calendar/messages.ts';
import * as channels from '../channels/messages.ts';
import * as districts from '../districts/messages.ts';
import * as figures from '../figures/messages.ts';
import * as flags from '../flags/messages.ts';
import * as imports from '../imports/messages.ts';
import * as inspections from '../inspections/messages.ts';
import * as lamps from '../lamps/messages.ts';
import * as ledgers from '../ledgers/messages.ts';
import * as meetings from '../meetings/messages.ts';
import * as officers from '../officers/messages.ts';
import * as photos from '../photos/messages.ts';
import * as problems from '../problems/messages.ts';
import * as projects from '../projects/messages.ts';
import * as registrations from '../registrations/messages.ts';
import * as remarks from '../remarks/messages.ts';
import * as reports from '../reports/messages.ts';
import * as returns from '../returns/messages.ts';
import * as signoffs from '../signoffs/messages.ts';
import * as units from '../units/messages.ts';

/** Why a rule refused, in words; a function where the refusal's own facts belong in the sentence. */
export type RefusalText = string | ((facts: Record<string, unknown>) => string);

/** Reason → sentence. A feature exports `refusals` of both languages from its messages.ts; they are spread in here. */
export const zh: Record<string, RefusalText> = {
  ...accounts.refusals.zh,
  ...units.refusals.zh,
  ...board.refusals.zh,
  ...bulletins.refusals.zh,
  ...calendar.refusals.zh,
  ...channels.refusals.zh,
  ...districts.refusals.zh,
  ...figures.refusals.zh,
  ...flags.refusals.zh,
  ...imports.refusals.zh,
  ...approvals.refusals.zh,
  ...officers.refusals.zh,
  ...photos.refusals.zh,
  ...problems.refusals.zh,
  ...projects.refusals.zh,
  ...registrations.refusals.zh,
  ...inspections.refusals.zh,
  ...lamps.refusals.zh,
  ...ledgers.refusals.zh,
  ...meetings.refusals.zh,
  ...remarks.refusals.zh,
  ...reports.refusals.zh,
  ...returns.refusals.zh,
  ...signoffs.refusals.zh,
};

export const en: Record<string, RefusalText> = {
  ...accounts.refusals.en,
  ...units.refusals.en,
  ...board.refusals.en,
  ...bulletins.refusals.en,
  ...calendar.refusals.en,
  ...channels.refusals.en,
  ...districts.refusals.en,
  ...figures.refusals.en,
  ...flags.refusals.en,
  ...imports.refusals.en,
  ...approvals.refusals.en,
  ...officers.refusals.en,
  ...photos.refusals.en,
  ...problems.refusals.en,
  ...projects.refusals.en,
  ...registrations.refusals.en,
  ...inspections.refusals.en,
  ...lamps.refusals.en,
  ...ledgers.refusals.en,
  ...meetings.refusals.en,
  ...remarks.refusals.en,
  ...reports.refusals.en,
  ...returns.refusals.en,
  ...signoffs.refusals.en,
};
