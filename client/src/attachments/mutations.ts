import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AddAttachment } from '#shared/attachments/schema.ts';
import { idOf } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { sendFile } from '../files/send.ts';
import { useAfterAct } from '../projects/data.ts';

/** Sends a file and hangs it on its project; `sent` is how far it has come, null while nothing is on its way. */
export function useAddAttachment() {
  const client = useTRPCClient();
  const [sent, setSent] = useState<number | null>(null);
  const add = useMutation({
    mutationFn: async ({ file, ...words }: Omit<AddAttachment, 'fileId'> & { file: File }) => {
      setSent(0);
      const fileId = await sendFile('/files', file, idOf('file'), setSent);
      return client.attachments.add.mutate({ ...words, fileId });
    },
    ...useAfterAct(useMessages().attachments.added),
  });
  return { add, sent: add.isPending ? sent : null };
}

export function useRenameAttachment() {
  return useMutation(useTRPC().attachments.rename.mutationOptions(useAfterAct(useMessages().attachments.saved)));
}

export function useRemoveAttachment() {
  return useMutation(useTRPC().attachments.remove.mutationOptions(useAfterAct(useMessages().attachments.removed)));
}
