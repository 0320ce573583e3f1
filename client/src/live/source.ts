import { createTRPCClient, httpSubscriptionLink } from '@trpc/client';
import type { AppRouter } from '#server/router.ts';
import { LiveMessage } from '#shared/live/schema.ts';

/** What a tab hears: messages of the district, and whether the line is up. */
export type LiveNews = { kind: 'message'; message: LiveMessage } | { kind: 'line'; isUp: boolean };

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;

/**
 * Holds one stream open and opens it again, from the last sequence number it saw, whenever it ends.
 * A session that has ended stays silent until somebody signs in and says so.
 */
export function openSource(origin: string, tell: (news: LiveNews) => void): { restart: () => void } {
  const client = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: `${origin}/trpc` })] });
  let lastEventId: number | null = null;
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let subscription: { unsubscribe: () => void } | null = null;

  function open(): void {
    timer = null;
    subscription?.unsubscribe();
    subscription = client.live.stream.subscribe(
      { lastEventId },
      {
        onData: ({ data }) => {
          const message = LiveMessage.parse(data);
          if (message.type !== 'screen') lastEventId = message.seq;
          wait = FIRST_WAIT_MS;
          tell({ kind: 'line', isUp: true });
          tell({ kind: 'message', message });
        },
        onConnectionStateChange: (state) => {
          if (state.state === 'connecting' && state.error) tell({ kind: 'line', isUp: false });
        },
        onError: (error) => again(error.data?.httpStatus === 401 || error.data?.httpStatus === 403),
        onComplete: () => again(false),
      },
    );
  }

  function again(isSignedOut: boolean): void {
    tell({ kind: 'line', isUp: false });
    if (isSignedOut || timer) return;
    timer = setTimeout(open, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }

  open();
  return {
    restart: () => {
      if (timer) clearTimeout(timer);
      lastEventId = null;
      wait = FIRST_WAIT_MS;
      open();
    },
  };
}
