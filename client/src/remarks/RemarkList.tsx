import { dayOf, timeOf } from '#shared/kit/calendar.ts';
import type { Remark } from '#shared/remarks/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import styles from './Remarks.module.css';

type RemarkListProps = {
  remarks: readonly Remark[];
  /** Null where they cannot be taken back. */
  onRemove: ((remark: Remark) => void) | null;
};

/** What leaders said, each with the name and the moment. */
export function RemarkList({ remarks: said, onRemove }: RemarkListProps) {
  const { kit, remarks } = useMessages();
  return (
    <ul className={styles.list}>
      {said.map((remark) => (
        <li key={remark.id} className={styles.remark}>
          <blockquote>{remark.text}</blockquote>
          <p className={styles.by}>
            {kit.apart([
              remark.leaderName,
              `${kit.day(dayOf(remark.writtenAt))} ${timeOf(remark.writtenAt)}`,
              remark.meetingId && remarks.inMeeting,
            ])}
          </p>
          {onRemove && (
            <Button size="small" look="danger" aria-label={remarks.removeOf(remark.leaderName)} onClick={() => onRemove(remark)}>
              {remarks.remove}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
