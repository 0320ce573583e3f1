import { QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpLink, type OperationContext, splitLink } from '@trpc/client';
import { createTRPCContext, createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '#server/router.ts';
import { failureOf } from './errors.ts';

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** Names one act of this browser, so that its echo in the live stream is recognised. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An act that is to be taken back by its name brings the name along. */
function requestIdOf({ requestId }: OperationContext): string {
  return typeof requestId === 'string' ? requestId : newRequestId();
}

/** Reads travel together; each write goes alone, under its own request id. */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'mutation',
      true: httpLink({ url: '/trpc', headers: ({ op }) => ({ 'x-request-id': requestIdOf(op.context) }) }),
      false: httpBatchLink({ url: '/trpc', maxItems: 10 }),
    }),
  ],
});

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // The session has ended: whoever is asked next says so, and the page asks for a sign-in.
    onError: (error) => {
      if (failureOf(error)?.code === 'SIGN_IN_REQUIRED') void queryClient.invalidateQueries({ queryKey: [['auth', 'me']] });
    },
  }),
  defaultOptions: {
    // The browser's own idea of being online is often wrong inside an office; a call is made, and its failure is shown.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      // The live stream says when something is old; time alone does not make it so.
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && !isRefusal(error),
    },
  },
});

/** The procedures for what is asked before anything is drawn; what is drawn takes them from `useTRPC`. */
export const firstTRPC: TRPCOptionsProxy<AppRouter> = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });

/** An answer of the server, which asking again would not change. */
function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'data' in error && error.data !== null && error.data !== undefined;
}
