import { type SubmitEvent, useState } from 'react';
import { AGENDA_LIMIT } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import type { Order } from './mutations.ts';

type WordsDialogProps = { order: Order; onWords: (words: string) => void; onClose: () => void };

/** Some moves take a word why: an agenda beyond its limit, a flag. */
export function WordsDialog({ order, onWords, onClose }: WordsDialogProps) {
  const { board, kit } = useMessages();
  const [words, setWords] = useState('');
  const { command } = order;
  const isFlag = command.type === 'proposeFlag';
  const isBlack = isFlag && command.colour === 'black';
  const title = isFlag ? (isBlack ? board.basisTitle : board.redBasisTitle) : board.overLimitTitle;
  const text = isFlag ? (isBlack ? board.basisText : board.redBasisText) : board.overLimitText(AGENDA_LIMIT);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (words.trim().length >= 2) onWords(words.trim());
  }

  return (
    <Dialog title={title} mark="alert" description={kit.labelled(order.card.name, text)} onClose={onClose} keepOnOutsidePress>
      <form onSubmit={submit}>
        <TextArea label={isFlag ? board.basis : board.reason} value={words} onText={setWords} limit={200} required />
        <p>
          <Button look="primary" type="submit">
            {board.confirm}
          </Button>{' '}
          <Button onClick={onClose}>{board.cancel}</Button>
        </p>
      </form>
    </Dialog>
  );
}
