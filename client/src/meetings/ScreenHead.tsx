import type { ReactNode } from 'react';
import { widthOf } from '#shared/kit/text.ts';
import { useMessages } from '../app/language.tsx';
import type { ScreenData } from './ConsolePage.tsx';
import styles from './Screen.module.css';
import { dateText, weekdayText } from './words.ts';

/** A longer title stands in two smaller lines: a project's name is never cut short in front of the room. */
const LONGEST_TITLE = 20;

/** The head of a page: the seal or a lamp, a title, what stands beside it, and the page's own word at the right. */
export function ScreenHead({ lead, title, children, page }: { lead?: ReactNode; title: string; children?: ReactNode; page: ReactNode }) {
  const { app } = useMessages();
  return (
    <header className={styles.head}>
      {lead ?? (
        <span className={styles.seal} aria-hidden="true">
          {[...app.seal].map((sign) => (
            <span key={sign}>{sign}</span>
          ))}
        </span>
      )}
      <h1 className={widthOf(title) > LONGEST_TITLE ? styles.longTitle : undefined}>{title}</h1>
      {children}
      <span className={styles.grow} />
      {page}
    </header>
  );
}

/** When, where, who chairs. */
export function MeetingLine({ meeting }: { meeting: ScreenData['meeting'] }) {
  const { kit, meetings } = useMessages();
  return (
    <span className={styles.headNote}>
      {kit.apart([
        dateText(meeting.day, meetings),
        `${weekdayText(meeting.day, meetings)} ${meeting.time}`,
        meeting.place,
        meeting.host ? meetings.host(meeting.host) : null,
      ])}
    </span>
  );
}
