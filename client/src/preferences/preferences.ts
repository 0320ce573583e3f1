import { useMutation } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { chosen } from '#shared/preferences/rules.ts';
import type { KeepPreferences, Preferences } from '#shared/preferences/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession, useSessionPreferences } from '../app/now.ts';
import { useTRPCClient } from '../app/trpc.ts';
import { useToast } from '../kit/Toast.tsx';
import { deviceIsDark, keepTheme, putTheme } from './theme.ts';

type Choice = Omit<KeepPreferences, 'version'>;

/** How the person signed in likes to work; it comes along with the session. */
export function usePreferences(): Preferences {
  return useSession().preferences;
}

/** Draws every page in the theme that the person has chosen, and follows the device where they leave it to it. */
export function useTheme(): void {
  const { isPending, preferences } = useSession();
  const { theme } = preferences;
  useLayoutEffect(() => {
    if (isPending) return;
    const put = () => putTheme(theme);
    put();
    keepTheme(theme);
    const device = deviceIsDark();
    device.addEventListener('change', put);
    return () => device.removeEventListener('change', put);
  }, [isPending, theme]);
}

/** Keeps a choice: it holds at once, and goes with the person to every other browser. */
export function useKeepPreferences(): (choice: Choice) => void {
  const client = useTRPCClient();
  const session = useSessionPreferences();
  const messages = useMessages();
  const toast = useToast();
  const { mutate } = useMutation({
    // One after another, each on the version that the one before has left.
    scope: { id: 'preferences' },
    mutationFn: (choice: Choice) => client.preferences.keep.mutate({ ...choice, version: session.read().version }),
    onMutate: (choice: Choice) => {
      const before = session.read();
      session.put(chosen(before, { ...choice, version: before.version }));
    },
    onSuccess: ({ version }) => session.put({ ...session.read(), version }),
    onError: (error) => {
      toast({ tone: 'failure', text: errorSentence(error, messages) });
      void session.askAgain();
    },
  });
  return mutate;
}
