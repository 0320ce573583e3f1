import { type SubmitEvent, useState } from 'react';
import { Account } from '#shared/accounts/schema.ts';
import type { Unit } from '#shared/units/schema.ts';
import { wrongFields } from '../app/fields.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useToast } from '../kit/Toast.tsx';
import { type AccountDraft, AccountFields } from './AccountFields.tsx';
import styles from './AccountsTab.module.css';
import { useUpdateAccount } from './mutations.ts';

const Fields = Account.pick({ name: true, role: true, unitId: true });

type AccountDialogProps = { account: Account; units: readonly Unit[]; onClose: () => void; onReload: () => void };

export function AccountDialog({ account, units, onClose, onReload }: AccountDialogProps) {
  const { accounts: words } = useMessages();
  const toast = useToast();
  const update = useUpdateAccount();
  const [isAsked, setAsked] = useState(false);
  const [active, setActive] = useState(account.active);
  const [value, setValue] = useState<AccountDraft>({ name: account.name, role: account.role, unitId: account.unitId });
  const wrong = isAsked ? wrongFields(Fields, value) : new Set<string>();

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    const fields = Fields.safeParse(value);
    if (!fields.success) return;
    update.mutate(
      { ...fields.data, id: account.id, version: account.version, active },
      {
        onSuccess: (saved) => {
          toast({ text: words.saved(saved.name) });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      title={words.editTitle(account.name)}
      description={words.reachNote}
      onClose={onClose}
      keepOnOutsidePress
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" type="submit" form="account" busy={update.isPending}>
            {words.save}
          </Button>
        </>
      }
    >
      <form id="account" className={styles.form} onSubmit={submit} noValidate>
        <AccountFields value={value} onValue={(part) => setValue({ ...value, ...part })} units={units} wrong={wrong} />
        <Checkbox label={words.isActive} checked={active} onChecked={setActive} />
        <SaveError error={update.error} onReload={onReload} />
      </form>
    </Dialog>
  );
}
