import { type Day, firstDayOfMonth, Month, monthNumber, monthOf, yearOf } from '#shared/kit/calendar.ts';
import { formatWan, type Money, zero } from '#shared/kit/money.ts';
import type { Curve } from '#shared/meetings/screen.ts';
import { useMessages } from '../app/language.tsx';
import { box, curveGeometry } from './curve.ts';
import styles from './ScreenItemPage.module.css';

/** Done against plan over the year: a dashed plan, a full line, and in red what is missing today. */
export function CurveChart({ curve, plannedToDate, asOf }: { curve: Curve; plannedToDate: Money | null; asOf: Day }) {
  const { meetings } = useMessages();
  const { screen } = meetings;
  const shape = curveGeometry(curve, asOf, plannedToDate);
  const done = curve.done.at(-1)?.amount ?? zero;
  const annual = curve.planned.at(-1)?.amount ?? null;
  const planned = plannedToDate === null ? '—' : formatWan(plannedToDate, 0);
  const isBehind = plannedToDate !== null && done < plannedToDate;
  const { now, plannedNow, end } = shape;
  // Behind plan the figure stands to the right, under the plan's line but not among the months; ahead of it to the left, above its own.
  const label = isBehind
    ? { x: now.x + 18, y: Math.min(now.y + 18, shape.axis - 12), textAnchor: 'start' as const }
    : { x: now.x - 12, y: Math.max(26, now.y - 14), textAnchor: now.x > 200 ? ('end' as const) : ('start' as const) };
  return (
    <svg
      className={styles.curve}
      viewBox={`0 0 ${box.width} ${box.height}`}
      role="img"
      aria-label={screen.curveSpoken(planned, formatWan(done, 0))}
    >
      <path className={styles.axis} d={`M0 ${shape.axis}H${box.width}`} />
      {shape.planned && <polyline className={styles.plannedLine} points={shape.planned} />}
      <polyline className={styles.doneLine} points={shape.done} />
      {isBehind && plannedNow && <path className={styles.missing} d={`M${now.x} ${plannedNow.y}V${now.y}`} />}
      <circle className={styles.point} cx={now.x} cy={now.y} r="9" />
      <text className={styles.doneText} {...label}>
        {screen.doneAt(formatWan(done, 0))}
      </text>
      {isBehind && plannedNow && (
        <text x={now.x - 12} y={Math.max(26, plannedNow.y - 12)} textAnchor={now.x > box.width / 3 ? 'end' : 'start'}>
          {screen.plannedAt(planned)}
        </text>
      )}
      {end && annual !== null && (
        <text x={end.x + 8} y={end.y + 10}>
          {formatWan(annual, 0)}
        </text>
      )}
      {monthLabels(asOf).map((month) => (
        <text key={month} x={shape.xOf(firstDayOfMonth(month))} y={box.height - 10}>
          {meetings.month(monthNumber(month))}
        </text>
      ))}
    </svg>
  );
}

/** January, the month of the day, and December; a neighbour of one of these would run into it. */
function monthLabels(asOf: Day): Month[] {
  const year = yearOf(asOf);
  const current = monthNumber(monthOf(asOf));
  const numbers = current > 2 && current < 11 ? [1, current, 12] : [1, 6, 12];
  return numbers.map((number) => Month.parse(`${year}-${String(number).padStart(2, '0')}`));
}
