import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { CompleteSetup } from '#shared/setup/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { Seal } from '../app/Frame.tsx';
import { InsecureBand } from '../app/InsecureBand.tsx';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { useLanguage } from '../kit/language.ts';
import { languages } from '../kit/languages.ts';
import { Notice } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { SetupForm } from './SetupForm.tsx';
import styles from './SetupPage.module.css';

/** The first start: whoever holds the link that the server printed founds the district. */
export function SetupPage() {
  const messages = useMessages();
  const { setup: words } = messages;
  const trpc = useTRPC();
  const state = useQuery(trpc.setup.state.queryOptions());
  const token = useTokenOfLink();
  const [isDone, setDone] = useState(false);
  const signIn = <Link href="/">{words.signIn}</Link>;

  if (isDone) {
    return (
      <Sheet>
        <Notice title={words.done} actions={signIn} />
      </Sheet>
    );
  }
  if (state.error) {
    return (
      <Sheet>
        <Notice look="red">{errorSentence(state.error, messages)}</Notice>
      </Sheet>
    );
  }
  if (!state.data) {
    return (
      <Sheet>
        <Skeleton label={messages.app.loading} />
      </Sheet>
    );
  }
  if (state.data.isSetUp) {
    return (
      <Sheet>
        <Notice title={words.already} actions={signIn}>
          {words.alreadyHint}
        </Notice>
      </Sheet>
    );
  }
  if (token === null) {
    return (
      <Sheet>
        <Notice look="red" title={words.badLink}>
          {words.badLinkHint}
        </Notice>
      </Sheet>
    );
  }
  return (
    <Sheet>
      <p className={styles.note}>{words.note}</p>
      <SetupForm token={token} onDone={() => setDone(true)} />
    </Sheet>
  );
}

/** Taken from behind the hash, then wiped from the address bar, so that nobody reads it over a shoulder or in the history. */
function useTokenOfLink(): string | null {
  const [token, setToken] = useState(readToken);
  useEffect(() => {
    const wipe = () => window.history.replaceState(null, '', window.location.pathname);
    // The right link pasted over a wrong one changes what is behind the hash and loads nothing.
    const read = () => {
      setToken(readToken());
      wipe();
    };
    wipe();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  return token;
}

function readToken(): string | null {
  const parsed = CompleteSetup.shape.token.safeParse(window.location.hash.slice(1));
  return parsed.success ? parsed.data : null;
}

function Sheet({ children }: { children: ReactNode }) {
  const { setup: words, app } = useMessages();
  const { language, setLanguage } = useLanguage();
  return (
    <main>
      <InsecureBand />
      <div className={styles.page}>
        <div className={styles.sheet}>
          <header className={styles.head}>
            <Seal />
            <h1 className={styles.title}>{words.title}</h1>
            <Segmented
              label={app.language}
              segments={languages.map((each) => ({ value: each, label: app.languages[each] }))}
              value={language}
              onValue={setLanguage}
            />
          </header>
          {children}
        </div>
      </div>
    </main>
  );
}
