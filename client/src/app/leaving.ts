import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '../kit/Toast.tsx';
import type { Unsent } from '../outbox/unsent.ts';
import { errorSentence } from './errors.ts';
import { useMessages } from './language.tsx';
import { useTRPC } from './trpc.ts';

/** Signing out: at once where nothing would be lost, else after a choice. `unsent` is what the choice is about. */
export function useLeaving(actorId: string) {
  const trpc = useTRPC();
  const messages = useMessages();
  const toast = useToast();
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const signOut = useMutation(
    trpc.auth.signOut.mutationOptions({
      onSuccess: async () => {
        const { forgetRead } = await import('../outbox/unsent.ts');
        await forgetRead();
        window.location.assign('/');
      },
      onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
    }),
  );
  return {
    unsent,
    ask: async () => {
      const { countUnsent } = await import('../outbox/unsent.ts');
      const found = await countUnsent(actorId);
      if (found.waiting + found.drafts === 0) signOut.mutate();
      else setUnsent(found);
    },
    stay: () => setUnsent(null),
    leave: async (what: 'keep' | 'clear') => {
      setUnsent(null);
      const { clearUnsent } = await import('../outbox/unsent.ts');
      if (what === 'clear') await clearUnsent(actorId);
      signOut.mutate();
    },
  };
}
