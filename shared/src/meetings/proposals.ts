import { daysSince } from '../calendar/spans.ts';
import type { ProjectFigures } from '../cuts/figures.ts';
import type { Day, Week } from '../kit/calendar.ts';
import { assertNever } from '../kit/errors.ts';
import type { Id } from '../kit/ids.ts';
import type { Lamp } from '../lamps/schema.ts';
import type { NewItem } from './inputs.ts';
import type { AgendaRequest } from './schema.ts';
import { AgendaRule, type AgendaRules } from './series.ts';

/** Why something is proposed. Days past a deadline are working days; a problem's age is in calendar days, as everywhere. */
export type ProposalReason =
  | { reason: 'leader-request'; requestId: Id<'agendaRequest'>; byName: string; request: string | null }
  | { reason: 'new-red'; detail: string | null }
  | { reason: 'red-lamp'; detail: string | null }
  | { reason: 'decision-overdue'; days: number }
  | { reason: 'problem-handed-up'; title: string }
  | { reason: 'yellow-again'; months: number }
  | { reason: 'step-overdue'; step: string; days: number }
  | { reason: 'problem-old'; title: string; days: number }
  | { reason: 'unit-request'; requestId: Id<'agendaRequest'> | null; request: string | null }
  | { reason: 'no-return' };

/**
 * Something proposed for the agenda, with everything that speaks for it; `reasons` is never empty. One without a project
 * is an overdue decision of its own, or what somebody asked for.
 */
export type Proposal = {
  projectId: Id<'project'> | null;
  decisionId: Id<'decision'> | null;
  requestId: Id<'agendaRequest'> | null;
  name: string;
  unitName: string;
  lamp: ProjectFigures['lamp'];
  reasons: ProposalReason[];
};

/** A problem that is not solved yet: its age counts, and whether it was handed up to the meeting. */
export type AgendaProblem = { title: string; raisedOn: Day; isHandedUp: boolean };

/**
 * What the agenda looks at of one project: its figures, the worst of its overdue decisions in working days, its open problems,
 * and the lamps of the months that were cut, the latest first.
 */
export type AgendaFacts = Pick<
  ProjectFigures,
  'projectId' | 'key' | 'name' | 'unitName' | 'kind' | 'standing' | 'lamp' | 'nextStep' | 'returnWeek' | 'request'
> & {
  lampReason: string | null;
  decisionOverdueDays: number;
  problems: readonly AgendaProblem[];
  cutLamps: readonly (Lamp | null)[];
};

/** An overdue decision that belongs to no project. */
export type LooseDecision = { id: Id<'decision'>; text: string; ownerName: string; days: number };

/** A request that waits: what for, by whom. */
export type WaitingRequest = Pick<AgendaRequest, 'id' | 'projectId' | 'text' | 'byName' | 'isLeader'> & { unitName: string };

type Given = {
  week: Week;
  today: Day;
  isReturnDue: boolean;
  rules: AgendaRules;
  /** What is on the agenda already: projects and decisions. */
  onAgenda: ReadonlySet<string>;
  decisions: readonly LooseDecision[];
  requests: readonly WaitingRequest[];
};

/**
 * What belongs on the agenda and is not on it yet, each with its reasons, the most pressing first. A missing return
 * counts only once it was due: on Monday morning nobody has returned. Nothing of this is ever stored.
 */
export function proposeAgenda(facts: readonly AgendaFacts[], given: Given): Proposal[] {
  const projects = facts
    .filter((project) => project.standing === 'active' && !given.onAgenda.has(project.projectId))
    .map((project): Proposal => {
      const { projectId, name, unitName, lamp } = project;
      return { projectId, decisionId: null, requestId: null, name, unitName, lamp, reasons: reasonsOf(project, given) };
    });
  const matters = [...given.requests.filter((one) => one.projectId === null).map(asked), ...loose(given)];
  return [...projects, ...matters]
    .map((proposal) => ({ ...proposal, reasons: proposal.reasons.filter((why) => !given.rules.off.includes(why.reason)) }))
    .filter(({ reasons }) => reasons.length > 0)
    .map((proposal, at) => ({ proposal, at }))
    .sort((a, b) => rank(a.proposal) - rank(b.proposal) || b.proposal.reasons.length - a.proposal.reasons.length || a.at - b.at)
    .map(({ proposal }) => proposal);
}

function rank({ reasons }: Proposal): number {
  return reasons[0] ? AgendaRule.options.indexOf(reasons[0].reason) : AgendaRule.options.length;
}

function asked(request: WaitingRequest): Proposal {
  const { id, text, unitName } = request;
  return { projectId: null, decisionId: null, requestId: id, name: text, unitName, lamp: null, reasons: [requested(request)] };
}

/** A matter of its own bears the words in its title. */
function requested({ id, projectId, text, byName, isLeader }: WaitingRequest): ProposalReason {
  const request = projectId === null ? null : text;
  if (isLeader) return { reason: 'leader-request', requestId: id, byName, request };
  return { reason: 'unit-request', requestId: id, request };
}

function loose({ decisions, onAgenda }: Given): Proposal[] {
  return decisions
    .filter((decision) => !onAgenda.has(decision.id))
    .map(({ id, text, ownerName, days }) => ({
      ...{ projectId: null, decisionId: id, requestId: null, name: text, unitName: ownerName, lamp: null },
      reasons: [{ reason: 'decision-overdue', days }],
    }));
}

function reasonsOf(project: AgendaFacts, given: Given): ProposalReason[] {
  const own = given.requests.filter((one) => one.projectId === project.projectId);
  const hasReturned = project.returnWeek !== null && project.returnWeek >= given.week;
  const reasons: ProposalReason[] = [
    ...own.map(requested),
    ...lampReasons(project, given.rules),
    ...problemReasons(project.problems, given),
  ];
  if (project.decisionOverdueDays > 0) reasons.push({ reason: 'decision-overdue', days: project.decisionOverdueDays });
  if (project.nextStep && project.nextStep.overdueDays > 0) {
    reasons.push({ reason: 'step-overdue', step: project.nextStep.name, days: project.nextStep.overdueDays });
  }
  if (hasReturned && project.request) reasons.push({ reason: 'unit-request', requestId: null, request: project.request });
  if (!hasReturned && given.isReturnDue) reasons.push({ reason: 'no-return' });
  return reasons.sort((a, b) => AgendaRule.options.indexOf(a.reason) - AgendaRule.options.indexOf(b.reason));
}

/** Rows of months count only months that were cut; red as of today is said where it is no news. */
function lampReasons({ lamp, lampReason, cutLamps }: AgendaFacts, { off }: AgendaRules): ProposalReason[] {
  const [last, before] = cutLamps;
  const yellow = cutLamps.findIndex((each) => each !== 'yellow');
  const months = yellow === -1 ? cutLamps.length : yellow;
  const detail = lamp === 'red' ? lampReason : null;
  if (last === 'red' && before !== 'red' && !off.includes('new-red')) return [{ reason: 'new-red', detail }];
  if (lamp === 'red') return [{ reason: 'red-lamp', detail }];
  return months >= 2 ? [{ reason: 'yellow-again', months }] : [];
}

function problemReasons(problems: readonly AgendaProblem[], { today, rules }: Given): ProposalReason[] {
  const handedUp = problems.find((problem) => problem.isHandedUp);
  const oldest = problems.reduce<AgendaProblem | null>((found, one) => (found && found.raisedOn <= one.raisedOn ? found : one), null);
  const days = oldest ? daysSince(oldest.raisedOn, today) : 0;
  return [
    ...(handedUp ? [{ reason: 'problem-handed-up' as const, title: handedUp.title }] : []),
    ...(oldest && days > rules.problemDays ? [{ reason: 'problem-old' as const, title: oldest.title, days }] : []),
  ];
}

/** A reason as it is written behind the item on the agenda, the screen and the minutes. */
export function proposalText(why: ProposalReason): string {
  switch (why.reason) {
    case 'leader-request':
      return why.request ? `${why.byName}提请：${why.request}` : `${why.byName}提请`;
    case 'new-red':
      return why.detail ? `新转红灯：${why.detail}` : '新转红灯';
    case 'red-lamp':
      return why.detail ? `红灯：${why.detail}` : '红灯';
    case 'decision-overdue':
      return `议定事项逾期 ${why.days} 个工作日`;
    case 'problem-handed-up':
      return `问题提请例会：${why.title}`;
    case 'yellow-again':
      return `连续 ${why.months} 个月黄灯`;
    case 'step-overdue':
      return `${why.step}超期 ${why.days} 个工作日`;
    case 'problem-old':
      return `问题 ${why.days} 日未解决：${why.title}`;
    case 'unit-request':
      return why.request ? `单位提请：${why.request}` : '单位提请';
    case 'no-return':
      return '未填报';
    default:
      return assertNever(why);
  }
}

const LONGEST_REASON = 200;
const LONGEST_TITLE = 120;

/** A proposal as the office puts it on the agenda with one press: every reason, as far as an item holds them. */
export function proposedItem({ projectId, decisionId, requestId, name, reasons }: Proposal): NewItem {
  const title = decisionId === null ? name : `督办：${name}`;
  return {
    ...{ projectId, reason: reasons.map(proposalText).join('；').slice(0, LONGEST_REASON) },
    ...(projectId === null ? { title: title.slice(0, LONGEST_TITLE) } : {}),
    ...(decisionId === null ? {} : { decisionId }),
    ...(requestId === null ? {} : { requestId }),
  };
}
