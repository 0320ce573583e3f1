import type { RateKey } from '#shared/figures/sets.ts';
import type { FigureSummary, RateFigure } from '#shared/figures/summary.ts';
import { formatPercent, formatWan, yuan } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';
import { FigureLink } from './FigureLink.tsx';
import styles from './Figures.module.css';

type RateTableProps = { label: string; rates: FigureSummary['rates']; keys: readonly RateKey[]; note?: (key: RateKey) => string | null };

/** Rates with both their sides, each of which opens its rows. A rate without a base is no rate and is left out. */
export function RateTable({ label, rates, keys, note }: RateTableProps) {
  const { figures } = useMessages();
  const shown = keys.filter((key) => rates[key].denominator > 0);
  if (shown.length === 0) return <p className={styles.none}>{figures.nothing}</p>;
  return (
    <Table label={label}>
      <thead>
        <tr>
          <th scope="col">{figures.rateName}</th>
          <NumberHead>{figures.part}</NumberHead>
          <NumberHead>{figures.base}</NumberHead>
          <NumberHead>{figures.rate}</NumberHead>
        </tr>
      </thead>
      <tbody>
        {shown.map((key) => (
          <RateRow key={key} name={key} rate={rates[key]} note={note?.(key) ?? null} />
        ))}
      </tbody>
    </Table>
  );
}

function RateRow({ name, rate, note }: { name: RateKey; rate: RateFigure; note: string | null }) {
  const { figures } = useMessages();
  const label = figures.rates[name];
  const sides = figures.sides[name];
  const text = (amount: number) => (rate.unit === 'yuan' ? formatWan(yuan(amount)) : String(amount));
  return (
    <tr>
      <th scope="row">
        <span className={styles.rateName}>{label}</span>
        <span className={styles.remark}>{[figures.formula(sides.part, sides.base), note].filter(Boolean).join(' · ')}</span>
      </th>
      <NumberCell>
        <FigureLink
          text={text(rate.numerator)}
          what={figures.sideOf(label, sides.part)}
          count={rate.numerator}
          behind={{ set: `${name}.part` }}
        />
      </NumberCell>
      <NumberCell>
        <FigureLink
          text={text(rate.denominator)}
          what={figures.sideOf(label, sides.base)}
          count={rate.denominator}
          behind={{ set: `${name}.base` }}
        />
      </NumberCell>
      <NumberCell>
        <b>{formatPercent(rate.numerator, rate.denominator, 2)}%</b>
      </NumberCell>
    </tr>
  );
}
