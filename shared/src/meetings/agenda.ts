import type { ProjectFigures } from '../cuts/figures.ts';
import type { Week } from '../kit/calendar.ts';
import { assertNever, type Refusal } from '../kit/errors.ts';
import type { Id } from '../kit/ids.ts';
import { compareKeys } from '../kit/rank.ts';
import { type MeetingReason, whyNotChangeMeeting } from './rules.ts';
import { AGENDA_LIMIT, type AgendaItem, type Meeting } from './schema.ts';

/** What an item takes unless the office says otherwise. */
export const USUAL_MINUTES = 8;

type Placed = Pick<AgendaItem, 'id' | 'orderKey'>;
type AddReason = MeetingReason | 'already-on-agenda' | 'agenda-full';

/** Why a project, or a matter of its own (null), may not be put on the agenda. Over the limit it takes a word why. */
export function whyNotAddToAgenda(
  meeting: Pick<Meeting, 'state'>,
  items: readonly Pick<AgendaItem, 'projectId'>[],
  wanted: { projectId: Id<'project'> | null; overLimitReason?: string | undefined },
): Refusal<AddReason> | null {
  const refusal = whyNotChangeMeeting(meeting);
  if (refusal) return refusal;
  if (wanted.projectId !== null && items.some((item) => item.projectId === wanted.projectId)) return { reason: 'already-on-agenda' };
  if (items.length >= AGENDA_LIMIT && !wanted.overLimitReason) return { reason: 'agenda-full', limit: AGENDA_LIMIT };
  return null;
}

/** An item on which something was decided or remarked stays: the minutes will say what it was about. */
export function whyNotRemoveFromAgenda(
  meeting: Pick<Meeting, 'state'>,
  item: Pick<AgendaItem, 'id'>,
  said: readonly { agendaItemId: Id<'agendaItem'> | null }[],
): Refusal<MeetingReason | 'item-has-decisions'> | null {
  const refusal = whyNotChangeMeeting(meeting);
  if (refusal) return refusal;
  const made = said.filter((one) => one.agendaItemId === item.id).length;
  return made > 0 ? { reason: 'item-has-decisions', made } : null;
}

/** The agenda in its order. */
export function inOrder<Item extends Placed>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => compareKeys(a.orderKey, b.orderKey) || (a.id < b.id ? -1 : 1));
}

/** Why a project is proposed; the strongest first. */
export type ProposalReason =
  | { reason: 'red-lamp'; detail: string | null }
  | { reason: 'decision-overdue'; days: number }
  | { reason: 'step-overdue'; step: string; days: number }
  | { reason: 'unit-request'; request: string }
  | { reason: 'no-return' };
/** A project proposed for the agenda, with everything that speaks for it; `reasons` is never empty. */
export type Proposal = {
  projectId: Id<'project'>;
  name: string;
  unitName: string;
  lamp: ProjectFigures['lamp'];
  reasons: ProposalReason[];
};

/** What the agenda looks at: one project's figures, and the worst of its overdue decisions in days. */
export type AgendaFacts = Pick<
  ProjectFigures,
  'projectId' | 'key' | 'name' | 'unitName' | 'standing' | 'lamp' | 'nextStep' | 'returnWeek' | 'request'
> & { lampReason: string | null; decisionOverdueDays: number };

const strength = [
  'red-lamp',
  'decision-overdue',
  'step-overdue',
  'unit-request',
  'no-return',
] as const satisfies ProposalReason['reason'][];

/**
 * What belongs on the agenda and is not on it yet, each with its reasons, the most pressing first. A missing return
 * counts only once it was due: on Monday morning nobody has returned. Nothing of this is ever stored.
 */
export function proposeAgenda(
  facts: readonly AgendaFacts[],
  given: { week: Week; isReturnDue: boolean; onAgenda: ReadonlySet<string> },
): Proposal[] {
  return facts
    .filter((project) => project.standing === 'active' && !given.onAgenda.has(project.projectId))
    .map((project) => ({ project, reasons: reasonsOf(project, given) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => rank(a.reasons) - rank(b.reasons) || b.reasons.length - a.reasons.length || a.project.key - b.project.key)
    .map(({ project: { projectId, name, unitName, lamp }, reasons }) => ({ projectId, name, unitName, lamp, reasons }));
}

function rank(reasons: readonly ProposalReason[]): number {
  return reasons[0] ? strength.indexOf(reasons[0].reason) : strength.length;
}

function reasonsOf(project: AgendaFacts, given: { week: Week; isReturnDue: boolean }): ProposalReason[] {
  const reasons: ProposalReason[] = [];
  if (project.lamp === 'red') reasons.push({ reason: 'red-lamp', detail: project.lampReason });
  if (project.decisionOverdueDays > 0) reasons.push({ reason: 'decision-overdue', days: project.decisionOverdueDays });
  if (project.nextStep && project.nextStep.overdueDays > 0) {
    reasons.push({ reason: 'step-overdue', step: project.nextStep.name, days: project.nextStep.overdueDays });
  }
  const hasReturned = project.returnWeek !== null && project.returnWeek >= given.week;
  if (hasReturned && project.request) reasons.push({ reason: 'unit-request', request: project.request });
  if (!hasReturned && given.isReturnDue) reasons.push({ reason: 'no-return' });
  return reasons;
}

/** A reason as it is written behind the item on the agenda, the screen and the minutes. */
export function proposalText(why: ProposalReason): string {
  switch (why.reason) {
    case 'red-lamp':
      return why.detail ? `红灯：${why.detail}` : '红灯';
    case 'decision-overdue':
      return `议定事项逾期 ${why.days} 日`;
    case 'step-overdue':
      return `${why.step}超期 ${why.days} 个工作日`;
    case 'unit-request':
      return `单位提请：${why.request}`;
    case 'no-return':
      return '未填报';
    default:
      return assertNever(why);
  }
}

const LONGEST_REASON = 200;

/** What a proposed project's item says under its title: every reason, as far as an item holds them. */
export function agendaReason({ reasons }: Pick<Proposal, 'reasons'>): string {
  return reasons.map(proposalText).join('；').slice(0, LONGEST_REASON);
}

/** The sum of what the items are given. */
export function agendaMinutes(items: readonly Pick<AgendaItem, 'minutes'>[]): number {
  return items.reduce((total, item) => total + item.minutes, 0);
}
