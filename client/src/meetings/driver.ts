import { useCallback, useEffect, useRef, useState } from 'react';
import type { ShowOnScreen } from '#shared/meetings/inputs.ts';
import { failureOf } from '../app/errors.ts';
import { useTRPCClient } from '../app/trpc.ts';

/** As often as the room can see a difference, and no oftener. */
const THROTTLE_MS = 120;
const RETRY_MS = 1_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends what the screen is to show: the first at once, then at most one at a time and always the newest, so that a
 * slow line shows fewer steps but never an old one last. What did not arrive is sent again until it does.
 */
export function useScreenDriver() {
  const client = useTRPCClient();
  const wanted = useRef<ShowOnScreen | null>(null);
  const isBusy = useRef(false);
  const isGone = useRef(false);
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const pump = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    while (wanted.current && !isGone.current) {
      const next = wanted.current;
      wanted.current = null;
      try {
        await Promise.all([client.meetings.show.mutate(next), pause(THROTTLE_MS)]);
        setLost(false);
      } catch (error) {
        // A refusal is an answer: the meeting was closed meanwhile, and asking again would not change it.
        if (failureOf(error) !== null) continue;
        setLost(true);
        wanted.current ??= next;
        await pause(RETRY_MS);
      }
    }
    isBusy.current = false;
  }, [client]);

  const send = useCallback(
    (show: ShowOnScreen) => {
      wanted.current = show;
      void pump();
    },
    [pump],
  );
  return { send, isLost, isSending: () => isBusy.current };
}
