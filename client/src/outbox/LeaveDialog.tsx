import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import styles from './LeaveDialog.module.css';
import type { Unsent } from './unsent.ts';

/** Before signing out with words that the server does not have: they stay, they are cleared, or nobody leaves. */
export function LeaveDialog({
  unsent,
  onStay,
  onLeave,
}: {
  unsent: Unsent;
  onStay: () => void;
  onLeave: (what: 'keep' | 'clear') => void;
}) {
  const { leave } = useMessages().outbox;
  return (
    <Dialog
      title={leave.title}
      mark="alert"
      description={leave.means}
      onClose={onStay}
      footer={
        <>
          <Button look="danger" onClick={() => onLeave('clear')}>
            {leave.clear}
          </Button>
          <Button onClick={() => onLeave('keep')}>{leave.keep}</Button>
          <Button look="primary" onClick={onStay}>
            {leave.stay}
          </Button>
        </>
      }
    >
      <ul className={styles.list}>
        {unsent.waiting > 0 && <li>{leave.waiting(unsent.waiting)}</li>}
        {unsent.drafts > 0 && <li>{leave.drafts(unsent.drafts)}</li>}
      </ul>
    </Dialog>
  );
}
