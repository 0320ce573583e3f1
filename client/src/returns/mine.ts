import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { WeeklyReturn } from '#shared/returns/schema.ts';
import type { ReturnSheet } from '#shared/returns/sheet.ts';
import { isUnreachable } from '../app/errors.ts';
import { trpcClient, useTRPC } from '../app/trpc.ts';
import { askOrKept, keepAnswer } from '../kit/kept.ts';
import { onSent } from '../outbox/queue.ts';

const placeOf = (actorId: string) => `returns:${actorId}`;

/** An officer's week as the server or, without a line, this device has it; with what the server has since said yes to. */
export function useMine(actorId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(
    () =>
      onSent(({ kept }) => {
        const queryKey = trpc.returns.mine.queryKey();
        const shown = queryClient.getQueryData(queryKey);
        if (!kept || !shown) return;
        const settled = { ...shown, sheets: shown.sheets.map((sheet) => withReturn(sheet, kept)) };
        // The line may go before the list has been asked for again: what is on record must not be owed once more.
        queryClient.setQueryData(queryKey, settled);
        keepAnswer(placeOf(actorId), settled);
      }),
    [queryClient, trpc, actorId],
  );
  const queryKey = trpc.returns.mine.queryKey();
  return useQuery({
    queryKey,
    queryFn: async () => {
      const { answer, keptAt } = await askOrKept(placeOf(actorId), () => trpcClient.returns.mine.query(), isUnreachable);
      // What is on the page is no older than what the device kept, and knows of every act since.
      return (keptAt !== null && queryClient.getQueryData(queryKey)) || answer;
    },
  });
}

function withReturn(sheet: ReturnSheet, kept: WeeklyReturn): ReturnSheet {
  const isNewer = sheet.project.id === kept.projectId && kept.version > (sheet.current?.version ?? 0);
  return isNewer ? { ...sheet, current: kept } : sheet;
}
