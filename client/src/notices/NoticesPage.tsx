import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Role } from '#shared/accounts/schema.ts';
import { dayOf, timeOf } from '#shared/kit/calendar.ts';
import { placeOf } from '#shared/notices/places.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { classes } from '../kit/classes.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Hidden } from '../kit/Hidden.tsx';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useToast } from '../kit/Toast.tsx';
import { type NoticeRow, useMarkAllRead, useMarkRead, useNotices } from './data.ts';
import styles from './NoticesPage.module.css';
import { sentenceOf } from './words.ts';

/** What an account was told, the newest first; opening a notice reads it. */
export function NoticesPage() {
  const messages = useMessages();
  const { notices } = messages;
  const { actor } = useSession();
  const toast = useToast();
  const [unreadOnly, setUnreadOnly] = useState(true);
  const query = useNotices(unreadOnly);
  const markAll = useMarkAllRead();
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  // Up to the newest in sight: what comes in meanwhile stays unread.
  const newest = rows.find((row) => row.readAt === null)?.seq;
  const error = query.error ?? markAll.error;
  if (!actor) return null;
  return (
    <Page>
      <PageHeader
        title={notices.title}
        note={notices.note}
        actions={
          <>
            <span className={styles.show}>
              <Segmented
                label={notices.show}
                segments={[
                  { value: 'unread', label: notices.unreadOnly },
                  { value: 'all', label: notices.all },
                ]}
                value={unreadOnly ? 'unread' : 'all'}
                onValue={(value) => setUnreadOnly(value === 'unread')}
              />
            </span>
            <Button
              icon="check"
              disabled={newest === undefined}
              busy={markAll.isPending}
              onClick={() =>
                newest && markAll.mutate({ upTo: newest }, { onSuccess: ({ count }) => toast({ text: notices.allRead(count) }) })
              }
            >
              {notices.markAllRead}
            </Button>
          </>
        }
      />
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {query.isPending && <Skeleton label={messages.app.loading} />}
      {query.data && rows.length === 0 && (
        <EmptyState title={unreadOnly ? notices.noneUnread : notices.none} hint={notices.noneUnreadHint} />
      )}
      {rows.length > 0 && (
        <ul className={styles.list} aria-label={notices.title}>
          {rows.map((row) => (
            <Row key={row.seq} row={row} role={actor.role} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {notices.more}
        </Button>
      )}
    </Page>
  );
}

function Row({ row, role }: { row: NoticeRow; role: Role }) {
  const messages = useMessages();
  const { notices, kit } = messages;
  const [, navigate] = useLocation();
  const markRead = useMarkRead();
  const sentence = sentenceOf(row, messages);
  const place = placeOf(row, role);
  const isUnread = row.readAt === null;

  function open(to: string): void {
    if (isUnread) markRead.mutate({ seq: row.seq });
    navigate(to);
  }

  return (
    <li className={classes(styles.row, isUnread && styles.unread)}>
      <span className={styles.kind}>
        <Chip look={isUnread ? 'ink' : 'level'}>{notices.kinds[row.kind]}</Chip>
      </span>
      <div className={styles.said}>
        {isUnread && <Hidden>{notices.unread}</Hidden>}
        {place ? (
          <a
            href={place}
            className={styles.sentence}
            onClick={(event) => {
              event.preventDefault();
              open(place);
            }}
          >
            {sentence}
          </a>
        ) : (
          <p className={styles.sentence}>{sentence}</p>
        )}
        <p className={styles.meta}>{kit.apart([row.on && notices.due(row.on), row.actorName, `${dayOf(row.at)} ${timeOf(row.at)}`])}</p>
      </div>
      {isUnread && (
        <Button
          size="small"
          look="text"
          busy={markRead.isPending}
          aria-label={notices.markReadOf(sentence)}
          onClick={() => markRead.mutate({ seq: row.seq })}
        >
          {notices.markRead}
        </Button>
      )}
    </li>
  );
}
