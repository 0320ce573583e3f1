import { formatWan } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import styles from './BulletBar.module.css';
import { type Amounts, bulletGeometry } from './bullet.ts';

type BulletBarProps = Amounts & {
  /** What stands to the right: the rate (on a card), both amounts (in a drawer), or nothing. */
  beside?: 'rate' | 'amounts' | 'nothing';
};

/** Ink is done, the upright is planned to date, the frame between them is what is missing. */
export function BulletBar({ yearPlan, plannedToDate, done, beside = 'rate' }: BulletBarProps) {
  const { kit } = useMessages();
  const bar = bulletGeometry({ yearPlan, plannedToDate, done });
  return (
    <div className={styles.bullet} role="img" aria-label={kit.bullet(formatWan(done), formatWan(plannedToDate), formatWan(yearPlan))}>
      <div className={styles.track}>
        <span className={styles.done} style={{ width: `${bar.done}%` }} />
        {bar.gap && (
          <span
            className={classes(styles.gap, bar.gap.wide && styles.wide)}
            style={{ left: `${bar.gap.from}%`, width: `${bar.gap.length}%` }}
          />
        )}
        <span className={styles.planned} style={{ left: `${bar.planned}%` }} />
      </div>
      {beside === 'rate' && <b className={styles.value}>{bar.percent === null ? '—' : `${bar.percent}%`}</b>}
      {beside === 'amounts' && (
        <span className={styles.value}>
          <b>{formatWan(done)}</b> / {formatWan(plannedToDate)}
        </span>
      )}
    </div>
  );
}
