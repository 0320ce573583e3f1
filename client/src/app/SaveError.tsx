import { Button } from '../kit/Button.tsx';
import { Notice } from '../kit/Page.tsx';
import { errorSentence, failureOf } from './errors.ts';
import { useMessages } from './language.tsx';

/** Why a form was not saved. Where somebody else was quicker, the way on is to look at what they wrote. */
export function SaveError({ error, onReload }: { error: unknown; onReload?: (() => void) | undefined }) {
  const messages = useMessages();
  if (!error) return null;
  const isConflict = failureOf(error)?.code === 'CONFLICT';
  return (
    <Notice look="red" actions={isConflict && onReload ? <Button onClick={onReload}>{messages.settings.reload}</Button> : null}>
      {errorSentence(error, messages)}
    </Notice>
  );
}
