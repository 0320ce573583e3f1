import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type Day, dayOf, type Instant } from '#shared/kit/calendar.ts';
import { useTRPC } from './trpc.ts';

const TICK_MS = 20_000;

/** How far this device's clock is from the server's; pages show the server's time. */
let offsetMs = 0;

/** The session: who is signed in here. Undefined while it is being asked for. */
export function useSession() {
  const trpc = useTRPC();
  const { data, isPending } = useQuery(trpc.auth.me.queryOptions(undefined, { staleTime: 5 * 60_000 }));
  useEffect(() => {
    if (data) offsetMs = Date.parse(data.now) - Date.now();
  }, [data]);
  return { actor: data?.actor ?? null, mustChangePassword: data?.mustChangePassword ?? false, isPending };
}

function serverNow(): Instant {
  return new Date(Date.now() + offsetMs).toISOString() as Instant;
}

/** The server's time, wound on every twenty seconds. */
export function useNow(): Instant {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The office's calendar day by the server's clock. */
export function useToday(): Day {
  return dayOf(useNow());
}
