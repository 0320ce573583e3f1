import styles from './Skeleton.module.css';

/** Three flat blocks in a card's place while it loads; nothing blinks. */
export function Skeleton({ label }: { label: string }) {
  return (
    <div className={styles.card} role="status" aria-label={label}>
      <span className={styles.short} />
      <span className={styles.long} />
      <span className={styles.bar} />
    </div>
  );
}
