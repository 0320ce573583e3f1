import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import type { LiveMessage } from '#shared/live/schema.ts';

/** What a tab hears: messages of the district, whether the line is up, and if it is not, whether the session has ended. */
export type LiveNews = { kind: 'message'; message: LiveMessage } | { kind: 'line'; isUp: boolean; isSignedOut: boolean };

type Me = { result: { data: inferRouterOutputs<AppRouter>['auth']['me'] } };

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
/** The server says something at least every ten seconds; a line that is silent for three of them is dead. */
const SILENT_MS = 30_000;

/**
 * Holds one stream open and opens it again, from the last sequence number it saw, whenever it ends. The procedure
 * `live.stream` is heard by the browser's own means: a shared worker should not bring a client of its own for one call.
 * A session that has ended stays silent until somebody signs in and says so.
 */
export function openSource(origin: string, tell: (news: LiveNews) => void): { restart: () => void } {
  let lastEventId: number | null = null;
  let wait = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let silence: ReturnType<typeof setTimeout> | null = null;
  let stream: EventSource | null = null;

  function open(): void {
    timer = null;
    stream?.close();
    const own = new EventSource(`${origin}/trpc/live.stream?input=${encodeURIComponent(JSON.stringify({ lastEventId }))}`);
    stream = own;
    // A stream that is let go must not ask for the next one too.
    const ends = (next: () => void) => {
      if (stream !== own) return;
      letGo();
      next();
    };
    const alive = () => {
      if (silence) clearTimeout(silence);
      silence = setTimeout(() => ends(again), SILENT_MS);
    };
    alive();
    own.onmessage = ({ data }: MessageEvent<string>) => {
      alive();
      const message: LiveMessage = JSON.parse(data);
      if ('seq' in message) lastEventId = message.seq;
      wait = FIRST_WAIT_MS;
      tell({ kind: 'line', isUp: true, isSignedOut: false });
      tell({ kind: 'message', message });
    };
    own.addEventListener('ping', alive);
    own.addEventListener('return', () => ends(again));
    own.addEventListener('serialized-error', () => ends(askWhy));
    own.onerror = () => ends(askWhy);
  }

  function letGo(): void {
    stream?.close();
    stream = null;
    if (silence) clearTimeout(silence);
  }

  /** A browser does not say why it could not open a stream: the server is asked whether anybody is signed in. */
  async function askWhyNow(): Promise<void> {
    tell({ kind: 'line', isUp: false, isSignedOut: false });
    const isSignedOut = await whoAmI(origin).then(
      ({ result }) => result.data.actor === null,
      () => false,
    );
    // Somebody may have signed in, and begun anew, meanwhile.
    if (stream !== null || timer !== null) return;
    if (isSignedOut) tell({ kind: 'line', isUp: false, isSignedOut });
    else again();
  }

  function askWhy(): void {
    void askWhyNow();
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

async function whoAmI(origin: string): Promise<Me> {
  const response = await fetch(`${origin}/trpc/auth.me`, { cache: 'no-store' });
  return response.json();
}
