import { useEffect, useRef } from 'react';
import type { Actor } from '#shared/accounts/schema.ts';
import type { SubmitReturn } from '#shared/returns/schema.ts';
import type { ReturnSheet } from '#shared/returns/sheet.ts';
import * as outbox from '../outbox/queue.ts';
import type { useEditor } from './editor.ts';
import { useSubmit } from './mutations.ts';

type Sending = {
  actor: Actor;
  project: ReturnSheet['project'];
  editor: Pick<ReturnType<typeof useEditor>, 'settle'>;
  /** The server has it, or this device keeps it until the line is back: the next form may open. */
  onDone: (state: outbox.Outcome['state']) => void;
};

/** Sends one form, now or when the line is back, and says how far that is. */
export function useSending({ actor, project, editor, onDone }: Sending) {
  const submit = useSubmit(actor.id);
  const own = outbox.useWaiting(actor.id).filter(({ act }) => act.kind === 'return' && act.input.projectId === project.id);
  const refused = own.filter((entry) => entry.failure !== null);
  const settle = useRef(editor.settle);
  settle.current = editor.settle;
  useEffect(
    () =>
      outbox.onSent(({ waiting, kept }) => {
        const { act } = waiting;
        if (kept && act.kind === 'return' && act.input.projectId === project.id) settle.current(act.input, kept.version);
      }),
    [project.id],
  );
  const letGo = async () => {
    for (const entry of refused) await outbox.drop(entry);
  };
  return {
    isPending: submit.isPending,
    /** Waits on this device since then. */
    waitsSince: own.findLast((entry) => entry.failure === null)?.at ?? null,
    /** Why it was refused, now or while it waited. */
    error: submit.error ?? refused[0]?.failure ?? null,
    reset: () => {
      submit.reset();
      void letGo();
    },
    /** What waits of this form is let go of, besides its draft. */
    withdraw: async () => {
      submit.reset();
      for (const entry of own) await outbox.drop(entry);
    },
    send: async (input: SubmitReturn) => {
      await letGo();
      submit.mutate({ input, name: project.name }, { onSuccess: ({ state }) => onDone(state) });
    },
  };
}
