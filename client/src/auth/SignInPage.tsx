import { type SubmitEvent, useState } from 'react';
import type { Actor } from '#shared/accounts/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { Seal } from '../app/Frame.tsx';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Notice } from '../kit/Page.tsx';
import { TextField } from '../kit/TextField.tsx';
import styles from './auth.module.css';
import { useSignIn } from './mutations.ts';

/** `lastId`: whose session this page had before. */
export function SignInPage({ lastId }: { lastId: Actor['id'] | null }) {
  const messages = useMessages();
  const { auth, app } = messages;
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn(lastId);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    signIn.mutate({ username: username.trim(), password });
  }

  return (
    <main className={styles.page}>
      <form className={styles.sheet} onSubmit={submit} aria-label={auth.title}>
        <header className={styles.head}>
          <Seal />
          <div>
            <h1 className={styles.product}>{app.product}</h1>
            <p className={styles.note}>{auth.note}</p>
          </div>
        </header>
        <TextField label={auth.username} value={username} onText={setUsername} autoComplete="username" autoCapitalize="none" required />
        <TextField label={auth.password} value={password} onText={setPassword} type="password" autoComplete="current-password" required />
        {signIn.error && <Notice look="red">{errorSentence(signIn.error, messages)}</Notice>}
        <Button look="primary" type="submit" size="large" busy={signIn.isPending}>
          {auth.signIn}
        </Button>
      </form>
    </main>
  );
}
