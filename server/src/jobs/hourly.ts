import type { Services } from '../services.ts';

const HOUR_MS = 3_600_000;

/** What a server does by itself: looks whether there is anything to do, and does it. Doing it twice does nothing more. */
export type Job = (services: Services) => Promise<void>;

/** Looks at once and every hour, one job after another; answers how to stop. What fails keeps no other from its turn, and is tried again. */
export function keepDoing(services: Services, jobs: readonly Job[], onError: (error: unknown) => void): () => void {
  const turn = async () => {
    for (const job of jobs) await job(services).catch(onError);
  };
  void turn();
  const timer = setInterval(() => void turn(), HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}
