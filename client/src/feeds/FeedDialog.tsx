import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dayOf, timeOf } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { useCopy } from '../kit/copy.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Notice } from '../kit/Page.tsx';
import { useToast } from '../kit/Toast.tsx';
import styles from './FeedDialog.module.css';

/** The own secret link to the calendar of meetings: made, shown once, revoked. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const messages = useMessages();
  const { feeds, kit } = messages;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [link, setLink] = useState<string | null>(null);
  const copy = useCopy(feeds);
  const mine = useQuery(trpc.feeds.mine.queryOptions());
  const onSettled = () => queryClient.invalidateQueries(trpc.feeds.pathFilter());
  const create = useMutation(trpc.feeds.create.mutationOptions({ onSettled }));
  const revoke = useMutation(trpc.feeds.revoke.mutationOptions({ onSettled }));
  const error = create.error ?? revoke.error ?? mine.error;
  const feed = mine.data ?? null;

  return (
    <Dialog
      title={feeds.title}
      size="medium"
      description={feeds.text}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{feeds.close}</Button>
          {feed && (
            <Button
              look="danger"
              busy={revoke.isPending}
              onClick={() =>
                revoke.mutate(undefined, {
                  onSuccess: () => {
                    setLink(null);
                    toast({ text: feeds.revoked });
                  },
                })
              }
            >
              {feeds.revoke}
            </Button>
          )}
          <Button
            look="primary"
            icon="link"
            busy={create.isPending}
            onClick={() => create.mutate(undefined, { onSuccess: ({ token }) => setLink(`${window.location.origin}/feeds/${token}.ics`) })}
          >
            {feed ? feeds.again : feeds.create}
          </Button>
        </>
      }
    >
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {link ? (
        <Notice title={feeds.link} actions={<Button onClick={() => copy(link)}>{feeds.copy}</Button>}>
          <p>{feeds.once}</p>
          <output className={styles.link}>{link}</output>
        </Notice>
      ) : (
        feed && (
          <p>
            {kit.apart([
              feeds.since(dayOf(feed.createdAt)),
              feed.readAt ? feeds.used(`${dayOf(feed.readAt)} ${timeOf(feed.readAt)}`) : feeds.unused,
            ])}
          </p>
        )
      )}
    </Dialog>
  );
}
