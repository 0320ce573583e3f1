import { GUESSED } from '#shared/ledgers/guesses.ts';
import type { LedgerName } from '#shared/ledgers/records.ts';
import { useMessages } from '../app/language.tsx';
import { Estimate } from '../calendar/Estimate.tsx';
import { Chip, type ChipLook } from '../kit/Chip.tsx';
import { Kbd } from '../kit/Kbd.tsx';
import styles from './Legend.module.css';

type Sample = 'overdue' | 'due' | 'running' | 'tolerant' | 'done' | 'pending';

const samples: readonly (readonly [Sample, ChipLook | null])[] = [
  ['overdue', 'overdue'],
  ['due', 'yellow'],
  ['running', 'plain'],
  ['tolerant', 'dashed'],
  ['done', null],
  ['pending', null],
];

/** What the signs of the cells mean, and the keys. */
export function Legend({ name, guessed }: { name: LedgerName; guessed: readonly number[] }) {
  const { ledgers } = useMessages();
  return (
    <footer className={styles.legend}>
      {name === 'approvals' &&
        samples.map(([key, look]) => (
          <span key={key} className={styles.item}>
            {look ? <Chip look={look}>{ledgers.legendSamples[key]}</Chip> : <span>{ledgers.legendSamples[key]}</span>}
            <span>{ledgers.legend[key]}</span>
          </span>
        ))}
      <span className={styles.guessed}>
        <Estimate years={guessed} mark={GUESSED} />
      </span>
      <span className={styles.grow} />
      {guessed.length === 0 && <span className={styles.item}>{ledgers.keys}</span>}
      <span className={styles.item}>
        <Kbd>←</Kbd>
        <Kbd>→</Kbd>
        {ledgers.moveCell}
      </span>
      <span className={styles.item}>
        <Kbd>{ledgers.enterKey}</Kbd>
        {ledgers.changeCell}
      </span>
      <span className={styles.item}>
        <Kbd>{ledgers.copyKey}</Kbd>
        {ledgers.copyCells}
      </span>
    </footer>
  );
}
