import { Link } from 'wouter';
import type { Id } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import styles from './ChartLegend.module.css';

/** What the chart's bars mean, and the way to its page on paper. */
export function ChartLegend({ projectId = null }: { projectId?: Id<'project'> | null }) {
  const { approvals } = useMessages();
  const { legend } = approvals.chart;
  return (
    <span className={styles.legend}>
      <span>
        <i className={styles.used} /> {legend.used}
      </span>
      <span>
        <i className={styles.limit} /> {legend.limit}
      </span>
      <span>
        <i className={styles.over} /> {legend.over}
      </span>
      <span>
        <i className={styles.tolerant} /> {legend.tolerant}
      </span>
      {projectId && <Link href={`~/print/approvals/${projectId}`}>{approvals.chart.print}</Link>}
    </span>
  );
}
