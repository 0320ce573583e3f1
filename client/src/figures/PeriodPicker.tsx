import { boundsOf, type FigurePeriod, type PeriodKind, periodAt, periodKind, whyNotCount } from '#shared/figures/period.ts';
import { addDays, Day } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { IconButton } from '../kit/Button.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import styles from './Figures.module.css';
import { periodText } from './words.ts';

/** Which period: its kind, and one earlier or later. None that has not begun. */
export function PeriodPicker({
  period,
  kinds,
  onPeriod,
}: {
  period: FigurePeriod;
  /** Which kinds of period may be asked for. */
  kinds: readonly PeriodKind[];
  onPeriod: (period: FigurePeriod) => void;
}) {
  const { figures } = useMessages();
  const today = useToday();
  const kind = periodKind(period);
  const { first, last } = boundsOf(period);
  // A new kind of period begins where the old one ended: from 2025 to its December, from this year to this month.
  const isOver = last < today;
  const anchor = isOver ? last : today;
  const earlier = periodAt(kind, addDays(kind === 'day' ? last : first, -1));
  const later = periodAt(kind, addDays(last, 1));
  return (
    <>
      <Segmented
        label={figures.periodKind}
        value={kind}
        onValue={(chosen) => onPeriod(periodAt(chosen, anchor))}
        segments={kinds.map((each) => ({ value: each, label: figures.periodKinds[each] }))}
      />
      <span className={styles.period}>
        <IconButton icon="left" size="small" label={figures.earlier} onClick={() => onPeriod(earlier)} />
        {kind === 'day' ? (
          <input
            className={styles.day}
            type="date"
            aria-label={figures.upTo}
            value={period}
            max={today}
            onChange={(event) => {
              const day = Day.safeParse(event.target.value);
              if (day.success) onPeriod(day.data);
            }}
          />
        ) : (
          <b aria-live="polite">{periodText(period, figures)}</b>
        )}
        <IconButton
          icon="right"
          size="small"
          label={figures.later}
          disabled={whyNotCount(later, today) !== null}
          onClick={() => onPeriod(later)}
        />
      </span>
    </>
  );
}
