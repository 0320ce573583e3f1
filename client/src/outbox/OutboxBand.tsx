import { useEffect, useSyncExternalStore } from 'react';
import { Link, useLocation } from 'wouter';
import { Instant, timeOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useLine } from '../live/live.ts';
import styles from './OutboxBand.module.css';
import { flush, useWaiting } from './queue.ts';

const RETRY_MS = 15_000;

/** Under the bar: that there is no line, what waits for it, and what did not get through. Sends what waits meanwhile. */
export function OutboxBand({ actorId }: { actorId: string }) {
  const { outbox } = useMessages();
  const [location] = useLocation();
  const line = useLine();
  const entries = useWaiting(actorId);
  const failed = entries.filter((entry) => entry.failure !== null);
  const waiting = entries.length - failed.length;
  useSending(actorId, line.isUp, waiting > 0);
  const isOnline = useSyncExternalStore(
    watchOnline,
    () => navigator.onLine,
    () => true,
  );
  const isOffline = !isOnline || (!line.isUp && !line.isSignedOut);
  const isFilling = location.startsWith('/returns');
  if (entries.length === 0 && !(isOffline && isFilling)) return null;
  const last = entries.findLast((entry) => entry.failure === null);
  return (
    <section className={styles.band} aria-label={outbox.offline}>
      <p role="status">
        <Icon name={isOffline ? 'offline' : failed.length > 0 ? 'warn' : 'upload'} size={14} />
        {isOffline && <b>{outbox.offline}</b>}
        {waiting > 0 && <span>{isOffline ? outbox.waiting(waiting) : outbox.sending(waiting)}</span>}
        {isOffline && waiting === 0 && failed.length === 0 && <span>{outbox.keptSafe}</span>}
        {failed.length > 0 && <span>{outbox.failed(failed.length)}</span>}
      </p>
      {failed.map((entry) => (
        <Link key={entry.key} href={`/returns?project=${entry.act.input.projectId}`}>
          {outbox.open(entry.name)}
        </Link>
      ))}
      {isOffline && (
        <span className={styles.since}>{outbox.lastSync(timeOf(last ? last.at : Instant.parse(new Date(line.since).toISOString())))}</span>
      )}
    </section>
  );
}

function watchOnline(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Sends when the line is back, when the browser says so, and from time to time. */
function useSending(actorId: string, isUp: boolean, isAnyWaiting: boolean): void {
  useEffect(() => {
    if (!isAnyWaiting) return;
    const send = () => void flush(actorId);
    if (isUp) send();
    const timer = setInterval(send, RETRY_MS);
    window.addEventListener('online', send);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [actorId, isUp, isAnyWaiting]);
}
