import { useId } from 'react';
import { timeOf } from '#shared/kit/calendar.ts';
import { Notice } from '../kit/Page.tsx';
import styles from './Conflict.module.css';
import type { ConflictState, Side } from './conflict.ts';
import { useMessages } from './language.tsx';

type ConflictProps<Fields extends object> = {
  state: ConflictState<Fields>;
  labelOf: (key: keyof Fields) => string;
  /** A value as people read it. */
  textOf: (key: keyof Fields, value: Fields[keyof Fields]) => string;
  onChoose: (key: keyof Fields, side: Side) => void;
};

/** Both sides where they differ, side by side; whoever comes later chooses for each field. */
export function Conflict<Fields extends object>({ state, labelOf, textOf, onChoose }: ConflictProps<Fields>) {
  const { conflict, kit } = useMessages();
  const id = useId();
  const taken = state.taken.map(labelOf);
  return (
    <div className={styles.conflict} role="alert">
      <Notice look="yellow" title={conflict.title(state.by, state.at && timeOf(state.at))}>
        {state.collisions.length > 0 ? conflict.choose : conflict.merged}
        {taken.length > 0 && <p>{conflict.taken(kit.list(taken))}</p>}
      </Notice>
      {state.collisions.length > 0 && (
        <table className={styles.sides}>
          <thead>
            <tr>
              <th scope="col">{conflict.field}</th>
              <th scope="col">{conflict.theirs}</th>
              <th scope="col">{conflict.mine}</th>
            </tr>
          </thead>
          <tbody>
            {state.collisions.map((collision) => {
              const { key } = collision;
              const label = labelOf(key);
              return (
                <tr key={String(key)}>
                  <th scope="row">{label}</th>
                  {(['theirs', 'mine'] as const).map((side) => (
                    <td key={side}>
                      <label className={styles.side}>
                        <input
                          type="radio"
                          name={`${id}-${String(key)}`}
                          aria-label={kit.labelled(label, kit.labelled(conflict[side], textOf(key, collision[side]) || conflict.empty))}
                          checked={state.chosen.get(key) === side}
                          onChange={() => onChoose(key, side)}
                        />
                        <span>{textOf(key, collision[side]) || conflict.empty}</span>
                      </label>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </div>
  );
}
