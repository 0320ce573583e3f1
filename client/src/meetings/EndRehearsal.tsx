import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Week } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPCClient } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import type { ScreenData } from './ConsolePage.tsx';
import { seriesQuery } from './series.ts';

type EndRehearsalProps = {
  week: Week;
  series: ScreenData['series'];
  /** Waited for first: a word still on its way would begin the rehearsal anew. */
  onEnd: () => Promise<void>;
};

/** Clears the screen and goes back to the meeting's page; nothing of the rehearsal was kept. */
export function EndRehearsal({ week, series, onEnd }: EndRehearsalProps) {
  const { rehearsal } = useMessages().meetings;
  const [, navigate] = useLocation();
  const client = useTRPCClient();
  const end = useMutation({
    mutationFn: async () => {
      await onEnd();
      await client.meetings.endRehearsal.mutate({ seriesId: series.id, week });
    },
    onSettled: () => navigate(`/meetings${seriesQuery(series)}`),
  });
  return (
    <Button look="primary" busy={end.isPending} onClick={() => end.mutate()}>
      {rehearsal.end}
    </Button>
  );
}
