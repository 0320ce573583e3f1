import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useEffect, useMemo, useState } from 'react';
import type { AppRouter } from '#server/router.ts';
import { type Day, dayOf, type Instant } from '#shared/kit/calendar.ts';
import { usualPreferences } from '#shared/preferences/rules.ts';
import type { Preferences } from '#shared/preferences/schema.ts';
import { askOrKept, type Kept } from '../kit/kept.ts';
import { isUnreachable } from './errors.ts';
import { trpcClient, useTRPC } from './trpc.ts';

const TICK_MS = 20_000;

type Session = Kept<inferRouterOutputs<AppRouter>['auth']['me']>;

/** How far this device's clock is from the server's; pages show the server's time. */
let offsetMs = 0;

/** Sets this device's reckoning by the server's time that has just come. */
export function setClock(now: Instant): void {
  offsetMs = Date.parse(now) - Date.now();
}

/** The clock is set by each fresh answer, also by one that says nothing new: a page that opened without a line had none. */
async function askForSession() {
  const session = await askOrKept('session', () => trpcClient.auth.me.query(), isUnreachable);
  if (session.keptAt === null) setClock(session.answer.now);
  return session;
}

/** Who is signed in here, under the key of its procedure. */
export function sessionQuery(trpc: ReturnType<typeof useTRPC>) {
  return { queryKey: trpc.auth.me.queryKey(), queryFn: askForSession, staleTime: 5 * 60_000 };
}

/**
 * The session: who is signed in here; without a line, who was when the server last answered (`isKept`). Undefined while it
 * is being asked for.
 */
export function useSession() {
  const { data, isPending } = useQuery(sessionQuery(useTRPC()));
  const { actor = null, mustChangePassword = false, preferences = usualPreferences } = data?.answer ?? {};
  return { actor, mustChangePassword, preferences, isPending, isKept: data !== undefined && data.keptAt !== null };
}

/** Reads and changes how the person works in the session that this page holds. */
export function useSessionPreferences() {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  return useMemo(() => {
    const queryKey: QueryKey = trpc.auth.me.queryKey();
    return {
      read: () => queryClient.getQueryData<Session>(queryKey)?.answer.preferences ?? usualPreferences,
      put: (preferences: Preferences) =>
        queryClient.setQueryData<Session>(queryKey, (held) => held && { ...held, answer: { ...held.answer, preferences } }),
      askAgain: () => queryClient.invalidateQueries({ queryKey }),
    };
  }, [queryClient, trpc]);
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
