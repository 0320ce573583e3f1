import { type SubmitEvent, useState } from 'react';
import { CreateAccount } from '#shared/accounts/schema.ts';
import { whyWeak } from '#shared/auth/password.ts';
import type { Unit } from '#shared/units/schema.ts';
import { wrongFields } from '../app/fields.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { NewPassword } from '../auth/NewPassword.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { type AccountDraft, AccountFields } from './AccountFields.tsx';
import styles from './AccountsTab.module.css';
import { useCreateAccount } from './mutations.ts';

type Draft = AccountDraft & { username: string; password: string };

export function NewAccountDialog({ units, onClose }: { units: readonly Unit[]; onClose: () => void }) {
  const { accounts: words } = useMessages();
  const toast = useToast();
  const create = useCreateAccount();
  const [isAsked, setAsked] = useState(false);
  const [value, setValue] = useState<Draft>({ name: '', username: '', role: 'officer', unitId: null, password: '' });
  const wrong = isAsked ? wrongFields(CreateAccount, value) : new Set<string>();
  const change = (part: Partial<Draft>) => setValue({ ...value, ...part });

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    const account = CreateAccount.safeParse(value);
    if (!account.success || whyWeak(value.password, [value.username, value.name])) return;
    create.mutate(account.data, {
      onSuccess: (made) => {
        toast({ text: words.created(made.name) });
        onClose();
      },
    });
  }

  return (
    <Dialog
      title={words.create}
      onClose={onClose}
      keepOnOutsidePress
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" type="submit" form="new-account" busy={create.isPending}>
            {words.create}
          </Button>
        </>
      }
    >
      <form id="new-account" className={styles.form} onSubmit={submit} noValidate>
        <AccountFields value={value} onValue={change} units={units} wrong={wrong} />
        <TextField
          label={words.username}
          hint={words.usernameHint}
          required
          autoCapitalize="none"
          autoComplete="off"
          value={value.username}
          onText={(username) => change({ username })}
          {...(wrong.has('username') ? { error: words.wrong.username } : {})}
        />
        <NewPassword
          label={words.firstPassword}
          hint={words.firstPasswordHint}
          value={value.password}
          onText={(password) => change({ password })}
          personal={[value.username, value.name]}
          isAsked={isAsked}
          isShown
        />
        <SaveError error={create.error} />
      </form>
    </Dialog>
  );
}
