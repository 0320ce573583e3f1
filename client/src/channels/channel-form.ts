import { type SubmitEvent, useState } from 'react';
import { type Channel, SetChannel } from '#shared/channels/schema.ts';
import { wrongFields } from '../app/fields.ts';
import { useMessages } from '../app/language.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useSetChannel } from './mutations.ts';

/** What was typed, as it will be sent, but for the version: the form keeps that of what it opened or last saved. */
type Typed = Omit<SetChannel, 'version'>;

/**
 * What the forms of both channels do alike: faults are shown once somebody has asked to save, and what is saved becomes what
 * the form has opened. `onSaved` drops the secret that was typed.
 */
export function useChannelForm(channel: Channel, typed: Typed, onSaved: () => void) {
  const { channels } = useMessages();
  const toast = useToast();
  const set = useSetChannel();
  const [opened, setOpened] = useState(channel);
  const [isAsked, setAsked] = useState(false);
  const value = { ...typed, version: opened.version };
  const wrong = isAsked ? wrongFields(SetChannel, value) : new Set<string>();

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    const read = SetChannel.safeParse(value);
    if (!read.success) return;
    set.mutate(read.data, {
      onSuccess: (saved) => {
        setOpened(saved);
        onSaved();
        toast({ text: channels.saved });
      },
    });
  }

  return {
    opened,
    submit,
    isBusy: set.isPending,
    failure: set.error,
    error: (field: keyof typeof channels.wrong) => (wrong.has(field) ? { error: channels.wrong[field] } : {}),
  };
}
