import { useCallback, useEffect, useRef, useState } from 'react';
import { failureOf } from '../app/errors.ts';
import { pause } from '../kit/pause.ts';

/** As often as the room can see a difference, and no oftener. */
const THROTTLE_MS = 120;
const RETRY_MS = 1_000;

/**
 * Delivers what changes quickly: the first at once, then at most one at a time and always the newest, so that a slow
 * line shows fewer steps but never an old one last. What did not arrive is sent again until it does.
 */
export function useNewest<Message>(deliver: (message: Message) => Promise<unknown>, onRefused: () => Promise<void>) {
  const wanted = useRef<Message | null>(null);
  const running = useRef<Promise<void>>(null);
  const isGone = useRef(false);
  const [isLost, setLost] = useState(false);
  const latest = useRef({ deliver, onRefused });
  latest.current = { deliver, onRefused };

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const pump = useCallback(async () => {
    while (wanted.current !== null && !isGone.current) {
      const next = wanted.current;
      wanted.current = null;
      try {
        await Promise.all([latest.current.deliver(next), pause(THROTTLE_MS)]);
        setLost(false);
      } catch (error) {
        // A refusal is an answer: asking again would not change it.
        if (failureOf(error) !== null) {
          setLost(false);
          await latest.current.onRefused();
          continue;
        }
        setLost(true);
        wanted.current ??= next;
        await pause(RETRY_MS);
      }
    }
    running.current = null;
  }, []);

  const send = useCallback(
    (message: Message) => {
      if (isGone.current) return;
      wanted.current = message;
      running.current ??= pump();
    },
    [pump],
  );
  const drop = useCallback(() => {
    wanted.current = null;
  }, []);
  /** Sends nothing more; done once what is on its way has been answered. */
  const end = useCallback(async () => {
    isGone.current = true;
    await running.current;
  }, []);
  return { send, drop, end, isLost };
}
