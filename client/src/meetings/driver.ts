import { useRef, useState } from 'react';
import type { Week } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { driven } from '#shared/meetings/drive.ts';
import type { DecisionDraft, ShowOnScreen } from '#shared/meetings/inputs.ts';
import type { ScreenCover, ScreenPage, ScreenState } from '#shared/meetings/schema.ts';
import { serverNow, useSession } from '../app/now.ts';
import { useTRPCClient } from '../app/trpc.ts';
import { useLive } from '../live/live.ts';
import { useNewest } from './newest.ts';

/** For so long what comes back is taken as the echo of what was sent. */
const ECHO_MS = 1_000;
const CONSOLE_KEY = 'tuijin.console';

/** A tab's own name among the consoles; it outlives a reload. */
function ownConsoleId(): string {
  const kept = sessionStorage.getItem(CONSOLE_KEY);
  if (kept !== null && /^[0-9a-f]{16}$/.test(kept)) return kept;
  const drawn = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  sessionStorage.setItem(CONSOLE_KEY, drawn);
  return drawn;
}

/** The console's hand on the screen: what the screen shows, whether this console drives it, and how it is told. */
export function useScreenDriver(
  meeting: { id: Id<'meeting'>; seriesId: Id<'meetingSeries'>; week: Week; isRehearsal: boolean },
  first: ScreenState | null,
  onTakenOver: (byName: string) => void,
) {
  const client = useTRPCClient();
  const { seriesId, week, isRehearsal } = meeting;
  const { actor } = useSession();
  const [consoleId] = useState(ownConsoleId);
  const [state, setState] = useState(first);
  const sentAt = useRef(Number.NEGATIVE_INFINITY);

  async function ask(): Promise<void> {
    const answer = await client.meetings.screen.query({ seriesId }).catch(() => null);
    if (answer?.meeting.id === meeting.id) setState(answer.state);
  }
  const turns = useNewest<ShowOnScreen>((turn) => client.meetings.show.mutate(turn), ask);
  const drafts = useNewest<{ draft: DecisionDraft | null }>(
    ({ draft }) => client.meetings.type.mutate({ seriesId, week, draft, isRehearsal }),
    ask,
  );

  useLive((message) => {
    if (message.type !== 'screen' || message.screen?.meetingId !== meeting.id) return;
    const { screen } = message;
    const isOwn = screen.driver === null || screen.driver.consoleId === consoleId;
    if (isOwn && performance.now() - sentAt.current < ECHO_MS) return;
    if (!isOwn) {
      turns.drop();
      if (state?.driver?.consoleId === consoleId && screen.driver) onTakenOver(screen.driver.name);
    }
    setState(screen);
  });

  function turn(show: ScreenPage, cover: ScreenCover | null, takeOver = false): void {
    if (actor === null) return;
    sentAt.current = performance.now();
    setState((before) => driven(before, meeting.id, { consoleId, show, cover, isRehearsal }, actor, serverNow()));
    turns.send({ seriesId, week, consoleId, takeOver, isRehearsal, show, cover });
  }

  return {
    state,
    /** Null where nobody else drives. */
    otherDriver: state?.driver && state.driver.consoleId !== consoleId ? state.driver.name : null,
    turn,
    takeOver: () => turn(state?.show ?? { page: 'overview' }, state?.cover ?? null, true),
    type: (draft: DecisionDraft | null) => drafts.send({ draft }),
    /** Says nothing more to the screen; done once what is on its way has been answered. */
    end: async () => {
      await Promise.all([turns.end(), drafts.end()]);
    },
    isLost: turns.isLost || drafts.isLost,
  };
}
