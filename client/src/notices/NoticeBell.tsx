import { Link } from 'wouter';
import { useMessages } from '../app/language.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useUnread } from './data.ts';
import styles from './NoticeBell.module.css';

/** The bell in the frame: how many notices wait, in sight and in words. */
export function NoticeBell({ accountId }: { accountId: string }) {
  const { notices } = useMessages();
  const unread = useUnread(accountId);
  return (
    <Link href="/notices" className={styles.bell} aria-label={notices.bell(unread)} title={notices.bell(unread)}>
      <Icon name="bell" size={20} />
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {notices.count(unread)}
        </span>
      )}
    </Link>
  );
}
