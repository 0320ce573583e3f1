import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Page.module.css';

/** A page's body: `reading` has wide margins and a measure, `wide` fills the window (boards, ledgers). */
export function Page({ width = 'reading', children }: { width?: 'reading' | 'wide'; children: ReactNode }) {
  return <div className={classes(styles.page, styles[width])}>{children}</div>;
}

type PageHeaderProps = {
  title: string;
  /** Beside the title: a state, a count. */
  beside?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, beside, note, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{title}</h1>
      {beside}
      {note && <span className={styles.note}>{note}</span>}
      <span className={styles.grow} />
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

/** A part of a page under an ink line with a serif title. */
export function Section({ title, note, actions, children }: { title: string; note?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <header className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{title}</h2>
        {note && <span className={styles.sectionNote}>{note}</span>}
        <span className={styles.grow} />
        {actions}
      </header>
      {children}
    </section>
  );
}

/** A framed remark in a page: what is wrong and the way out, or what to know. */
export function Notice({
  look = 'plain',
  title,
  children,
  actions,
}: {
  look?: 'plain' | 'red' | 'yellow';
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={classes(styles.notice, look !== 'plain' && styles[look])} role={look === 'plain' ? undefined : 'status'}>
      <div>
        {title && <b>{title}</b>} {children}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
