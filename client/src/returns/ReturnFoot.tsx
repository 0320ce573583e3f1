import { type Instant, timeOf, type Week, weekNumber } from '#shared/kit/calendar.ts';
import type { ReturnWeek } from '#shared/returns/sheet.ts';
import { useMessages } from '../app/language.tsx';
import { Estimate } from '../calendar/Estimate.tsx';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Kbd } from '../kit/Kbd.tsx';
import type { Kept } from './drafts.ts';
import styles from './ReturnFoot.module.css';
import { dayWords } from './words.ts';

type ReturnFootProps = {
  week: ReturnWeek;
  /** Why the last attempt failed: said here, where a toast would lie over the buttons. */
  failure: string | null;
  kept: Kept;
  /** It waits on this device for the line. */
  waitsSince: Instant | null;
  /** A draft that was found here and stands in the form. */
  restored: { from: Week; at: string } | null;
  onDiscard: () => void;
  isBusy: boolean;
  isLocked: boolean;
  hasNext: boolean;
  /** Whether there is a last week to be the same as. */
  mayStay: boolean;
  onNoChange: () => void;
};

/** The buttons, always in sight; beside them, how safe the words are and until when they may be changed. */
export function ReturnFoot({
  week,
  failure,
  kept,
  waitsSince,
  restored,
  onDiscard,
  isBusy,
  isLocked,
  hasNext,
  mayStay,
  onNoChange,
}: ReturnFootProps) {
  const { returns } = useMessages();
  return (
    <footer className={styles.foot}>
      {failure && (
        <p className={styles.failure} role="alert">
          <Icon name="warn" />
          {failure}
        </p>
      )}
      <p className={styles.kept} aria-live="polite">
        {waitsSince ? (
          <>
            <Icon name="offline" />
            {returns.waits(timeOf(waitsSince))}
          </>
        ) : restored ? (
          <>
            <Icon name="edit" />
            {restored.from === week.week ? returns.restored(restored.at) : returns.restoredFrom(weekNumber(restored.from))}
            <Button look="text" size="small" onClick={onDiscard}>
              {returns.discard}
            </Button>
          </>
        ) : kept === 'refused' ? (
          <>
            <Icon name="warn" />
            {returns.notKept}
          </>
        ) : kept ? (
          <>
            <Icon name="check" />
            {returns.kept(timeOf(kept.at))}
          </>
        ) : (
          <>
            <Icon name="lock" />
            {returns.editable(dayWords(week.dueOn, returns), week.dueTime)}
            <Estimate years={week.unknownYears} />
          </>
        )}
      </p>
      <span className={styles.submit}>
        <Button look="primary" size="large" type="submit" busy={isBusy} disabled={isLocked}>
          <span className={styles.long}>{hasNext ? returns.submit : returns.submitOne}</span>
          <span className={styles.short}>{hasNext ? returns.submitShort : returns.submitOne}</span>
          <span className={styles.long}>
            <Kbd>{returns.submitKey}</Kbd>
          </span>
        </Button>
      </span>
      {mayStay && (
        <span className={styles.same}>
          <Button size="large" disabled={isLocked || isBusy} onClick={onNoChange}>
            <span className={styles.long}>{returns.noChange}</span>
            <span className={styles.long}>
              <Kbd>{returns.noChangeKey}</Kbd>
            </span>
            <span className={styles.short}>{returns.noChangeShort}</span>
          </Button>
        </span>
      )}
    </footer>
  );
}
