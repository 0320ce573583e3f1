import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Day, dayOf, type Instant } from '#shared/kit/calendar.ts';
import { useTRPC } from './trpc.ts';

const TICK_MS = 20_000;

/** How far this device's clock is from the server's; pages show the server's time. */
let offsetMs = 0;

/** Sets this device's reckoning by the server's time that has just come. */
export function setClock(now: Instant): void {
  offsetMs = Date.parse(now) - Date.now();
}

/** The session: who is signed in here. Undefined while it is being asked for. */
export function useSession() {
  const trpc = useTRPC();
  const { data, isPending } = useQuery(trpc.auth.me.queryOptions(undefined, { staleTime: 5 * 60_000 }));
  useEffect(() => {
    if (data) setClock(data.now);
  }, [data]);
  return { actor: data?.actor ?? null, mustChangePassword: data?.mustChangePassword ?? false, isPending };
}

/** The server's time as well as this device knows it. */
export function serverNow(): Instant {
  return new Date(Date.now() + offsetMs).toISOString() as Instant;
}

/** The server's time, wound on every twenty seconds unless it is asked for more finely. */
export function useNow(tickMs = TICK_MS): Instant {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), tickMs);
    return () => clearInterval(timer);
  }, [tickMs]);
  return now;
}

/** The office's calendar day by the server's clock. */
export function useToday(): Day {
  return dayOf(useNow());
}
