import type { Role } from '../accounts/schema.ts';
import { mayCall, type ProcedureName } from '../auth/permissions.ts';
import type { Notice, NoticeKind } from './schema.ts';

type Place = { tab: string } | { path: string; needs: ProcedureName };

const decisions: Place = { tab: 'decisions' };
const followUp: Place = { path: '/decisions', needs: 'decisions.list' };
const meeting: Place = { path: '/meetings', needs: 'meetings.current' };
const ownItems: Place = { path: '/decisions/own', needs: 'decisions.answer' };
const problems: Place = { tab: 'problems' };
// What is assigned to a unit may be about another's project: the list shows it to both.
const assigned: Place = { path: '/problems', needs: 'problems.listed' };
const steps: Place = { tab: 'steps' };
const bulletins: Place = { path: '/bulletins', needs: 'bulletins.view' };
const flags: Place = { path: '/inspections', needs: 'flags.list' };
const returns: Place = { path: '/returns', needs: 'returns.submit' };

/** Where each kind of notice leads: a tab of its project, or a page. */
const places: Readonly<Record<NoticeKind, Place>> = {
  'return-sent-back': returns,
  'return-chased': returns,
  'decision-owner': followUp,
  'decision-helper': followUp,
  'decision-reopened': followUp,
  'decision-answered': followUp,
  'decision-sent-back': followUp,
  'agenda-listed': ownItems,
  'agenda-asked': meeting,
  'agenda-taken': decisions,
  'agenda-declined': decisions,
  'remark-written': decisions,
  'problem-assigned': assigned,
  'problem-helper': assigned,
  'problem-escalated': problems,
  'problem-sent-back': assigned,
  'problem-handed-up': problems,
  'problem-solved': problems,
  'step-accepted': { path: '/approvals', needs: 'approvals.waiting' },
  'step-moved': steps,
  'step-lapsed': steps,
  'signoff-asked': steps,
  'signoff-decided': steps,
  'project-given': { tab: 'overview' },
  'officer-set': { tab: 'overview' },
  'handed-over': returns,
  'bulletin-to-review': bulletins,
  'bulletin-to-cosign': { path: '/bulletins/cosign', needs: 'bulletins.toCosign' },
  'bulletin-to-sign': bulletins,
  'bulletin-sent-back': bulletins,
  'bulletin-to-issue': bulletins,
  'bulletin-issued': bulletins,
  'report-issued': { path: '/documents', needs: 'documents.register' },
  'flag-to-sign': flags,
  'flag-announced': flags,
  'scoring-opened': { path: '/score', needs: 'scoresheets.mine' },
  'import-undone': { path: '/import', needs: 'imports.preview' },
};

/**
 * The address that a notice leads to, or null: a unit that is only asked to help has no page of the project, and the
 * notice itself says what it has to know.
 */
export function placeOf(notice: Pick<Notice, 'kind' | 'projectId'> & { isOpen: boolean }, role: Role): string | null {
  const place = places[notice.kind];
  if ('path' in place) return mayCall(role, place.needs) ? place.path : null;
  return notice.projectId && notice.isOpen ? `/projects/${notice.projectId}/${place.tab}` : null;
}
