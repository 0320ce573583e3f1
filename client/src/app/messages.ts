import * as accounts from '../accounts/messages.ts';
import * as approvals from '../approvals/messages.ts';
import * as attachments from '../attachments/messages.ts';
import * as auth from '../auth/messages.ts';
import * as board from '../board/messages.ts';
import * as bulletins from '../bulletins/messages.ts';
import * as calendar from '../calendar/messages.ts';
import * as contacts from '../contacts/messages.ts';
import * as displays from '../displays/messages.ts';
import * as districts from '../districts/messages.ts';
import * as documents from '../documents/messages.ts';
import * as figures from '../figures/messages.ts';
import * as flags from '../flags/messages.ts';
import * as imports from '../imports/messages.ts';
import * as inspections from '../inspections/messages.ts';
import type { Language } from '../kit/language.ts';
import * as kit from '../kit/messages.ts';
import * as lamps from '../lamps/messages.ts';
import * as ledgers from '../ledgers/messages.ts';
import * as meetings from '../meetings/messages.ts';
import * as notices from '../notices/messages.ts';
import * as officers from '../officers/messages.ts';
import * as outbox from '../outbox/messages.ts';
import * as problems from '../problems/messages.ts';
import * as projects from '../projects/messages.ts';
import * as registrations from '../registrations/messages.ts';
import * as remarks from '../remarks/messages.ts';
import * as returns from '../returns/messages.ts';
import * as settings from '../settings/messages.ts';
import * as setup from '../setup/messages.ts';
import * as signoffs from '../signoffs/messages.ts';
import * as units from '../units/messages.ts';
import * as visits from '../visits/messages.ts';
import * as errors from './errors-catalogue.ts';
import * as app from './frame-messages.ts';
import * as refusals from './refusals.ts';
import * as vocabulary from './vocabulary.ts';

/** Everything the page says, one branch a feature. A new feature adds one line to each language. */
const zh = {
  app: app.zh,
  vocabulary: vocabulary.zh,
  errors: errors.zh,
  refusals: refusals.zh,
  kit: kit.zh,
  accounts: accounts.zh,
  calendar: calendar.zh,
  contacts: contacts.zh,
  districts: districts.zh,
  lamps: lamps.zh,
  ledgers: ledgers.zh,
  settings: settings.zh,
  setup: setup.zh,
  units: units.zh,
  documents: documents.zh,
  displays: displays.zh,
  meetings: meetings.zh,
  board: board.zh,
  bulletins: bulletins.zh,
  auth: auth.zh,
  figures: figures.zh,
  flags: flags.zh,
  approvals: approvals.zh,
  notices: notices.zh,
  officers: officers.zh,
  outbox: outbox.zh,
  attachments: attachments.zh,
  problems: problems.zh,
  registrations: registrations.zh,
  signoffs: signoffs.zh,
  visits: visits.zh,
  imports: imports.zh,
  inspections: inspections.zh,
  projects: projects.zh,
  remarks: remarks.zh,
  returns: returns.zh,
};

export type Catalogue = typeof zh;

const en: Catalogue = {
  app: app.en,
  vocabulary: vocabulary.en,
  errors: errors.en,
  refusals: refusals.en,
  kit: kit.en,
  accounts: accounts.en,
  calendar: calendar.en,
  contacts: contacts.en,
  districts: districts.en,
  lamps: lamps.en,
  ledgers: ledgers.en,
  settings: settings.en,
  setup: setup.en,
  units: units.en,
  documents: documents.en,
  displays: displays.en,
  meetings: meetings.en,
  board: board.en,
  bulletins: bulletins.en,
  auth: auth.en,
  figures: figures.en,
  flags: flags.en,
  approvals: approvals.en,
  notices: notices.en,
  officers: officers.en,
  outbox: outbox.en,
  attachments: attachments.en,
  problems: problems.en,
  registrations: registrations.en,
  signoffs: signoffs.en,
  visits: visits.en,
  imports: imports.en,
  inspections: inspections.en,
  projects: projects.en,
  remarks: remarks.en,
  returns: returns.en,
};

export const catalogues: Record<Language, Catalogue> = { zh, en };
