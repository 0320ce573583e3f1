import { whyWeak } from '#shared/auth/password.ts';
import { useMessages } from '../app/language.tsx';
import { TextField } from '../kit/TextField.tsx';

type NewPasswordProps = {
  label: string;
  hint?: string;
  value: string;
  onText: (text: string) => void;
  /** What the password must not contain: the user name and the person's name. */
  personal: readonly string[];
  /** Says what is wrong also while nothing has been typed. */
  isAsked: boolean;
  /** Shown as typed, where it is handed to somebody else. */
  isShown?: boolean;
};

/** A new password, with the rule beside it and what is wrong below it; the server asks the same rule. */
export function NewPassword({ label, hint, value, onText, personal, isAsked, isShown = false }: NewPasswordProps) {
  const { auth } = useMessages();
  const weak = value !== '' || isAsked ? whyWeak(value, personal) : null;
  return (
    <TextField
      label={label}
      hint={hint ?? auth.rule}
      value={value}
      onText={onText}
      type={isShown ? 'text' : 'password'}
      autoComplete={isShown ? 'off' : 'new-password'}
      required
      {...(weak ? { error: auth.weak[weak.reason] } : {})}
    />
  );
}
