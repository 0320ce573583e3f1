import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { boundsOf, type FigurePeriod, type PeriodKind, periodAt, periodKind, whyNotCount } from '#shared/figures/period.ts';
import { type FigureSlice, wholeList } from '#shared/figures/slice.ts';
import { addDays, Day } from '#shared/kit/calendar.ts';
import { Level, ProjectKind, YearClass } from '#shared/projects/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button, IconButton } from '../kit/Button.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Pick } from '../kit/Select.tsx';
import { treeOf } from '../units/tree.ts';
import { type Asked, figuresHref } from './address.ts';
import styles from './Figures.module.css';
import { periodText } from './words.ts';

const kinds = ['year', 'quarter', 'month', 'day'] as const satisfies readonly PeriodKind[];

type FiguresBarProps = { asked: Asked; leaders: readonly string[]; categories: readonly string[] };

/** The period and the slice, as they stand in the address: what is sent to a colleague counts the same. */
export function FiguresBar({ asked, leaders, categories }: FiguresBarProps) {
  const { figures, vocabulary } = useMessages();
  const trpc = useTRPC();
  const [, navigate] = useLocation();
  const units = useQuery(trpc.units.list.queryOptions(undefined, { staleTime: 5 * 60_000 }));
  const { slice } = asked;
  const turn = (change: Partial<FigureSlice>) => navigate(figuresHref({ ...asked, slice: { ...slice, ...change } }), { replace: true });
  const isWhole = Object.values(slice).every((side) => side === null);
  return (
    <search className={styles.bar} aria-label={figures.filters}>
      <PeriodPicker asked={asked} onPeriod={(period) => navigate(figuresHref({ ...asked, period }), { replace: true })} />
      <span className={styles.divider} />
      <Pick
        label={figures.kind}
        value={slice.kind}
        onValue={(kind) => turn({ kind })}
        options={ProjectKind.options.map((kind) => ({ value: kind, label: vocabulary.kind[kind] }))}
      />
      <Pick
        label={figures.level}
        value={slice.level}
        onValue={(level) => turn({ level })}
        options={Level.options.map((level) => ({ value: level, label: vocabulary.level[level] }))}
      />
      <Pick
        label={figures.yearClass}
        value={slice.yearClass}
        onValue={(yearClass) => turn({ yearClass })}
        options={YearClass.options.map((each) => ({ value: each, label: vocabulary.yearClass[each] }))}
      />
      <Pick
        label={figures.unit}
        value={slice.unit}
        onValue={(unit) => turn({ unit })}
        options={treeOf(units.data ?? []).map(({ unit, depth }) => ({
          value: unit.id,
          label: `${'\u2003'.repeat(depth)}${unit.shortName}`,
        }))}
      />
      <Pick
        label={figures.leader}
        value={slice.leader}
        onValue={(leader) => turn({ leader })}
        options={leaders.map((leader) => ({ value: leader, label: leader }))}
      />
      {categories.length > 0 && (
        <Pick
          label={figures.category}
          value={slice.category}
          onValue={(category) => turn({ category })}
          options={categories.map((category) => ({ value: category, label: category }))}
        />
      )}
      {!isWhole && (
        <Button look="text" size="small" onClick={() => turn(wholeList)}>
          {figures.clear}
        </Button>
      )}
    </search>
  );
}

function PeriodPicker({ asked: { period }, onPeriod }: { asked: Asked; onPeriod: (period: FigurePeriod) => void }) {
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
