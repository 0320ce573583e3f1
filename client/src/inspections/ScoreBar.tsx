import type { Criterion } from '#shared/inspections/schema.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import styles from './ScoreBar.module.css';

export type Part = { criterionId: Criterion['id']; points: string };

/** From ink to paper; a sheet of more than five criteria begins again. */
const shades = [styles.part1, styles.part2, styles.part3, styles.part4, styles.part5];

function shadeOf(index: number): string | undefined {
  return shades[index % shades.length];
}

/** A score as its parts, strongest criterion first; the whole width is a hundred points. */
export function ScoreBar({ parts, criteria }: { parts: readonly Part[]; criteria: readonly Criterion[] }) {
  const { inspections, kit } = useMessages();
  const label = kit.phrases(parts.map((part) => inspections.results.parts(nameOf(criteria, part.criterionId), part.points)));
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      {parts.map((part, index) => (
        <span key={part.criterionId} className={classes(styles.part, shadeOf(index))} style={{ width: `${part.points}%` }}>
          {Number(part.points) >= 4 ? part.points : ''}
        </span>
      ))}
    </div>
  );
}

/** What each shade stands for, with its weight. */
export function ScoreLegend({ criteria }: { criteria: readonly Criterion[] }) {
  return (
    <span className={styles.legend}>
      {criteria.map((criterion, index) => (
        <span key={criterion.id} className={styles.item}>
          <i className={classes(styles.swatch, shadeOf(index))} />
          {criterion.name} {criterion.weight}
        </span>
      ))}
    </span>
  );
}

export function nameOf(criteria: readonly Criterion[], id: Criterion['id'] | null): string {
  return criteria.find((criterion) => criterion.id === id)?.name ?? '';
}
