import { useState } from 'react';
import { isInNotice } from '#shared/calendar/changes.ts';
import { readNotice } from '#shared/calendar/paste.ts';
import type { CalendarException } from '#shared/calendar/workdays.ts';
import { useMessages } from '../app/language.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import styles from './CalendarTab.module.css';

type PasteDialogProps = { year: number; onTake: (days: readonly CalendarException[]) => void; onClose: () => void };

/** A notice or a list as text: what was read of it stands below, and goes into the calendar only when it is taken. */
export function PasteDialog({ year, onTake, onClose }: PasteDialogProps) {
  const { calendar } = useMessages();
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { days, unread } = readNotice(text, year);
  const own = days.filter((each) => isInNotice(year, each.day));
  const strange = days.filter((each) => !isInNotice(year, each.day)).map((each) => each.day);
  const count = (kind: CalendarException['kind']) => own.filter((each) => each.kind === kind).length;

  function take(): void {
    setAsked(true);
    if (own.length > 0) onTake(own);
  }

  return (
    <FormDialog
      title={calendar.pasteTitle(year)}
      save={calendar.pasteTake}
      busy={false}
      failure={isAsked && own.length === 0 ? calendar.pasteNone : null}
      onSave={take}
      onClose={onClose}
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{calendar.pasteHint}</p>
        <TextArea label={calendar.pasteText} rows={10} value={text} onText={setText} />
        {own.length > 0 && <p role="status">{calendar.pasteRead(count('off'), count('work'))}</p>}
        {unread.length + strange.length > 0 && (
          <div>
            <p>{calendar.pasteUnread}</p>
            <ul className={styles.unread}>
              {[...unread, ...strange].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </FormDialog>
  );
}
