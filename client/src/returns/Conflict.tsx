import type { WeeklyReturn } from '#shared/returns/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Notice } from '../kit/Page.tsx';
import styles from './Conflict.module.css';
import { type Typed, typedOf } from './form.ts';

const fields = ['doneThisWeek', 'doneThisYear', 'progress', 'nextStep', 'problem', 'request'] as const;

/** Somebody else was there first: both sides where they differ, and who comes later chooses. */
export function Conflict({
  newer,
  typed,
  onTheirs,
  onMine,
}: {
  newer: WeeklyReturn;
  typed: Typed;
  onTheirs: () => void;
  onMine: () => void;
}) {
  const { returns } = useMessages();
  const theirs = typedOf(newer);
  const different = fields.filter((field) => theirs[field].trim() !== typed[field].trim());
  const labels: Record<(typeof fields)[number], string> = {
    doneThisWeek: returns.doneThisWeek,
    doneThisYear: returns.doneThisYear,
    progress: returns.progress,
    nextStep: returns.nextStep,
    problem: returns.problem,
    request: returns.request,
  };
  return (
    <div className={styles.conflict} role="alert">
      <Notice
        look="yellow"
        title={returns.conflict(newer.submittedBy)}
        actions={
          <>
            <Button onClick={onTheirs}>{returns.takeTheirs}</Button>
            <Button onClick={onMine}>{returns.keepMine}</Button>
          </>
        }
      >
        {returns.conflictHint}
      </Notice>
      {different.length > 0 && (
        <table className={styles.sides}>
          <thead>
            <tr>
              <td />
              <th scope="col">{returns.theirs}</th>
              <th scope="col">{returns.mine}</th>
            </tr>
          </thead>
          <tbody>
            {different.map((field) => (
              <tr key={field}>
                <th scope="row">{labels[field]}</th>
                <td>{theirs[field] || '—'}</td>
                <td>{typed[field] || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
