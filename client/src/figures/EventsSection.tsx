import type { MonthEvents } from '#shared/figures/summary.ts';
import { useMessages } from '../app/language.tsx';
import { Section } from '../kit/Page.tsx';
import { Axes } from './Axes.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import styles from './Charts.module.css';
import { box, monthX, roundCount, yOf } from './charts.ts';
import { FigureLink } from './FigureLink.tsx';
import { MonthTable } from './MonthTable.tsx';

const BAR = 15;

/** Planned and actual starts, and planned and actual finishes, month by month. Planned bars are hollow, actual ones filled. */
export function EventsSection({ months }: { months: readonly MonthEvents[] }) {
  const { figures } = useMessages();
  const row = (key: Exclude<keyof MonthEvents, 'month'>) => ({
    label: figures.lists[key],
    cells: months.map((each) => (
      <FigureLink
        key={each.month}
        text={each[key] === 0 ? '' : String(each[key])}
        what={`${each.month} ${figures.lists[key]}`}
        count={each[key]}
        behind={{ set: key, month: each.month }}
      />
    )),
  });
  return (
    <Section title={figures.events}>
      <p className={styles.legend} aria-hidden="true">
        <span>
          <i className={styles.plannedKey} />
          {figures.plannedBar}
        </span>
        <span>
          <i className={styles.actualKey} />
          {figures.actualBar}
        </span>
      </p>
      <div className={styles.pair}>
        <Bars
          title={figures.started}
          months={months}
          planned={months.map((each) => each.startPlanned)}
          actual={months.map((each) => each.startActual)}
        />
        <Bars
          title={figures.finished}
          months={months}
          planned={months.map((each) => each.finishPlanned)}
          actual={months.map((each) => each.finishActual)}
        />
      </div>
      <MonthTable
        label={figures.events}
        unit={figures.each}
        months={months.map((each) => each.month)}
        rows={[row('startPlanned'), row('startActual'), row('finishPlanned'), row('finishActual')]}
      />
    </Section>
  );
}

type BarsProps = { title: string; months: readonly MonthEvents[]; planned: readonly number[]; actual: readonly number[] };

function Bars({ title, months, planned, actual }: BarsProps) {
  const { figures } = useMessages();
  const top = roundCount(Math.max(...planned, ...actual));
  const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const axis = yOf(0, top);
  const bar = (count: number, x: number, look: string | undefined) =>
    count > 0 && <rect className={look} x={x} y={yOf(count, top)} width={BAR} height={axis - yOf(count, top)} />;
  return (
    <ChartFrame label={title}>
      <p className={styles.caption}>{title}</p>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${box.width} ${box.height}`}
        role="img"
        aria-label={figures.eventsSpoken(title, sumOf(planned), sumOf(actual))}
      >
        <Axes top={top} text={String} months={months.map((each) => each.month)} />
        {months.map((each, index) => (
          <g key={each.month}>
            {bar(planned[index] ?? 0, monthX(index) - BAR - 1, styles.plannedBar)}
            {bar(actual[index] ?? 0, monthX(index) + 1, styles.actualBar)}
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}
