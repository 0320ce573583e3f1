import { type ReactNode, useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import styles from './MonthPage.module.css';

const SHOWN = 100;

/** As many rows at once as a page can hold, and more of them on demand. */
export function MoreRows<Row>({ rows, children }: { rows: readonly Row[]; children: (row: Row) => ReactNode }) {
  const { lampMonth: words } = useMessages();
  const [shown, setShown] = useState(SHOWN);
  return (
    <>
      <ul className={styles.rows}>{rows.slice(0, shown).map(children)}</ul>
      {rows.length > shown && <Button onClick={() => setShown(shown + SHOWN)}>{words.more(Math.min(SHOWN, rows.length - shown))}</Button>}
    </>
  );
}
