import type { Role } from '#shared/accounts/schema.ts';
import type { BulletinState, NominationKind } from '#shared/bulletins/schema.ts';
import { words } from '#shared/documents/words.ts';
import type { FlagColour, FlagState } from '#shared/flags/schema.ts';
import type { InspectionState } from '#shared/inspections/schema.ts';
import type { Lamp } from '#shared/lamps/schema.ts';
import type { DecisionState, MeetingState } from '#shared/meetings/schema.ts';
import type { Level } from '#shared/projects/schema.ts';
import type { ReturnState } from '#shared/returns/schema.ts';
import type { UnitKind } from '#shared/units/schema.ts';
import type { Messages } from '../kit/messages.ts';

/** The product's closed lists in words, by their codes: one place, so that no page names a stage its own way. */
export const zh = {
  ...words,
  levelShort: { province: '省', city: '市', district: '区' } satisfies Record<Level, string>,
  lamp: { red: '红灯', yellow: '黄灯', green: '绿灯' } satisfies Record<Lamp, string>,
  noLamp: '未评灯',
  provisional: '预判',
  flag: { red: '红旗', black: '黑旗' } satisfies Record<FlagColour, string>,
  flagState: { proposed: '拟评', reviewed: '联席评定', signed: '已签批', announced: '已公布' } satisfies Record<FlagState, string>,
  role: {
    admin: '管理员',
    office: '项目办',
    officer: '项目专员',
    leader: '领导',
    inspector: '观摩评委',
    auditor: '审计员',
    display: '会议大屏',
  } satisfies Record<Role, string>,
  unitKind: {
    city: '市',
    district: '区县',
    office: '项目办',
    bureau: '部门',
    town: '乡镇街道',
    park: '园区',
    company: '企业',
  } satisfies Record<UnitKind, string>,
  returnState: { submitted: '已报', accepted: '已核', 'sent-back': '退回' } satisfies Record<ReturnState, string>,
  meetingState: { planned: '未开', open: '会中', closed: '已闭会' } satisfies Record<MeetingState, string>,
  decisionState: { open: '在办', answered: '待销号', done: '办结' } satisfies Record<DecisionState, string>,
  bulletinState: {
    drafting: '拟稿',
    reviewing: '核稿',
    signing: '签发',
    signed: '已签',
    issued: '印发',
  } satisfies Record<BulletinState, string>,
  nomination: { praise: '表扬', criticise: '批评' } satisfies Record<NominationKind, string>,
  inspectionState: { planned: '筹备', open: '打分中', closed: '已结束' } satisfies Record<InspectionState, string>,
};

export const en: Messages<typeof zh> = {
  kind: { key: 'Key project', reconstruction: 'Reconstruction' },
  kindShort: { key: 'Key', reconstruction: 'Rebuild' },
  level: { province: 'Provincial', city: 'City', district: 'District' },
  levelShort: { province: 'Prov.', city: 'City', district: 'Dist.' },
  track: { approval: 'Approval', verification: 'Verification', filing: 'Filing' },
  yearClass: { continued: 'Continued', new: 'New start', finishing: 'Due to finish', reserve: 'Reserve' },
  stage: {
    planned: 'Planned',
    signed: 'Signed',
    preparing: 'Approvals',
    started: 'Started',
    building: 'Building',
    completed: 'Completed',
    producing: 'Producing',
    'at-capacity': 'At capacity',
  },
  standing: { active: 'Listed', suspended: 'Suspended', withdrawn: 'Withdrawn' },
  lamp: { red: 'Red lamp', yellow: 'Yellow lamp', green: 'Green lamp' },
  lampGlyph: { red: 'R', yellow: 'Y', green: 'G' },
  noLamp: 'Not rated',
  provisional: 'provisional',
  flag: { red: 'Red flag', black: 'Black flag' },
  flagState: { proposed: 'Proposed', reviewed: 'Jointly reviewed', signed: 'Signed', announced: 'Announced' },
  role: {
    admin: 'Administrator',
    office: 'Project office',
    officer: 'Project officer',
    leader: 'Leader',
    inspector: 'Inspector',
    auditor: 'Auditor',
    display: 'Meeting screen',
  },
  unitKind: {
    city: 'City',
    district: 'District',
    office: 'Project office',
    bureau: 'Bureau',
    town: 'Town',
    park: 'Park',
    company: 'Company',
  },
  returnState: { submitted: 'Submitted', accepted: 'Accepted', 'sent-back': 'Sent back' },
  meetingState: { planned: 'Planned', open: 'In session', closed: 'Closed' },
  decisionState: { open: 'Open', answered: 'To close', done: 'Done' },
  approvalState: {
    pending: 'Not started',
    accepted: 'Accepted',
    tolerant: 'Accepted with gaps',
    supplement: 'To be supplemented',
    done: 'Done',
    exempt: 'Not required',
  },
  approvalGroup: {
    land: 'Initiation and land',
    engineering: 'Engineering permit',
    construction: 'Construction permit',
    completion: 'Acceptance',
  },
  stepStatus: {
    overdue: 'Overdue',
    due: 'Due in 3 days',
    running: 'Running',
    tolerant: 'With gaps',
    supplement: 'Supplement',
    pending: 'Not reached',
    done: 'Done',
    exempt: 'Not required',
  },
  stepShort: { overdue: '# late', running: 'running', tolerant: 'gaps', supplement: 'suppl.', pending: '·', exempt: 'n/a' },
  registrationStatus: { owed: 'Owed', submitted: 'Submitted', returned: 'Given back', registered: 'Registered', 'not-yet': 'Not yet due' },
  registrationCheck: { owner: 'Owner', 'contract-date': 'Contract date', total: 'Total' },
  problemState: { raised: 'Raised', assigned: 'Assigned', solved: 'Solved', closed: 'Closed' },
  problemCategory: {
    land: 'Land',
    planning: 'Planning',
    energy: 'Energy',
    environment: 'Environment',
    demolition: 'Relocation',
    funds: 'Funds',
    construction: 'Construction',
    utilities: 'Utilities',
    approval: 'Approvals',
    other: 'Other',
  },
  problemRung: { unit: 'Responsible unit', office: 'Project office', leader: 'Leader', meeting: 'Weekly meeting' },
  bulletinState: { drafting: 'Drafting', reviewing: 'In review', signing: 'To be signed', signed: 'Signed', issued: 'Issued' },
  nomination: { praise: 'Praise', criticise: 'Criticism' },
  inspectionState: { planned: 'In preparation', open: 'Scoring', closed: 'Closed' },
};
