import { classes } from './classes.ts';
import { useKitMessages } from './language.ts';
import styles from './ProgressTrack.module.css';

/** n of m: one bar. */
export function ProgressTrack({ label, done, total }: { label: string; done: number; total: number }) {
  const messages = useKitMessages();
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0;
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={Math.min(done, total)}
      aria-valuetext={messages.progress(String(done), String(total))}
    >
      <span className={styles.done} style={{ width: `${share * 100}%` }} />
    </div>
  );
}

/** 已成 · 正在 · 逾期 or over the limit · 未到 */
export type TrackPart = 'done' | 'current' | 'over' | 'open';

/** One block an item, so that each can be counted. */
export function ProgressBlocks({ label, parts }: { label: string; parts: readonly TrackPart[] }) {
  return (
    <div className={styles.blocks} role="img" aria-label={label}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <span key={index} className={classes(styles.block, styles[part])} />
      ))}
    </div>
  );
}
