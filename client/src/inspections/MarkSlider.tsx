import type { Criterion } from '#shared/inspections/schema.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import { Icon } from '../kit/Icon.tsx';
import { stepped } from './drafts.ts';
import styles from './MarkSlider.module.css';

type MarkSliderProps = {
  criterion: Criterion;
  hint: string | null;
  /** Tenths of a point; undefined is not marked yet, which is not the same as nothing. */
  mark: number | undefined;
  disabled: boolean;
  onMark: (mark: number) => void;
};

/** Tenths of a point as points: 205 → `20.5`, 200 → `20`. */
export function pointsText(tenths: number): string {
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}

/** One criterion: a slider for the thumb, and buttons so that nobody has to slide. */
export function MarkSlider({ criterion, hint, mark, disabled, onMark }: MarkSliderProps) {
  const { inspections } = useMessages();
  const text = inspections.score;
  const { name, weight } = criterion;
  return (
    <div className={styles.item}>
      <div className={styles.head}>
        <b className={styles.name}>{name}</b>
        <span className={styles.hint}>
          {text.points(weight)}
          {hint && ` · ${hint}`}
        </span>
      </div>
      <div className={styles.controls}>
        <button
          type="button"
          className={styles.step}
          aria-label={text.less(name)}
          disabled={disabled || mark === 0}
          onClick={() => onMark(stepped(mark, weight, -1))}
        >
          <Icon name="minus" />
        </button>
        <span className={styles.track}>
          <span className={styles.fill} style={{ width: `${(mark ?? 0) / (weight / 10)}%` }} />
          <input
            className={classes(styles.range, mark === undefined && styles.unmarked)}
            type="range"
            aria-label={text.slider(name)}
            aria-valuetext={mark === undefined ? inspections.results.none : pointsText(mark)}
            min={0}
            max={weight * 10}
            step={5}
            value={mark ?? 0}
            disabled={disabled}
            onChange={(event) => onMark(Number(event.target.value))}
          />
        </span>
        <button
          type="button"
          className={styles.step}
          aria-label={text.more(name)}
          disabled={disabled || mark === weight * 10}
          onClick={() => onMark(stepped(mark, weight, 1))}
        >
          <Icon name="plus" />
        </button>
        <span className={styles.value}>
          {mark === undefined ? inspections.results.none : pointsText(mark)}
          <small> /{weight}</small>
        </span>
      </div>
    </div>
  );
}
