import type { Account } from '#shared/accounts/schema.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import styles from './AccountsTab.module.css';
import { useResetPassword } from './mutations.ts';

/** Asks first, then shows the new password once: it is nowhere to be read again. */
export function ResetDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { accounts: words } = useMessages();
  const reset = useResetPassword();
  if (reset.data) {
    return (
      <Dialog
        title={words.resetDone(account.name)}
        description={words.resetOnce}
        onClose={onClose}
        keepOnOutsidePress
        footer={
          <Button look="primary" onClick={onClose}>
            {words.close}
          </Button>
        }
      >
        <output className={styles.password}>{reset.data.password}</output>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={words.resetTitle(account.name)}
      mark="alert"
      description={words.resetText}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="danger" busy={reset.isPending} onClick={() => reset.mutate({ id: account.id })}>
            {words.reset}
          </Button>
        </>
      }
    >
      <SaveError error={reset.error} />
    </Dialog>
  );
}
