import type { Generated, Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { AccountRole } from '#shared/accounts/schema.ts';
import type { ApprovalGroup, ApprovalStep } from '#shared/approvals/schema.ts';
import type { StepTemplate } from '#shared/approvals/templates.ts';
import type { Attachment } from '#shared/attachments/schema.ts';
import type { BulletinStep, Cosigner } from '#shared/bulletins/flow.ts';
import type { Bulletin, BulletinState, Nomination, NominationKind } from '#shared/bulletins/schema.ts';
import type { ChannelKind, Dispatch } from '#shared/channels/schema.ts';
import type { Contact } from '#shared/contacts/schema.ts';
import type { StoredFile } from '#shared/files/schema.ts';
import type { Flag, FlagColour, FlagState } from '#shared/flags/schema.ts';
import type { Entry, Inspection, InspectionState, Scoresheet } from '#shared/inspections/schema.ts';
import type { Day, Instant, Month, Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import type { LampExemption } from '#shared/lamps/exemption.ts';
import type { Rates } from '#shared/lamps/metrics.ts';
import type { AgendaItem, DecisionAnswer, ItemNote } from '#shared/meetings/schema.ts';
import type { Notice } from '#shared/notices/schema.ts';
import type { Payment } from '#shared/payments/schema.ts';
import type { Photo } from '#shared/photos/schema.ts';
import type { Problem, ProblemAnswer } from '#shared/problems/schema.ts';
import type { Level, Project, ProjectKind, YearClass } from '#shared/projects/schema.ts';
import type { Registration } from '#shared/registrations/schema.ts';
import type { Remark } from '#shared/remarks/schema.ts';
import type { Chase } from '#shared/returns/chases.ts';
import type { ReturnCourse } from '#shared/returns/course.ts';
import type { ReturnState, WeeklyReturn } from '#shared/returns/schema.ts';
import type { Signoff } from '#shared/signoffs/schema.ts';
import type { UnitKind } from '#shared/units/schema.ts';
import type { ViewPlace } from '#shared/views/schema.ts';
import type { SiteVisit } from '#shared/visits/schema.ts';
import type { ImportBatchTable, ImportFileTable, ImportMappingTable, ImportWriteTable } from './import-tables.ts';
import type { Json } from './json.ts';
import type {
  AgendaRequestTable,
  CalendarFeedTable,
  DecisionTable,
  DecisionWordingsTable,
  DocumentTable,
  DocumentVersionTable,
  MeetingSeriesTable,
  MeetingTable,
  MeetingWordsTable,
} from './meeting-tables.ts';
import type { DocumentReaderTable, ReportIssueTable, ReportTable } from './report-tables.ts';

/** 0 or 1: SQLite has no boolean, and one answer on both databases is worth more than PostgreSQL's. */
type Flagged = 0 | 1;
type UnitTable = {
  id: Id<'unit'>;
  parentId: Id<'unit'> | null;
  districtId: Id<'unit'> | null;
  name: string;
  shortName: string;
  pinyin: string;
  kind: UnitKind;
  active: Flagged;
  version: number;
};

type DistrictTable = {
  id: Id<'unit'>;
  name: string;
  regionCode: string;
  issuingOffice: string;
  officeMark: string;
  returnOpenWeekday: number;
  returnWeekday: number;
  returnTime: string;
  version: number;
};

type AccountTable = {
  id: Id<'account'>;
  unitId: Id<'unit'>;
  username: string;
  name: string;
  role: AccountRole;
  passwordHash: string;
  passwordChangedAt: Instant;
  mustChangePassword: Flagged;
  active: Flagged;
  version: number;
};

type SessionTable = {
  /** SHA-256 of the token; the token itself is only in the browser. */
  tokenHash: string;
  accountId: Id<'account'>;
  startedAt: Instant;
  seenAt: Instant;
};

type SignInFailureTable = { id: Generated<number>; username: string; address: string; at: Instant };

type SetupLinkTable = { tokenHash: string; createdAt: Instant };

type DisplayLinkTable = {
  id: Id<'display'>;
  districtId: Id<'unit'>;
  name: string;
  /** The series that it shows; null follows whichever is live. */
  seriesId: Id<'meetingSeries'> | null;
  tokenHash: string;
  createdAt: Instant;
  seenAt: Instant | null;
  revokedAt: Instant | null;
  version: number;
};

type NoticeTable = Notice & { accountId: Id<'account'> };
type LeaderLinkTable = { unitId: Id<'unit'>; accountId: Id<'account'> };
/** `version` begins with 1; `accountId` is null once the officer has been taken off. */
type ProjectOfficerTable = { projectId: Id<'project'>; accountId: Id<'account'> | null; version: number };

type EventTable = {
  seq: number;
  at: Instant;
  actorId: string;
  actorName: string;
  actorRole: string;
  actorUnitId: string | null;
  districtId: string | null;
  action: string;
  entity: string;
  entityId: string;
  projectId: string | null;
  before: Json | null;
  after: Json | null;
  result: 'done' | 'denied' | 'failed';
  requestId: string;
  previousHash: string;
  hash: string;
};

/** One row: the chain's last link. Every change locks it, so that the order of seq is the order of commits. */
type EventHeadTable = { id: number; seq: number; hash: string };

type ProjectTable = Project & {
  pinyin: string;
  initials: string;
  /** 已合并: the record that a duplicate became part of. Nothing but its history reads it any more. */
  mergedIntoId: Id<'project'> | null;
};

type YearPlanTable = {
  id: Id<'yearPlan'>;
  projectId: Id<'project'>;
  year: number;
  annual: Money;
  byMonth: Json | null;
  doneBeforeYear: Money;
  yearClass: YearClass | null;
  baseline: Json | null;
  version: number;
};

type TaskForceTable = { id: Id<'taskForce'>; projectId: Id<'project'>; members: Json; version: number };

type WeeklyReturnTable = Omit<WeeklyReturn, 'state'> & { state: ReturnState; districtId: Id<'unit'> };

type ReturnCourseTable = Omit<ReturnCourse, 'isLate' | 'isUnchanged' | 'byOffice'> & {
  isLate: Flagged;
  isUnchanged: Flagged;
  byOffice: Flagged;
};

type PhotoTable = Photo;
type SubmissionTable = { key: string; accountId: string; entityId: string; at: Instant };

type ApprovalStepTable = Omit<ApprovalStep, 'group' | 'course' | 'terms' | 'needs'> & {
  stageGroup: ApprovalGroup;
  course: Json | null;
  terms: Json | null;
  needs: Json | null;
};

type StepTemplateTable = Omit<StepTemplate, 'steps'> & { steps: Json };

type ProblemTable = Omit<Problem, 'helperUnitIds' | 'rungSince'> & { helperUnitIds: Json | null; rungSince: Day | null };
type ProblemAnswerTable = Omit<ProblemAnswer, 'files' | 'saysSolved'> & { saysSolved: Flagged };

type RegistrationTable = Omit<Registration, 'papers' | 'facts'> & { papers: Json | null; facts: Json | null };

type TimeLimitsTable = {
  districtId: Id<'unit'>;
  unitDays: number | null;
  officeDays: number | null;
  leaderDays: number | null;
  meetingDays: number | null;
  registrationMonths: number;
  version: number;
};

/** `secret` is sealed with the audit key, which lies beside the database. */
type ChannelTable = { districtId: Id<'unit'>; kind: ChannelKind; isOn: Flagged; settings: Json; secret: string | null; version: number };

type CalendarDayTable = { day: Day; isWorkday: Flagged; name: string };
type CalendarYearTable = { year: number; isKnown: Flagged; source: string | null; version: number };

/** The last state of what is not an event: the screen's page, a draft being typed. */
type EphemeralTable = { topic: string; state: Json; updatedAt: Instant };

type RuleSetTable = {
  id: Id<'ruleSet'>;
  districtId: Id<'unit'>;
  body: Json;
  adoptedAt: Instant;
  rates: Rates;
  byName: string;
  /** Since when it rates nobody any more, where nothing took its place. */
  retiredAt: Instant | null;
};

type LampOverrideTable = {
  id: Id<'lampOverride'>;
  projectId: Id<'project'>;
  month: Month;
  lamp: 'green' | 'yellow' | 'red';
  reason: string;
  byName: string;
  at: Instant;
  version: number;
};

type CutTable = {
  /** The sets that rated units and tasks; `ruleSet` rated the projects. */
  otherRuleSets: Json | null;
  id: Id<'cut'>;
  districtId: Id<'unit'>;
  kind: 'week' | 'month';
  period: Week | Month;
  /** 1 for the first cut of a period; the office may take it again until the bulletin is signed. */
  attempt: number;
  asOf: Day;
  takenAt: Instant;
  ruleSet: Json;
  corrected: Json | null;
};

type CutRowTable = {
  cutId: Id<'cut'>;
  projectId: Id<'project'>;
  lamp: 'green' | 'yellow' | 'red' | null;
  figures: Json;
  /** Whether it owed a return, in a week's cut; in a month's nobody asks. */
  owesReturn: Flagged;
  /** What the lamp was worked out from, and what the next month has to know of it; null in cuts before it was kept. */
  lampInput: Json | null;
  lampMemory: Json | null;
  /** What a year's curve adds up by, out of the figures: reading twelve cuts would otherwise parse every one of their rows. */
  unitId: Id<'unit'>;
  kind: ProjectKind;
  level: Level;
  yearClass: YearClass;
  leaderName: string | null;
  category: string | null;
  yearPlan: Money | null;
  plannedToDate: Money | null;
  doneThisYear: Money;
};

type CutRatingTable = {
  cutId: Id<'cut'>;
  rates: 'unit' | 'task';
  /** A unit's id, or the project's whose task it is. */
  subjectId: string;
  month: Month;
  name: string;
  lamp: 'green' | 'yellow' | 'red' | null;
  result: Json;
};

type BulletinTable = Omit<Bulletin, 'state'> & { state: BulletinState; year: number };
type BulletinDraftTable = { bulletinId: Id<'bulletin'>; cutId: Id<'cut'> | null; outline: Json | null; edits: Json; tokens: Json };
type BulletinStepTable = Omit<BulletinStep, 'hasVersion'> & { bulletinId: Id<'bulletin'>; model: Json | null };
type BulletinCosignerTable = Cosigner & { bulletinId: Id<'bulletin'> };
/** What an issued bulletin was drafted from, so that it can be drafted again and compared. */
type BulletinIssueTable = { documentId: Id<'document'>; bulletinId: Id<'bulletin'>; cutId: Id<'cut'>; recipe: Json };
type BulletinStyleTable = { districtId: Id<'unit'>; body: Json; version: number };
type NominationTable = Omit<Nomination, 'kind'> & { kind: NominationKind };
type InspectionTable = Omit<Inspection, 'criteria' | 'groups' | 'state'> & { state: InspectionState; criteria: Json; groups: Json };
type ScoresheetTable = Omit<Scoresheet, 'marks'> & { marks: Json };
type FlagTable = Omit<Flag, 'colour' | 'state'> & { colour: FlagColour; state: FlagState; signedByName: string | null };

/** 编号: the last number drawn, per district, kind and year. */
type NumberingTable = { districtId: Id<'unit'>; kind: string; year: number; last: number };

type SavedViewTable = {
  id: Id<'savedView'>;
  districtId: Id<'unit'>;
  /** Null: the office's, for everybody. */
  accountId: Id<'account'> | null;
  place: ViewPlace;
  name: string;
  body: Json;
  version: number;
};

type PreferencesTable = { accountId: Id<'account'>; body: Json; version: number };

export type Tables = {
  unit: UnitTable;
  district: DistrictTable;
  account: AccountTable;
  session: SessionTable;
  sign_in_failure: SignInFailureTable;
  setup_link: SetupLinkTable;
  display_link: DisplayLinkTable;
  notice: NoticeTable;
  contact: Contact;
  leader_link: LeaderLinkTable;
  project_officer: ProjectOfficerTable;
  event: EventTable;
  event_head: EventHeadTable;
  project: ProjectTable;
  year_plan: YearPlanTable;
  /** `boundAt`: when it first hung on something; until then it is its sender's alone, and goes after a while. */
  file: StoredFile & { boundAt: Instant | null };
  attachment: Attachment;
  task_force: TaskForceTable;
  weekly_return: WeeklyReturnTable;
  return_course: ReturnCourseTable;
  submission: SubmissionTable;
  chase: Chase;
  channel: ChannelTable;
  dispatch: Dispatch;
  photo: PhotoTable;
  approval_step: ApprovalStepTable;
  step_template: StepTemplateTable;
  problem: ProblemTable;
  problem_answer: ProblemAnswerTable;
  problem_file: { answerId: Id<'problemAnswer'>; fileId: Id<'file'> };
  registration: RegistrationTable;
  site_visit: SiteVisit;
  payment: Payment;
  signoff: Signoff;
  time_limits: TimeLimitsTable;
  calendar_day: CalendarDayTable;
  calendar_year: CalendarYearTable;
  meeting_series: MeetingSeriesTable;
  meeting: MeetingTable;
  calendar_feed: CalendarFeedTable;
  agenda_item: AgendaItem;
  item_note: ItemNote;
  agenda_request: AgendaRequestTable;
  decision: DecisionTable;
  decision_wordings: DecisionWordingsTable;
  decision_answer: Omit<DecisionAnswer, 'files'>;
  decision_file: { answerId: Id<'decisionAnswer'>; fileId: Id<'file'> };
  remark: Remark;
  ephemeral: EphemeralTable;
  rule_set: RuleSetTable;
  lamp_override: LampOverrideTable;
  lamp_exemption: LampExemption;
  cut: CutTable;
  cut_row: CutRowTable;
  cut_rating: CutRatingTable;
  bulletin: BulletinTable;
  bulletin_draft: BulletinDraftTable;
  bulletin_style: BulletinStyleTable;
  bulletin_step: BulletinStepTable;
  bulletin_cosigner: BulletinCosignerTable;
  bulletin_issue: BulletinIssueTable;
  nomination: NominationTable;
  inspection: InspectionTable;
  entry: Entry;
  scoresheet: ScoresheetTable;
  flag: FlagTable;
  document: DocumentTable;
  document_version: DocumentVersionTable;
  document_reader: DocumentReaderTable;
  report: ReportTable;
  report_issue: ReportIssueTable;
  meeting_words: MeetingWordsTable;
  numbering: NumberingTable;
  import_batch: ImportBatchTable;
  import_file: ImportFileTable;
  import_write: ImportWriteTable;
  import_mapping: ImportMappingTable;
  saved_view: SavedViewTable;
  preferences: PreferencesTable;
};

/** The open database: reads outside a change. */
export type Database = Kysely<Tables>;
/** A change under way. Stores take it first, and never import the database. */
export type Tx = Transaction<Tables>;
/** Where a read may run: inside a change or outside. */
export type Reader = Kysely<Tables>;

export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;
export type NewRow<Table extends keyof Tables> = Insertable<Tables[Table]>;
