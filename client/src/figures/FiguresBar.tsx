import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { PeriodKind } from '#shared/figures/period.ts';
import { type FigureSlice, wholeList } from '#shared/figures/slice.ts';
import { Level, ProjectKind, YearClass } from '#shared/projects/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Pick } from '../kit/Select.tsx';
import { treeOf } from '../units/tree.ts';
import { type Asked, figuresHref } from './address.ts';
import styles from './Figures.module.css';
import { PeriodPicker } from './PeriodPicker.tsx';

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
      <PeriodPicker
        period={asked.period}
        kinds={kinds}
        onPeriod={(period) => navigate(figuresHref({ ...asked, period }), { replace: true })}
      />
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
