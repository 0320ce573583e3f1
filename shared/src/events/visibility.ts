import type { Role } from '../accounts/schema.ts';
import type { EventAction } from './schema.ts';

/** Acts of the office that a unit hears of only when they are made public: nominations, entries, flags and reports on their way. */
const confidential = new Set<EventAction>([
  'nomination.added',
  'nomination.moved',
  'nomination.withdrawn',
  'entry.added',
  'entry.moved',
  'entry.withdrawn',
  'scoresheet.submitted',
  'flag.proposed',
  'flag.moved',
  'flag.withdrawn',
  'report.begun',
  'report.composed',
  'report.withdrawn',
  'report.discarded',
]);

const insiders = new Set<Role>(['office', 'leader', 'auditor', 'admin']);

/** Whether somebody of this role may learn that an act has happened. */
export function mayHear(role: Role, action: EventAction): boolean {
  return insiders.has(role) || !confidential.has(action);
}
