import { Icon } from '../kit/Icon.tsx';
import styles from './InsecureBand.module.css';
import { useMessages } from './language.tsx';

/** Away from localhost a browser gives a page without TLS less; whoever misses it should read why. */
export function InsecureBand() {
  const { app } = useMessages();
  if (import.meta.env.SSR || window.isSecureContext) return null;
  return (
    <p className={styles.band} role="note">
      <Icon name="warn" size={14} />
      <span>{app.insecure}</span>
    </p>
  );
}
