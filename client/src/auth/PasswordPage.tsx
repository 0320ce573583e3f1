import { type SubmitEvent, useState } from 'react';
import { z } from 'zod';
import { errorSentence, failureOf } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import type { Catalogue } from '../app/messages.ts';
import { Button } from '../kit/Button.tsx';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import styles from './auth.module.css';
import { useChangePassword } from './mutations.ts';

const Weak = z.enum(['short', 'classes', 'common', 'personal', 'same']);

/** Changing one's own password: forced after a reset, otherwise from the account menu. */
export function PasswordPage({ isForced }: { isForced: boolean }) {
  const messages = useMessages();
  const { auth } = messages;
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const change = useChangePassword();
  const differs = again !== '' && again !== next;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (next !== again) return;
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          toast({ text: auth.changed });
          setCurrent('');
          setNext('');
          setAgain('');
        },
      },
    );
  }

  const form = (
    <form className={isForced ? styles.sheet : styles.inFrame} onSubmit={submit} aria-label={auth.change}>
      {isForced && <h1 className={styles.product}>{auth.forced}</h1>}
      {isForced && <p className={styles.note}>{auth.forcedHint}</p>}
      <TextField label={auth.current} value={current} onText={setCurrent} type="password" autoComplete="current-password" required />
      <TextField label={auth.next} hint={auth.rule} value={next} onText={setNext} type="password" autoComplete="new-password" required />
      <TextField
        label={auth.again}
        value={again}
        onText={setAgain}
        type="password"
        autoComplete="new-password"
        required
        {...(differs ? { error: auth.differs } : {})}
      />
      {change.error && <Notice look="red">{sentence(change.error, messages)}</Notice>}
      <Button look="primary" type="submit" busy={change.isPending}>
        {auth.save}
      </Button>
    </form>
  );
  if (isForced) return <main className={styles.page}>{form}</main>;
  return (
    <Page>
      <PageHeader title={auth.change} />
      {form}
    </Page>
  );
}

/** Here a failed sign-in means that the present password is wrong, and a weak one says in what way. */
function sentence(error: unknown, messages: Catalogue): string {
  const failure = failureOf(error);
  if (failure?.code === 'SIGN_IN_FAILED') return messages.auth.wrongCurrent;
  const weak = Weak.safeParse(failure?.details.reason);
  return failure?.code === 'PASSWORD_TOO_WEAK' && weak.success ? messages.auth.weak[weak.data] : errorSentence(error, messages);
}
