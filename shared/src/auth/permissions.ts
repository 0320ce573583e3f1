import type { Role } from '../accounts/schema.ts';
import type { Refusal } from '../kit/errors.ts';

/**
 * How far a role reaches with one procedure: its own records, its own unit's subtree, its district, the whole
 * installation. What lies outside the reach does not exist for the asker.
 */
export type Scope = 'self' | 'own' | 'district' | 'all';

/** Who may call a procedure: anybody at all, anybody signed in, or the roles named with their scope. */
export type AccessRule = 'public' | 'signed-in' | { readonly [R in Role]?: Scope };

const everyone = { admin: 'all', office: 'district', officer: 'own', leader: 'district', inspector: 'self', auditor: 'district' } as const;
const office = { office: 'district' } as const;
const readers = { office: 'district', leader: 'district', officer: 'own' } as const;

/** Who keeps the ledgers' rows: a unit for its own projects, the office for all. */
const keepers = { office: 'district', officer: 'own' } as const;

/** The own link to the calendar of meetings: day, time and place, which every unit is told anyway. */
const ownFeed = { office: 'self', leader: 'self', officer: 'self' } as const;

const meetingReaders = { office: 'district', leader: 'district' } as const;

/**
 * The whole access table: procedure × role × scope. The server's one middleware reads it, the client hides by it,
 * and the access tests are generated from it. A procedure that is missing here is refused.
 */
export const access = {
  'auth.me': 'public',
  'auth.signIn': 'public',
  'auth.signOut': 'signed-in',
  'auth.changePassword': everyone,
  'preferences.keep': everyone,
  'setup.state': 'public',
  'setup.complete': 'public',

  'accounts.list': { admin: 'all' },
  'accounts.leaders': { admin: 'all', office: 'district' },
  'accounts.listTemplate': { admin: 'all' },
  'accounts.readList': { admin: 'all' },
  'accounts.createListed': { admin: 'all' },
  'accounts.create': { admin: 'all' },
  'accounts.update': { admin: 'all' },
  'accounts.resetPassword': { admin: 'all' },
  'units.list': { ...everyone, display: 'district' },
  'units.create': { admin: 'all', office: 'district' },
  'units.update': { admin: 'all', office: 'district' },
  'units.leaders': { ...readers, admin: 'all', officer: 'district' },
  'units.setLeaders': { admin: 'all', office: 'district' },
  'contacts.ofUnit': { ...readers, admin: 'all', officer: 'district' },
  'contacts.add': { admin: 'all', office: 'district' },
  'contacts.update': { admin: 'all', office: 'district' },
  'contacts.remove': { admin: 'all', office: 'district' },
  'districts.mine': { ...everyone, display: 'district' },
  'districts.update': { admin: 'all', office: 'district' },
  'limits.get': { ...readers, officer: 'district' },
  'limits.set': office,
  'channels.list': { admin: 'all', office: 'district' },
  'channels.set': { admin: 'all', office: 'district' },
  'channels.test': { admin: 'all', office: 'district' },
  'channels.retry': { admin: 'all', office: 'district' },
  'calendar.years': { admin: 'all', office: 'district' },
  'calendar.year': { admin: 'all', office: 'district' },
  'calendar.setYear': { admin: 'all', office: 'district' },
  'displays.list': office,
  'displays.create': office,
  'displays.setSeries': office,
  'displays.revoke': office,
  'displays.enter': 'public',

  'notices.list': everyone,
  'notices.unread': everyone,
  'notices.markRead': everyone,
  'notices.markAllRead': everyone,

  'home.waiting': readers,

  'live.stream': { ...everyone, display: 'district' },
  'live.editing': readers,

  'board.snapshot': readers,
  'board.since': readers,
  'board.sounding': readers,
  'board.undo': keepers,

  'figures.view': readers,
  'figures.rows': readers,

  'lamps.ruleSets': { ...office, leader: 'district' },
  'lamps.adopt': office,
  'lamps.retire': office,
  'lamps.tryRules': office,
  'lamps.month': { ...office, leader: 'district' },
  'lamps.others': { ...office, leader: 'district' },
  'lamps.rows': { ...office, leader: 'district' },
  'lamps.corrections': { ...office, leader: 'district' },
  'lamps.recheck': { ...office, leader: 'district' },
  'lamps.ofProject': readers,
  'lamps.exempt': office,
  'lamps.withdrawExemption': office,
  'lamps.cut': office,
  'lamps.override': office,
  'lamps.withdrawOverride': office,

  'bulletins.list': { ...office, leader: 'district' },
  'bulletins.view': { ...office, leader: 'district' },
  'bulletins.changes': { ...office, leader: 'district' },
  'bulletins.compose': office,
  'bulletins.style': office,
  'bulletins.setStyle': office,
  'bulletins.nominate': office,
  'bulletins.withdrawNomination': office,
  'bulletins.move': { ...office, leader: 'district' },
  'bulletins.setCosigners': office,
  'bulletins.version': { ...office, leader: 'district' },
  // A unit that is named reads the whole bulletin, which is sent to all of them in any case.
  'bulletins.toCosign': { officer: 'own' },
  'bulletins.cosign': { officer: 'own' },

  'projects.get': readers,
  'projects.page': readers,
  'projects.create': office,
  'projects.update': office,
  'projects.moveStage': keepers,
  'projects.setStanding': office,
  'projects.setTaskForce': office,
  'projects.carryPreview': office,
  'projects.carryOver': office,
  'projects.mergePreview': office,
  'projects.merge': office,
  // What a unit is measured by is not its own to set.
  'projects.setYearPlan': office,
  'projects.approveYearPlan': office,
  'projects.history': readers,
  'projects.search': readers,

  'officers.ofProject': readers,
  'officers.set': keepers,
  'officers.carried': { admin: 'all', office: 'district' },
  'officers.handOver': { admin: 'all', office: 'district' },
  'attachments.add': keepers,
  'attachments.rename': keepers,
  'attachments.remove': keepers,
  'photos.list': readers,
  'photos.add': keepers,

  'approvals.ofProject': readers,
  'approvals.create': keepers,
  'approvals.update': keepers,
  'approvals.tell': keepers,
  // What goes back corrects the record.
  'approvals.takeBack': office,
  'approvals.setTerms': office,
  'approvals.plan': readers,
  'approvals.fromTemplate': keepers,
  'approvals.template': readers,
  'approvals.keepTemplate': office,
  'approvals.waiting': readers,
  'approvals.joint': readers,
  'approvals.jointRows': readers,
  'problems.ofProject': readers,
  'problems.raise': keepers,
  'problems.update': keepers,
  'problems.listed': readers,
  'problems.counts': readers,
  // Who deals with a problem says what was done; that it is enough says the office.
  'problems.answer': { officer: 'own' },
  'problems.sendBack': office,
  'registrations.ofProject': readers,
  'registrations.set': keepers,
  // Who reports a project complete does not verify it.
  'visits.ofProject': readers,
  'visits.record': office,
  'visits.update': office,
  // What was paid is read from the treasury's papers, by who rates by it.
  'payments.ofProject': readers,
  'payments.set': office,
  'signoffs.ofProject': readers,
  'signoffs.ask': keepers,
  'signoffs.decide': { leader: 'district' },

  'returns.mine': { officer: 'own' },
  'returns.form': { office: 'district', officer: 'own' },
  'returns.submit': { office: 'district', officer: 'own' },
  'returns.workbook': { office: 'district', officer: 'own' },
  'returns.status': office,
  'returns.accept': office,
  'returns.sendBack': office,
  'returns.chase': office,
  // How a unit returns is its own to see, with its place among the others.
  'punctuality.ledger': readers,
  'punctuality.rows': readers,
  'punctuality.export': readers,

  // What is being prepared and scored is for who prepares and decides; the rated see results when scoring has ended and
  // flags when they are announced (rules in inspections/ and flags/), and then those of the whole district.
  'inspections.current': { ...office, leader: 'district' },
  'inspections.plan': office,
  'inspections.open': office,
  'inspections.close': office,
  'inspections.addStop': office,
  'inspections.moveStop': office,
  'inspections.removeStop': office,
  'inspections.setGroup': office,
  'inspections.results': { ...readers, officer: 'district' },
  'scoresheets.mine': { inspector: 'self' },
  'scoresheets.submit': { inspector: 'self' },
  'flags.list': { ...readers, officer: 'district' },
  'flags.byUnit': { ...readers, officer: 'district' },
  'flags.preview': { ...office, leader: 'district' },
  'flags.propose': office,
  'flags.proposeByRule': office,
  'flags.review': office,
  'flags.sign': { leader: 'district' },
  'flags.announce': office,
  'flags.withdraw': office,

  'ledgers.rows': readers,
  'ledgers.since': readers,
  'ledgers.export': readers,

  'views.list': readers,
  'views.keep': readers,
  'views.remove': readers,

  // An officer's file holds returns of the own projects, whatever it looks like; nobody else sees it but the office.
  'imports.preview': { office: 'district', officer: 'own' },
  'imports.correct': office,
  'imports.forget': office,
  'imports.confirm': { office: 'district', officer: 'own' },
  'imports.list': { office: 'district', officer: 'own' },
  'imports.undo': office,

  'meetings.current': meetingReaders,
  'meetings.get': meetingReaders,
  'meetings.list': meetingReaders,
  'meetings.update': office,
  'meetings.open': office,
  'meetings.close': office,
  'meetings.reopen': office,
  'meetings.draft': meetingReaders,
  'meetings.handout': meetingReaders,
  'meetings.setWords': office,
  'meetings.show': office,
  'meetings.type': office,
  'meetings.endRehearsal': office,
  'meetings.screen': { ...meetingReaders, display: 'district' },
  'agenda.add': office,
  'agenda.addAll': office,
  'agenda.own': { officer: 'own' },
  'agenda.note': { officer: 'own' },
  // Who needs the meeting asks for it; the office makes the agenda.
  'agenda.ask': { leader: 'district', officer: 'own' },
  'agenda.decline': office,
  'feeds.mine': ownFeed,
  'feeds.create': ownFeed,
  'feeds.revoke': ownFeed,
  'series.list': { ...meetingReaders, admin: 'all' },
  // Whoever may ask a meeting for something may know which there are.
  'series.choices': { ...readers, officer: 'district' },
  'series.create': { admin: 'all', office: 'district' },
  'series.update': { admin: 'all', office: 'district' },
  'series.close': { admin: 'all', office: 'district' },
  'series.reopen': { admin: 'all', office: 'district' },
  'series.setRules': office,
  'agenda.move': office,
  'agenda.update': office,
  'agenda.remove': office,
  'decisions.list': readers,
  // Who carries a decision out answers; that it is done says the office.
  'decisions.answer': { officer: 'own' },
  'decisions.sendBack': office,
  'decisions.make': office,
  'decisions.update': office,
  'decisions.remove': office,
  'decisions.markDone': office,
  'decisions.reopen': office,
  'decisions.wordings': office,
  'decisions.setWordings': office,
  'remarks.ofProject': readers,
  'remarks.write': { leader: 'district' },
  'remarks.takeDown': office,
  'remarks.remove': office,
  // A unit reads what is issued to it.
  'documents.get': readers,
  'documents.register': readers,
  'reports.list': meetingReaders,
  'reports.view': meetingReaders,
  'reports.begin': office,
  'reports.compose': office,
  'reports.issue': meetingReaders,
  'reports.discard': office,
  'reports.withdraw': office,
} as const satisfies Record<string, AccessRule>;

/** A procedure by its path, `noun.act`. */
export type ProcedureName = keyof typeof access;

/** What a unit is measured by is not its own to set. */
const statutoryLimit = { limitDays: ['office'], limitUnit: ['office'], dueOn: ['office'] } as const;

/** The fields that only some of a procedure's callers may set to something else than they are: procedure × field × roles. */
const writers: { readonly [Name in ProcedureName]?: Readonly<Record<string, readonly Role[]>> } = {
  'approvals.create': statutoryLimit,
  'approvals.update': statutoryLimit,
  // Who can sign in is the administrator's to say; what is carried on by whom is the office's as well.
  'officers.handOver': { close: ['admin'] },
};

/** Whether a role may change a field of a procedure that it may call; what the client shows disabled by. */
export function mayWrite(role: Role, name: ProcedureName, field: string): boolean {
  return writers[name]?.[field]?.includes(role) ?? true;
}

/** Why somebody may not write a record so: a field that is another's to set differs. A new record starts from `before`. */
export function whyNotWrite<Fields extends object>(
  role: Role,
  name: ProcedureName,
  before: Fields,
  after: Partial<NoInfer<Fields>>,
): Refusal<'field-not-yours'> | null {
  const was = new Map<string, unknown>(Object.entries(before));
  const fields = Object.entries(after).flatMap(([field, value]) =>
    was.has(field) && was.get(field) !== value && !mayWrite(role, name, field) ? [field] : [],
  );
  return fields.length > 0 ? { reason: 'field-not-yours', fields } : null;
}

/** Only the table's own keys: `toString` is a key of every object. */
function isProcedure(path: string): path is ProcedureName {
  return Object.hasOwn(access, path);
}

/** The rule of a procedure by its path; null where the table does not name it. */
export function ruleOf(path: string): AccessRule | null {
  return isProcedure(path) ? access[path] : null;
}

/** How far a role reaches with a procedure; null where it may not call it. */
export function scopeOf(rule: AccessRule, role: Role): Scope | null {
  if (rule === 'public' || rule === 'signed-in') return 'self';
  return rule[role] ?? null;
}

/** Whether a role may call a procedure: what the client shows and hides by. */
export function mayCall(role: Role, name: ProcedureName): boolean {
  return scopeOf(access[name], role) !== null;
}
