import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Actor } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { useTRPC } from '../app/trpc.ts';
import { restartLive } from '../live/live.ts';

/**
 * Signs in, then begins anew: what was read before belongs to nobody. Whoever asked for no page in particular begins with
 * what waits for them; whoever was here before (`lastId`) goes on where they were.
 */
export function useSignIn(lastId: Actor['id'] | null) {
  const trpc = useTRPC();
  const [path, navigate] = useLocation();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.auth.signIn.mutationOptions({
      onSuccess: async ({ actor }) => {
        const isOpening = path === '/' && window.location.search === '' && actor.id !== lastId;
        if (isOpening && mayCall(actor.role, 'home.waiting')) navigate('/home', { replace: true });
        restartLive();
        await queryClient.resetQueries();
      },
    }),
  );
}

export function useChangePassword() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.auth.changePassword.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.auth.me.queryKey() }) }),
  );
}
