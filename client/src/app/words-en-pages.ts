import * as accounts from '../accounts/messages.ts';
import * as approvals from '../approvals/messages.ts';
import * as attachments from '../attachments/messages.ts';
import * as auth from '../auth/messages.ts';
import * as bulletins from '../bulletins/messages.ts';
import * as calendar from '../calendar/messages.ts';
import * as channels from '../channels/messages.ts';
import * as contacts from '../contacts/messages.ts';
import * as displays from '../displays/messages.ts';
import * as districts from '../districts/messages.ts';
import * as documents from '../documents/messages.ts';
import * as feeds from '../feeds/messages.ts';
import * as figures from '../figures/messages.ts';
import * as home from '../home/messages.ts';
import * as imports from '../imports/messages.ts';
import * as inspections from '../inspections/messages.ts';
import * as exemptions from '../lamps/exemption-messages.ts';
import * as lamps from '../lamps/messages.ts';
import * as lampMonth from '../lamps/month-messages.ts';
import * as ruleForm from '../lamps/rule-form-messages.ts';
import * as rules from '../lamps/rule-messages.ts';
import * as ruleText from '../lamps/rule-text-messages.ts';
import * as ledgers from '../ledgers/messages.ts';
import * as limits from '../limits/messages.ts';
import * as meetings from '../meetings/messages.ts';
import * as officers from '../officers/messages.ts';
import * as payments from '../payments/messages.ts';
import * as photos from '../photos/messages.ts';
import * as problems from '../problems/messages.ts';
import * as projects from '../projects/messages.ts';
import * as registrations from '../registrations/messages.ts';
import * as remarks from '../remarks/messages.ts';
import * as reports from '../reports/messages.ts';
import * as returns from '../returns/messages.ts';
import * as settings from '../settings/messages.ts';
import * as setup from '../setup/messages.ts';
import * as signoffs from '../signoffs/messages.ts';
import * as units from '../units/messages.ts';
import * as visits from '../visits/messages.ts';
import * as conflict from './conflict-messages.ts';
import * as refusals from './refusals.ts';
import type { zhPages } from './words-zh-pages.ts';

/** What every page but the board says in English, one branch a feature; a new feature adds its line here, and in the other language. */
export const enPages: typeof zhPages = {
  refusals: refusals.en,
  accounts: accounts.en,
  calendar: calendar.en,
  conflict: conflict.en,
  channels: channels.en,
  contacts: contacts.en,
  districts: districts.en,
  lamps: lamps.en,
  rules: rules.en,
  ruleForm: ruleForm.en,
  ruleText: ruleText.en,
  exemptions: exemptions.en,
  lampMonth: lampMonth.en,
  ledgers: ledgers.en,
  limits: limits.en,
  settings: settings.en,
  setup: setup.en,
  units: units.en,
  documents: documents.en,
  displays: displays.en,
  meetings: meetings.en,
  bulletins: bulletins.en,
  auth: auth.en,
  feeds: feeds.en,
  figures: figures.en,
  approvals: approvals.en,
  officers: officers.en,
  attachments: attachments.en,
  payments: payments.en,
  photos: photos.en,
  problems: problems.en,
  projects: projects.en,
  registrations: registrations.en,
  signoffs: signoffs.en,
  visits: visits.en,
  home: home.en,
  imports: imports.en,
  inspections: inspections.en,
  remarks: remarks.en,
  reports: reports.en,
  returns: returns.en,
};
