import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Week } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';

/** Clears the screen and goes back to the meeting's page; nothing of the rehearsal was kept. */
export function EndRehearsal({ week }: { week: Week }) {
  const { rehearsal } = useMessages().meetings;
  const [, navigate] = useLocation();
  const end = useMutation(useTRPC().meetings.endRehearsal.mutationOptions());
  return (
    <Button look="primary" busy={end.isPending} onClick={() => end.mutate({ week }, { onSettled: () => navigate('/meetings') })}>
      {rehearsal.end}
    </Button>
  );
}
