import { formatWan, yuan } from '#shared/kit/money.ts';
import type { MergeConflict, MergeRow, MergeSide } from '#shared/projects/merge.ts';
import { useMessages } from '../app/language.tsx';
import { Table } from '../kit/Table.tsx';
import styles from './MergeDialog.module.css';

type MergeConflictsProps = {
  conflicts: readonly MergeConflict[];
  sides: Readonly<Record<string, MergeSide>>;
  keyOf: (conflict: MergeConflict) => string;
  onSide: (key: string, side: MergeSide) => void;
};

/** What both records hold, side by side: one of each pair is chosen. */
export function MergeConflicts({ conflicts, sides, keyOf, onSide }: MergeConflictsProps) {
  const { merge } = useMessages().projects;
  return (
    <div className={styles.conflicts}>
      <Table label={merge.conflicts} sticky>
        <thead>
          <tr>
            <th scope="col">{merge.what}</th>
            <th scope="col">{merge.period}</th>
            <th scope="col">{merge.ofKept}</th>
            <th scope="col">{merge.ofOther}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict) => {
            const key = keyOf(conflict);
            const name = `${merge.kinds[conflict.kind]} ${conflict.period}`;
            return (
              <tr key={key}>
                <th scope="row" className={styles.plain}>
                  {merge.kinds[conflict.kind]}
                </th>
                <td className={styles.plain}>{conflict.period}</td>
                {(['kept', 'other'] as const).map((side) => (
                  <td key={side}>
                    <label className={styles.choice}>
                      <input
                        type="radio"
                        name={key}
                        aria-label={`${name} ${side === 'kept' ? merge.ofKept : merge.ofOther}`}
                        checked={sides[key] === side}
                        onChange={() => onSide(key, side)}
                      />
                      <Shown row={conflict[side]} />
                    </label>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}

function Shown({ row: { kind, amount, code, words } }: { row: MergeRow }) {
  const { kit, projects, vocabulary } = useMessages();
  const codes: Record<string, Record<string, string>> = {
    override: vocabulary.lamp,
    nomination: vocabulary.nomination,
    flag: vocabulary.flag,
  };
  const parts = [
    amount === null ? null : `${formatWan(yuan(amount))} ${projects.wan}`,
    code === null ? null : (codes[kind]?.[code] ?? code),
    words,
  ];
  return <span className={styles.words}>{kit.apart(parts) || projects.merge.nothing}</span>;
}
