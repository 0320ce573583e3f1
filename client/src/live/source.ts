import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import type { AppRouter } from '#server/router.ts';
import { LiveMessage } from '#shared/live/schema.ts';

/** What a tab hears: messages of the district, whether the line is up, and if it is not, whether the session has ended. */
export type LiveNews = { kind: 'message'; message: LiveMessage } | { kind: 'line'; isUp: boolean; isSignedOut: boolean };

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;

/**
 * Holds one stream open and opens it again, from the last sequence number it saw, whenever it ends.
 * A session that has ended stays silent until somebody signs in and says so.
 */
export function openSource(origin: string, tell: (news: LiveNews) => void): { restart: () => void } {
  const url = `${origin}/trpc`;
  const client = createTRPCClient<AppRouter>({
    links: [splitLink({ condition: ({ type }) => type === 'subscription', true: httpSubscriptionLink({ url }), false: httpLink({ url }) })],
  });
  let lastEventId: number | null = null;
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let subscription: { unsubscribe: () => void } | null = null;
  let opened = 0;

  function open(): void {
    timer = null;
    // A stream that is let go says so too; only the latest one may ask for the next.
    opened++;
    const own = opened;
    const whileOwn = (act: () => void) => () => {
      if (own === opened) act();
    };
    subscription?.unsubscribe();
    subscription = client.live.stream.subscribe(
      { lastEventId },
      {
        onData: ({ data }) => {
          const message = LiveMessage.parse(data);
          if (message.type !== 'screen') lastEventId = message.seq;
          wait = FIRST_WAIT_MS;
          tell({ kind: 'line', isUp: true, isSignedOut: false });
          tell({ kind: 'message', message });
        },
        onConnectionStateChange: (state) => {
          if (state.state === 'connecting' && state.error) tell({ kind: 'line', isUp: false, isSignedOut: false });
        },
        onError: whileOwn(() => void askWhy(whileOwn)),
        onComplete: whileOwn(again),
      },
    );
  }

  /** A browser does not say why it could not open a stream: the server is asked whether anybody is signed in. */
  async function askWhy(whileOwn: (act: () => void) => () => void): Promise<void> {
    tell({ kind: 'line', isUp: false, isSignedOut: false });
    const me = await client.auth.me.query().catch(() => null);
    const isSignedOut = me !== null && me.actor === null;
    whileOwn(isSignedOut ? () => tell({ kind: 'line', isUp: false, isSignedOut }) : again)();
  }

  function again(): void {
    tell({ kind: 'line', isUp: false, isSignedOut: false });
    if (timer) return;
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
