import type { CurvePoint } from '#shared/figures/curve.ts';
import { monthNumber, yearOf } from '#shared/kit/calendar.ts';
import { formatPercent, formatWan, yuan } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { Section } from '../kit/Page.tsx';
import { Axes } from './Axes.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './Charts.module.css';
import { box, linesOf, monthX, roundTop, yOf } from './charts.ts';
import { MonthTable } from './MonthTable.tsx';

/** Plan against actual: a dashed line with hollow points, a full one with filled points, so that a copier keeps them apart. */
export function CurveSection({ points }: { points: readonly CurvePoint[] }) {
  const { figures } = useMessages();
  const last = points.findLast((point) => point.done !== null);
  return (
    <Section title={figures.curve} note={figures.wan}>
      <Legend />
      <Curve points={points} />
      <MonthTable
        label={figures.curve}
        unit={figures.wanShort}
        months={points.map((point) => point.month)}
        rows={[
          { label: figures.planned, cells: points.map((point) => formatWan(point.planned, 0)) },
          {
            label: figures.actual,
            cells: points.map((point) => {
              if (point.done !== null) return formatWan(point.done, 0);
              return last && point.month < last.month ? figures.notCut : '';
            }),
          },
          {
            label: figures.share,
            cells: points.map((point) => (point.done === null ? '' : `${formatPercent(point.done, point.planned, 0) ?? '—'}%`)),
          },
        ]}
      />
    </Section>
  );
}

function Legend() {
  const { figures } = useMessages();
  return (
    <p className={styles.legend} aria-hidden="true">
      <span>
        <svg width="30" height="12" viewBox="0 0 30 12">
          <path className={styles.plannedLine} d="M1 6h28" />
          <circle className={styles.hollow} cx="15" cy="6" r="3.5" />
        </svg>
        {figures.planned}
      </span>
      <span>
        <svg width="30" height="12" viewBox="0 0 30 12">
          <path className={styles.actualLine} d="M1 6h28" />
          <circle className={styles.filled} cx="15" cy="6" r="3.5" />
        </svg>
        {figures.actual}
      </span>
    </p>
  );
}

function Curve({ points }: { points: readonly CurvePoint[] }) {
  const { figures } = useMessages();
  const top = roundTop(Math.max(...points.map((point) => Math.max(point.planned, point.done ?? 0))));
  const planned = points.map((point) => point.planned);
  const done = points.map((point) => point.done);
  const first = points[0];
  const spoken = figures.curveSpoken(
    first ? yearOf(first.month) : 0,
    formatWan(planned.at(-1) ?? yuan(0), 0),
    formatWan(done.findLast((amount) => amount !== null) ?? yuan(0), 0),
  );
  return (
    <ChartFrame label={figures.curve}>
      <svg className={styles.chart} viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={spoken}>
        <Axes top={top} text={(value) => formatWan(yuan(value), 0)} months={points.map((point) => point.month)} />
        {linesOf(planned, top).map((line) => (
          <polyline key={line} className={styles.plannedLine} points={line} />
        ))}
        {linesOf(done, top).map((line) => (
          <polyline key={line} className={styles.actualLine} points={line} />
        ))}
        {points.map((point, index) => (
          <g key={point.month}>
            <circle className={styles.hollow} cx={monthX(index)} cy={yOf(point.planned, top)} r="3.5" />
            {point.done !== null && (
              <circle className={styles.filled} cx={monthX(index)} cy={yOf(point.done, top)} r="4">
                <title>{`${figures.monthShort(monthNumber(point.month))} ${formatWan(point.done)}`}</title>
              </circle>
            )}
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}
