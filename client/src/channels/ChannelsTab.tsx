import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Change } from '#shared/events/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Notice } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useLive } from '../live/live.ts';
import { DispatchTable } from './DispatchTable.tsx';
import { EmailForm } from './EmailForm.tsx';
import { WebhookForm } from './WebhookForm.tsx';

/** How word leaves the house: the mail server, the chat robot, and what became of what was sent. */
export function ChannelsTab() {
  const messages = useMessages();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(trpc.channels.list.queryOptions());
  // A form that somebody else has saved over is begun anew by hand, so that nothing typed goes unseen.
  const [reloads, setReloads] = useState(0);
  const reload = () => setReloads(reloads + 1);
  useLive((message) => {
    const isOurs = ({ entity, action }: Change) => entity === 'dispatch' || entity === 'channel' || action === 'return.chased';
    if (message.type === 'changes' && message.changes.some(isOurs)) void queryClient.invalidateQueries(trpc.channels.pathFilter());
  });
  if (error) return <Notice look="red">{errorSentence(error, messages)}</Notice>;
  if (!data) return <Skeleton label={messages.app.loading} />;
  return (
    <>
      <EmailForm key={`email ${reloads}`} channel={data.email} onReload={reload} />
      <WebhookForm key={`webhook ${reloads}`} channel={data.webhook} onReload={reload} />
      <DispatchTable dispatches={data.dispatches} />
    </>
  );
}
