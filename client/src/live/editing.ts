import { useEffect, useRef } from 'react';
import type { Id } from '#shared/kit/ids.ts';
import type { SayEditing } from '#shared/live/editing.ts';
import { useTRPCClient } from '../app/trpc.ts';

/** Three times as often as a form may be silent before it is taken as closed. */
const AGAIN_MS = 15_000;

/** Says to the others, while the component is shown, that somebody here has a form of these projects open. */
export function useEditing(...projectIds: Id<'project'>[]): void {
  const client = useTRPCClient();
  const latest = useRef(projectIds);
  latest.current = projectIds;
  const named = projectIds.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the projects by their names, so that it is said again for others alone
  useEffect(() => {
    const forms = (isOpen: boolean) => latest.current.map((projectId): SayEditing => ({ projectId, isOpen }));
    const [open, closed] = [forms(true), forms(false)];
    // It is a courtesy to the others: what does not arrive is not worth a word to whoever types.
    const say = (form: SayEditing) => void client.live.editing.mutate(form).catch(() => undefined);
    const leave = () => {
      for (const form of closed) navigator.sendBeacon('/trpc/live.editing', new Blob([JSON.stringify(form)], { type: 'application/json' }));
    };
    open.forEach(say);
    const timer = setInterval(() => open.forEach(say), AGAIN_MS);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      closed.forEach(say);
    };
  }, [client, named]);
}
