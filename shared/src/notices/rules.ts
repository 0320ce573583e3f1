import { z } from 'zod';
import type { AccountRole } from '../accounts/schema.ts';
import { ApprovalStep } from '../approvals/schema.ts';
import { Bulletin } from '../bulletins/schema.ts';
import type { EventAction } from '../events/schema.ts';
import { Flag } from '../flags/schema.ts';
import { Inspection } from '../inspections/schema.ts';
import { Day } from '../kit/calendar.ts';
import { type Id, idOf } from '../kit/ids.ts';
import { AgendaItem, AgendaRequest, Decision } from '../meetings/schema.ts';
import { Problem } from '../problems/schema.ts';
import { Project } from '../projects/schema.ts';
import { Remark } from '../remarks/schema.ts';
import { Report } from '../reports/schema.ts';
import { WeeklyReturn } from '../returns/schema.ts';
import { Signoff } from '../signoffs/schema.ts';
import type { NoticeKind } from './schema.ts';

/** What a notice is made from: an act with what it found and what it left. */
export type NoticedEvent = { action: EventAction; before: unknown; after: unknown };

/** Whom a notice is for; who they are is looked up in `hearers.ts`. */
export type Audience =
  /** Everybody of a role in the district. */
  | { role: AccountRole; besides: string | null }
  /** The officers of units. */
  | { unitIds: readonly Id<'unit'>[] }
  /** Who carries the event's project: its officer 项目专员, else the officers of its unit. */
  | 'carriers'
  | { accountId: string };

/** One thing to tell. `subject` is null where the event's project is it. */
export type Telling = { kind: NoticeKind; to: Audience; subject: string | null; text: string | null; on: Day | null };

type Facts = Partial<Pick<Telling, 'subject' | 'text' | 'on'>>;
const tell = (kind: NoticeKind, to: Audience, facts: Facts = {}): Telling => ({
  ...{ kind, to, subject: null, text: null, on: null },
  ...facts,
});

// What an event keeps is wider than what is read here: a rule asks for its own columns alone.
const read = <Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) => z.object(schema.shape);
const Returned = read(WeeklyReturn.pick({ sentBackReason: true, week: true }));
const Chased = z.object({ unitId: idOf('unit'), names: z.array(z.string()), dueOn: Day });
const Decided = read(Decision.pick({ text: true, ownerUnitId: true, helperUnitIds: true, dueOn: true }));
/** Whose meeting it is; the district's own series, and an event from before there were others, name none. */
const seriesName = z.string().nullish();
const Listed = read(AgendaItem.pick({ projectId: true, reason: true })).extend({ day: Day, seriesName });
const Requested = read(AgendaRequest.pick({ text: true, byId: true, declinedReason: true })).extend({ day: Day.optional(), seriesName });
const Remarked = read(Remark.pick({ text: true }));
const Raised = read(Problem.pick({ title: true, state: true, rung: true, ownerUnitId: true, helperUnitIds: true, dueOn: true })).extend({
  // An event from before there were helpers names none.
  helperUnitIds: Problem.shape.helperUnitIds.default([]),
});
const SentBack = z.object({ reason: z.string() });
const Stepped = read(ApprovalStep.pick({ name: true, state: true, agencyUnitId: true }));
const Asked = read(Signoff.pick({ reason: true, promisedOn: true, remark: true }));
const Moved = read(Bulletin.pick({ month: true, state: true, draftedBy: true })).extend({ unitIds: z.array(idOf('unit')).optional() });
const Reported = read(Report.pick({ districtId: true })).extend({ title: z.string(), unitIds: z.array(idOf('unit')) });
const Flagged = read(Flag.pick({ quarter: true, state: true, colour: true, unitId: true, projectId: true }));
const Owned = read(Project.pick({ unitId: true }));
const Opened = read(Inspection.pick({ quarter: true }));
const HandedOver = z.object({ toId: idOf('account'), count: z.number().int(), fromName: z.string() });
const Carried = z.object({ officerId: idOf('account').nullable(), isHandedOver: z.boolean().optional() });
const Undone = z.object({ fileName: z.string(), createdBy: z.string() });

type Rule = (event: NoticedEvent) => Telling[];

/** What is said of an agenda, with the meeting that it is of where that is not the district's own. */
function inSeries(text: string | null, seriesName: string | null | undefined): string | null {
  if (!seriesName) return text;
  return text ? `${text}（${seriesName}）` : seriesName;
}

/** Units that a decision newly names; in a change, those that it named before have been told. */
function toldOfDecision({ before, after }: NoticedEvent): Telling[] {
  const decided = Decided.parse(after);
  const was = before ? Decided.parse(before) : null;
  const facts = { text: decided.text, on: decided.dueOn };
  const helpers = decided.helperUnitIds.filter((id) => !was?.helperUnitIds.includes(id));
  const isOwnerTold = was !== null && was.ownerUnitId === decided.ownerUnitId && was.dueOn === decided.dueOn;
  return [
    ...(isOwnerTold ? [] : [tell('decision-owner', { unitIds: [decided.ownerUnitId] }, facts)]),
    ...(helpers.length > 0 ? [tell('decision-helper', { unitIds: helpers }, facts)] : []),
  ];
}

const rungs = ['unit', 'office', 'leader', 'meeting'] as const;

function toldOfProblem({ before, after }: NoticedEvent): Telling[] {
  const raised = Raised.parse(after);
  const was = before ? Raised.parse(before) : null;
  const facts = { text: raised.title, on: raised.dueOn };
  const isNewlyAssigned = raised.state === 'assigned' && (was?.state !== 'assigned' || was.ownerUnitId !== raised.ownerUnitId);
  const helpers = raised.helperUnitIds.filter((id) => !was?.helperUnitIds.includes(id));
  const isHandedUp = rungs.indexOf(raised.rung) > rungs.indexOf(was?.rung ?? 'unit');
  const above: AccountRole | null =
    raised.rung === 'office' || raised.rung === 'meeting' ? 'office' : raised.rung === 'leader' ? 'leader' : null;
  return [
    ...(isNewlyAssigned && raised.ownerUnitId ? [tell('problem-assigned', { unitIds: [raised.ownerUnitId] }, facts)] : []),
    ...(helpers.length > 0 ? [tell('problem-helper', { unitIds: helpers }, facts)] : []),
    ...(isHandedUp && above ? [tell('problem-handed-up', { role: above, besides: null }, facts)] : []),
    // 销号 is the office's, so it hears that there is something to close.
    ...(raised.state === 'solved' && was?.state !== 'solved' ? [tell('problem-solved', { role: 'office', besides: null }, facts)] : []),
  ];
}

function toldOfStep({ before, after }: NoticedEvent): Telling[] {
  const step = Stepped.parse(after);
  const was = before ? Stepped.parse(before) : null;
  const isRunning = step.state === 'accepted' || step.state === 'tolerant';
  const isNews = was?.state !== step.state || was.agencyUnitId !== step.agencyUnitId;
  return [
    ...(isRunning && isNews && step.agencyUnitId ? [tell('step-accepted', { unitIds: [step.agencyUnitId] }, { text: step.name })] : []),
    ...(was && was.state !== step.state ? [tell('step-moved', 'carriers', { text: step.name })] : []),
  ];
}

function toldOfBulletin({ before, after }: NoticedEvent): Telling[] {
  const { month, state, draftedBy, unitIds = [] } = Moved.parse(after);
  const was = before ? Moved.parse(before) : null;
  const facts = { subject: month };
  const office = (besides: string | null): Audience => ({ role: 'office', besides });
  const leaders: Audience = { role: 'leader', besides: null };
  switch (state) {
    case 'reviewing':
      return [tell('bulletin-to-review', office(draftedBy), facts)];
    case 'cosigning':
      return unitIds.length > 0 ? [tell('bulletin-to-cosign', { unitIds }, facts)] : [];
    case 'signing':
      return [tell('bulletin-to-sign', leaders, facts)];
    case 'signed':
      return [tell('bulletin-to-issue', office(null), facts)];
    case 'drafting': {
      const drafter = draftedBy ?? was?.draftedBy ?? null;
      return drafter && was && was.state !== 'drafting' ? [tell('bulletin-sent-back', { accountId: drafter }, facts)] : [];
    }
    case 'issued':
      return [tell('bulletin-issued', leaders, facts)];
  }
}

/** The leaders hear of every report, and of what is issued to units the units that it names, or all of them. */
function toldOfReport({ after }: NoticedEvent): Telling[] {
  const { title, unitIds, districtId } = Reported.parse(after);
  const told = (to: Audience) => tell('report-issued', to, { subject: title });
  const units: Audience[] = unitIds.includes(districtId) ? [{ role: 'officer', besides: null }] : unitIds.length > 0 ? [{ unitIds }] : [];
  return [told({ role: 'leader', besides: null }), ...units.map(told)];
}

/** A flag's unit hears of it when it is announced; on its way it is the leaders' and the office's alone. */
function toldOfFlag({ after }: NoticedEvent): Telling[] {
  const flag = Flagged.parse(after);
  const facts = { text: flag.colour, ...(flag.projectId ? {} : { subject: flag.quarter }) };
  if (flag.state === 'reviewed') return [tell('flag-to-sign', { role: 'leader', besides: null }, facts)];
  if (flag.state !== 'announced') return [];
  return [tell('flag-announced', flag.unitId ? { unitIds: [flag.unitId] } : 'carriers', facts)];
}

/** The whole table: act → who hears of it. What is not in it tells nobody. */
const table: { readonly [Action in EventAction]?: Rule } = {
  'return.sentBack': ({ after }) => {
    const { sentBackReason, week } = Returned.parse(after);
    return [tell('return-sent-back', 'carriers', { text: sentBackReason ?? week })];
  },
  'return.chased': ({ after }) => {
    const { unitId, names, dueOn } = Chased.parse(after);
    return [tell('return-chased', { unitIds: [unitId] }, { subject: String(names.length), text: names.join('、'), on: dueOn })];
  },
  'decision.made': toldOfDecision,
  'decision.updated': toldOfDecision,
  'decision.reopened': ({ after }) => {
    const { text, dueOn, ownerUnitId } = Decided.parse(after);
    return [tell('decision-reopened', { unitIds: [ownerUnitId] }, { text, on: dueOn })];
  },
  'decision.answered': ({ after }) => {
    const { text, dueOn } = Decided.parse(after);
    return [tell('decision-answered', { role: 'office', besides: null }, { text, on: dueOn })];
  },
  'decision.sentBack': ({ after }) => {
    const { text, dueOn, ownerUnitId } = Decided.parse(after);
    return [tell('decision-sent-back', { unitIds: [ownerUnitId] }, { text, on: dueOn })];
  },
  'agenda.added': ({ after }) => {
    const { projectId, reason, day, seriesName } = Listed.parse(after);
    return projectId ? [tell('agenda-listed', 'carriers', { text: inSeries(reason, seriesName), on: day })] : [];
  },
  'agendaRequest.made': ({ after }) => {
    const { text, seriesName } = Requested.parse(after);
    return [tell('agenda-asked', { role: 'office', besides: null }, { text: inSeries(text, seriesName) })];
  },
  'agendaRequest.taken': ({ after }) => {
    const { byId, text, day, seriesName } = Requested.parse(after);
    return [tell('agenda-taken', { accountId: byId }, { text: inSeries(text, seriesName), on: day ?? null })];
  },
  'agendaRequest.declined': ({ after }) => {
    const { byId, declinedReason, seriesName } = Requested.parse(after);
    return [tell('agenda-declined', { accountId: byId }, { text: inSeries(declinedReason, seriesName) })];
  },
  'remark.written': ({ after }) => [tell('remark-written', 'carriers', { text: Remarked.parse(after).text })],
  'problem.raised': toldOfProblem,
  'problem.updated': toldOfProblem,
  'problem.answered': toldOfProblem,
  'problem.escalated': (event) => {
    const { title, dueOn } = Raised.parse(event.after);
    return [...toldOfProblem(event), tell('problem-escalated', 'carriers', { text: title, on: dueOn })];
  },
  'problem.sentBack': ({ after }) => {
    const { ownerUnitId } = Raised.parse(after);
    return [tell('problem-sent-back', ownerUnitId ? { unitIds: [ownerUnitId] } : 'carriers', { text: SentBack.parse(after).reason })];
  },
  'step.created': toldOfStep,
  'step.updated': toldOfStep,
  'step.lapsed': ({ after }) => {
    const { name, agencyUnitId } = Stepped.parse(after);
    const facts = { text: name };
    return [tell('step-lapsed', 'carriers', facts), ...(agencyUnitId ? [tell('step-lapsed', { unitIds: [agencyUnitId] }, facts)] : [])];
  },
  'signoff.asked': ({ after }) => {
    const { reason, promisedOn } = Asked.parse(after);
    return [tell('signoff-asked', { role: 'leader', besides: null }, { text: reason, on: promisedOn })];
  },
  'signoff.decided': ({ after }) => [tell('signoff-decided', 'carriers', { text: Asked.parse(after).remark })],
  'project.updated': ({ before, after }) => {
    const { unitId } = Owned.parse(after);
    return Owned.parse(before).unitId === unitId ? [] : [tell('project-given', { unitIds: [unitId] })];
  },
  'officer.set': ({ after }) => {
    const { officerId, isHandedOver } = Carried.parse(after);
    // A hand-over is told once, not project by project.
    return officerId && !isHandedOver ? [tell('officer-set', { accountId: officerId })] : [];
  },
  'officer.handedOver': ({ after }) => {
    const { toId, count, fromName } = HandedOver.parse(after);
    return [tell('handed-over', { accountId: toId }, { subject: fromName, text: String(count) })];
  },
  'bulletin.moved': toldOfBulletin,
  'bulletin.issued': toldOfBulletin,
  'report.issued': toldOfReport,
  'flag.moved': toldOfFlag,
  'flag.announced': toldOfFlag,
  'inspection.opened': ({ after }) => [
    tell('scoring-opened', { role: 'inspector', besides: null }, { subject: Opened.parse(after).quarter }),
  ],
  'import.undone': ({ after }) => {
    const { fileName, createdBy } = Undone.parse(after);
    return [tell('import-undone', { accountId: createdBy }, { subject: fileName })];
  },
};

/** What an event gives to tell; usually nothing. */
export function tellingsOf(event: NoticedEvent): Telling[] {
  return table[event.action]?.(event) ?? [];
}

/** Whether an act can leave notices: after it a bell looks again. */
export function isTold(action: EventAction): boolean {
  return Object.hasOwn(table, action);
}
