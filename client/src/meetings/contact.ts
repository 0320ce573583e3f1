import { useEffect, useRef, useState } from 'react';
import { useTRPCClient } from '../app/trpc.ts';

const BEAT_MS = 4_000;
/** A request on a dead line can hang for minutes: each heartbeat gives up before the next one is due. */
const GIVE_UP_MS = 3_500;
const STALE_AFTER_MS = 15_000;

/**
 * Whether the server was heard of lately. A stream on a dead line looks alive for a while, so the screen asks by
 * itself; when the server is back after a silence, `onBack` fetches what was missed.
 */
export function useContact(onBack: () => void): { isStale: boolean; isStranger: boolean } {
  const client = useTRPCClient();
  const [isStale, setStale] = useState(false);
  const [isStranger, setStranger] = useState(false);
  const latest = useRef(onBack);
  latest.current = onBack;

  useEffect(() => {
    let heardAt = performance.now();
    let missed = 0;
    let isGone = false;
    async function beat(): Promise<void> {
      try {
        const me = await client.auth.me.query(undefined, { signal: AbortSignal.timeout(GIVE_UP_MS) });
        if (isGone) return;
        heardAt = performance.now();
        setStranger(me.actor === null);
        if (missed > 0) latest.current();
        missed = 0;
      } catch {
        missed++;
      }
      if (!isGone) setStale(performance.now() - heardAt > STALE_AFTER_MS);
    }
    const timer = setInterval(() => void beat(), BEAT_MS);
    void beat();
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [client]);
  return { isStale, isStranger };
}
