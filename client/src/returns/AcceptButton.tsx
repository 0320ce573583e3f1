import type { WeeklyReturn } from '#shared/returns/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useAccept } from './mutations.ts';

/** Accepts one return of a list. */
export function AcceptButton({ given, name }: { given: Pick<WeeklyReturn, 'id' | 'version'>; name: string }) {
  const messages = useMessages();
  const { office } = messages.returns;
  const toast = useToast();
  const accept = useAccept();
  return (
    <Button
      size="small"
      aria-label={`${office.accept} ${name}`}
      busy={accept.isPending}
      onClick={() =>
        accept.mutate(
          { id: given.id, version: given.version },
          {
            onSuccess: () => toast({ text: office.accepted(name) }),
            onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
          },
        )
      }
    >
      {office.accept}
    </Button>
  );
}
