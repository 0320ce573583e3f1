import type { ChaseUnits } from '#shared/returns/chases.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useChase } from './mutations.ts';

/** Asks one unit, or all that owe, for their returns. */
export function ChaseButton({ asked, label, name }: { asked: ChaseUnits; label: string; name: string }) {
  const messages = useMessages();
  const toast = useToast();
  const chase = useChase();
  return (
    <Button
      size="small"
      icon="bell"
      aria-label={name}
      busy={chase.isPending}
      onClick={() =>
        chase.mutate(asked, {
          onSuccess: (done) => toast({ text: messages.returns.office.chased(done.length) }),
          onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
        })
      }
    >
      {label}
    </Button>
  );
}
