import { useQuery } from '@tanstack/react-query';
import type { Quarter } from '#shared/kit/calendar.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { useProposeByRule } from '../flags/mutations.ts';
import { Button } from '../kit/Button.tsx';
import { useToast } from '../kit/Toast.tsx';

/** Writes down what the rule proposes; says so when there is nothing left to propose. */
export function ProposeByRule({ quarter }: { quarter: Quarter }) {
  const messages = useMessages();
  const trpc = useTRPC();
  const toast = useToast();
  const propose = useProposeByRule();
  const verdicts = useQuery(trpc.flags.preview.queryOptions({ quarter })).data;
  const flagged = useQuery(trpc.flags.list.queryOptions({ quarter })).data?.flags;
  if (!verdicts || !flagged) return null;
  const due = verdicts.filter((one) => one.outcome === 'proposed' && !flagged.some((flag) => flag.projectId === one.projectId));
  return (
    <Button
      look="primary"
      busy={propose.isPending}
      disabled={due.length === 0}
      title={due.length === 0 ? refusalSentence({ reason: 'nothing-to-propose' }, messages) : undefined}
      onClick={() => propose.mutate({ quarter }, { onSuccess: ({ proposed }) => toast({ text: messages.flags.proposed(proposed) }) })}
    >
      {messages.flags.proposeByRule}
    </Button>
  );
}
