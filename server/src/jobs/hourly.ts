import type { Instant } from '#shared/kit/calendar.ts';
import type { Services } from '../services.ts';

const HOUR_MS = 3_600_000;

/** What a server does by itself: looks whether there is anything to do, and does it. Doing it twice does nothing more. */
export type Job = (services: Services) => Promise<void>;

/**
 * Looks at once and then at every full hour, so that what midnight asks for is done at midnight; one job after another.
 * Answers how to stop. What fails keeps no other from its turn, and is tried again.
 */
export function keepDoing(services: Services, jobs: readonly Job[], onError: (error: unknown) => void): () => void {
  const turn = async () => {
    for (const job of jobs) await job(services).catch(onError);
  };
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(() => {
      void turn();
      wait();
    }, untilFullHour(services.clock()));
    timer.unref();
  };
  void turn();
  wait();
  return () => clearTimeout(timer);
}

/** Milliseconds to the next full hour, which every zone that matters here shares; never none, or it would turn on the spot. */
export function untilFullHour(now: Instant): number {
  return HOUR_MS - (Date.parse(now) % HOUR_MS);
}
