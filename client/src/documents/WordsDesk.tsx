import type { ReactNode } from 'react';
import type { Document } from '#shared/documents/model.ts';
import { Paper } from './Paper.tsx';
import styles from './WordsDesk.module.css';

/** The words of a document beside the sheets that they make; null where there is nothing to change. */
export function WordsDesk({ words, document }: { words: ReactNode; document: Document }) {
  return (
    <div className={words === null ? styles.alone : styles.columns}>
      {words}
      <div className={styles.paper}>
        <Paper document={document} />
      </div>
    </div>
  );
}
