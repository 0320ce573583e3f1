import { type Month, monthNumber } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import styles from './Charts.module.css';
import { box, monthX, yOf } from './charts.ts';

const lines = [0, 0.25, 0.5, 0.75, 1];

/** Five lines with their amounts, and the months under them. */
export function Axes({ top, text, months }: { top: number; text: (value: number) => string; months: readonly Month[] }) {
  const { figures } = useMessages();
  return (
    <g>
      {lines.map((share) => (
        <g key={share}>
          <path className={share === 0 ? styles.axis : styles.grid} d={`M${box.left} ${yOf(top * share, top)}H${box.width - box.right}`} />
          <text className={styles.amount} x={box.left - 8} y={yOf(top * share, top) + 4}>
            {text(top * share)}
          </text>
        </g>
      ))}
      {months.map((month, index) => (
        <text key={month} className={styles.month} x={monthX(index)} y={box.height - 8}>
          {figures.monthShort(monthNumber(month))}
        </text>
      ))}
    </g>
  );
}
