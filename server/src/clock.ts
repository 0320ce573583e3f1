import type { Instant } from '#shared/kit/calendar.ts';

/** The one place that "now" comes from. */
export type Clock = () => Instant;

export const systemClock: Clock = () => new Date().toISOString() as Instant;
