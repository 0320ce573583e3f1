import { type SubmitEvent, useState } from 'react';
import { AGENDA_LIMIT } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import type { Order } from './mutations.ts';

type WordsDialogProps = { order: Order; onWords: (words: string) => void; onClose: () => void };

/** Some moves take a word why: an agenda beyond its limit, a flag, a lamp set by hand. */
export function WordsDialog({ order, onWords, onClose }: WordsDialogProps) {
  const { board, kit } = useMessages();
  const wordsAsked = useWordsAsked();
  const [words, setWords] = useState('');
  const { command } = order;
  const { title, text, label } = wordsAsked(command);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (words.trim().length >= 2) onWords(words.trim());
  }

  return (
    <Dialog title={title} mark="alert" description={kit.labelled(order.card.name, text)} onClose={onClose} keepOnOutsidePress>
      <form onSubmit={submit}>
        <TextArea label={label} value={words} onText={setWords} limit={200} required />
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

function useWordsAsked(): (command: Order['command']) => { title: string; text: string; label: string } {
  const { board, vocabulary } = useMessages();
  return (command) => {
    switch (command.type) {
      case 'proposeFlag': {
        const isBlack = command.colour === 'black';
        return {
          title: isBlack ? board.basisTitle : board.redBasisTitle,
          text: isBlack ? board.basisText : board.redBasisText,
          label: board.basis,
        };
      }
      case 'overrideLamp':
        return { title: board.lampTitle(vocabulary.lamp[command.lamp]), text: board.lampText, label: board.reason };
      default:
        return { title: board.overLimitTitle, text: board.overLimitText(AGENDA_LIMIT), label: board.reason };
    }
  };
}
