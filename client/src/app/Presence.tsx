import { Faces } from '../kit/Face.tsx';
import { useMessages } from './language.tsx';
import styles from './Presence.module.css';

/** The live dot: full while changes arrive, hollow while they do not. The words say it too. */
export function Presence({ live, names }: { live: boolean; names: readonly string[] }) {
  const { app } = useMessages();
  return (
    <span className={styles.presence} role="status">
      <span className={live ? styles.live : styles.stale} />
      <span className={styles.words}>{live ? app.live(names.length) : app.notLive}</span>
      {live && names.length > 0 && (
        <span className={styles.faces}>
          <Faces names={names} />
        </span>
      )}
    </span>
  );
}
