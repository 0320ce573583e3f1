import { addMs, type Instant } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Channel, Dispatch, SetChannel, TestChannel } from './schema.ts';

/** After each attempt that failed the next waits longer; in minutes. Half a day in all, then a person has to look. */
const WAITS_MINUTES = [1, 5, 15, 60, 240, 480];

/** How long a message that is being sent is left to whoever sends it, before another takes it up; in milliseconds. */
export const LEASE_MS = 5 * 60_000;

/** Why a channel is not set, tested or tried again. */
export type ChannelReason = 'secret-needed' | 'channel-not-set' | 'address-missing' | 'dispatch-not-failed' | 'not-sent';

/**
 * What was kept secret goes to no other server than the one that it was given for: whoever changes where it is sent, or as
 * whom, gives it again.
 */
export function whyNotSetChannel(before: Channel, input: SetChannel): Refusal<ChannelReason> | null {
  if (input.secret !== null) return null;
  if (input.kind === 'webhook') return before.hasSecret ? null : { reason: 'secret-needed' };
  if (input.settings.user === null) return null;
  const was = before.kind === 'email' ? before.settings : null;
  const isSame = was !== null && was.host === input.settings.host && was.port === input.settings.port && was.user === input.settings.user;
  const isAsSafe = isSame && (was.security === input.settings.security || input.settings.security !== 'none');
  return before.hasSecret && isAsSafe ? null : { reason: 'secret-needed' };
}

/** Why nothing is sent to try: a letter needs an address. */
export function whyNotTest({ kind, to }: TestChannel): Refusal<ChannelReason> | null {
  return kind === 'email' && to === null ? { reason: 'address-missing' } : null;
}

/** A message that the other side has taken. */
export function sent(dispatch: Dispatch, now: Instant): Dispatch {
  return { ...dispatch, state: 'sent', attempts: dispatch.attempts + 1, sentAt: now, error: null };
}

/** A message that did not go through: it waits for its next turn, and after the last one it has failed. */
export function notSent(dispatch: Dispatch, error: string, now: Instant): Dispatch {
  const wait = WAITS_MINUTES[dispatch.attempts];
  const tried = { ...dispatch, attempts: dispatch.attempts + 1, error: error.slice(0, 300) };
  return wait === undefined ? { ...tried, state: 'failed' } : { ...tried, nextAt: addMs(now, wait * 60_000) };
}

/** Only what has failed for good is tried again by hand; the rest has its turn. */
export function whyNotRetry(dispatch: Pick<Dispatch, 'state'>): Refusal<ChannelReason> | null {
  return dispatch.state === 'failed' ? null : { reason: 'dispatch-not-failed', state: dispatch.state };
}

/** The message at the beginning of its turns once more. */
export function retried(dispatch: Dispatch, now: Instant): Dispatch {
  return { ...dispatch, state: 'waiting', attempts: 0, nextAt: now };
}
