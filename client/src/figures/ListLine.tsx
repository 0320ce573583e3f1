import type { ListKey } from '#shared/figures/sets.ts';
import type { FigureSummary } from '#shared/figures/summary.ts';
import { useMessages } from '../app/language.tsx';
import { FigureLink } from './FigureLink.tsx';
import styles from './Figures.module.css';

/** Counts side by side, each of which opens its rows. */
export function ListLine({ lists, keys }: { lists: FigureSummary['lists']; keys: readonly ListKey[] }) {
  const { figures } = useMessages();
  return (
    <dl className={styles.line}>
      {keys.map((key) => (
        <div key={key}>
          <dt>{figures.lists[key]}</dt>
          <dd>
            <FigureLink text={figures.countUnit(lists[key])} what={figures.lists[key]} count={lists[key]} behind={{ set: key }} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
