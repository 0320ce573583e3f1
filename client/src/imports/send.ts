import { useState } from 'react';
import { useLocation } from 'wouter';
import { idOf } from '#shared/kit/ids.ts';
import { sendFile } from '../files/send.ts';
import type { Sent } from './DropZone.tsx';

/** Sends a list to be read, and opens what was understood of it. `failure` is what came instead. */
export function useSendList() {
  const [, navigate] = useLocation();
  const [sent, setSent] = useState<Sent | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  function send(file: File): void {
    setFailure(null);
    setSent({ part: 'sending', percent: 0 });
    sendFile(
      '/files/import',
      file,
      idOf('importBatch'),
      (percent) => setSent({ part: 'sending', percent }),
      (percent) => setSent({ part: 'reading', percent }),
    )
      .then(
        (id) => navigate(`/import?batch=${id}`),
        (reason: unknown) => setFailure(reason ?? new TypeError('upload')),
      )
      .finally(() => setSent(null));
  }

  return { send, sent, failure };
}
