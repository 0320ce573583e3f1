import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Week } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import type { ScreenData } from './ConsolePage.tsx';
import { seriesQuery } from './series.ts';

/** Clears the screen and goes back to the meeting's page; nothing of the rehearsal was kept. */
export function EndRehearsal({ week, series }: { week: Week; series: ScreenData['series'] }) {
  const { rehearsal } = useMessages().meetings;
  const [, navigate] = useLocation();
  const end = useMutation(useTRPC().meetings.endRehearsal.mutationOptions());
  return (
    <Button
      look="primary"
      busy={end.isPending}
      onClick={() => end.mutate({ seriesId: series.id, week }, { onSettled: () => navigate(`/meetings${seriesQuery(series)}`) })}
    >
      {rehearsal.end}
    </Button>
  );
}
