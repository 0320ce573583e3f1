import { useMessages } from '../app/language.tsx';
import { NewPassword } from '../auth/NewPassword.tsx';
import { TextField } from '../kit/TextField.tsx';
import styles from './SetupPage.module.css';

export type FirstAccountDraft = { username: string; name: string; password: string; again: string };

type FirstAccountProps = {
  value: FirstAccountDraft;
  onValue: (value: FirstAccountDraft) => void;
  wrong: ReadonlySet<string>;
  isAsked: boolean;
  nameTaken?: string;
};

/** One of the first two accounts. The password is typed twice: there is nobody yet who could reset it. */
export function FirstAccount({ value, onValue, wrong, isAsked, nameTaken }: FirstAccountProps) {
  const { accounts: words, auth, setup } = useMessages();
  const differs = value.again !== value.password && (value.again !== '' || isAsked);
  const usernameError = wrong.has('username') ? words.wrong.username : nameTaken;
  return (
    <div className={styles.fields}>
      <TextField
        label={words.name}
        required
        value={value.name}
        onText={(name) => onValue({ ...value, name })}
        {...(wrong.has('name') ? { error: words.wrong.name } : {})}
      />
      <TextField
        label={words.username}
        hint={words.usernameHint}
        required
        autoCapitalize="none"
        autoComplete="off"
        value={value.username}
        onText={(username) => onValue({ ...value, username })}
        {...(usernameError ? { error: usernameError } : {})}
      />
      <NewPassword
        label={words.password}
        hint={setup.passwordHint}
        value={value.password}
        onText={(password) => onValue({ ...value, password })}
        personal={[value.username, value.name]}
        isAsked={isAsked}
      />
      <TextField
        label={words.passwordAgain}
        required
        type="password"
        autoComplete="new-password"
        value={value.again}
        onText={(again) => onValue({ ...value, again })}
        {...(differs ? { error: auth.differs } : {})}
      />
    </div>
  );
}
