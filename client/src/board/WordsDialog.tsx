import { type SubmitEvent, useState } from 'react';
import type { BoardCommand } from '#shared/board/commands.ts';
import { AGENDA_LIMIT } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Notice } from '../kit/Page.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import type { Asking } from './moves.ts';

type WordsDialogProps = { asking: Extract<Asking, { kind: 'words' }>; onWords: (words: string) => void; onClose: () => void };

/** Some moves take a word why: an agenda beyond its limit, a flag, a lamp set by hand. For several cards it is said once. */
export function WordsDialog({ asking, onWords, onClose }: WordsDialogProps) {
  const { board, kit } = useMessages();
  const wordsAsked = useWordsAsked();
  const [words, setWords] = useState(asking.typed ?? '');
  const [isTried, setTried] = useState(false);
  const { command, picks } = asking;
  useEditing(...picks.map(({ card }) => card.id));
  const { title, text, label } = wordsAsked(command);
  const [first] = picks;
  const subject = picks.length > 1 ? board.cardsTogether(picks.length) : (first?.card.name ?? '');
  const failure = isTried && words.trim().length < 2 ? board.wordsMissing : asking.failure;

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setTried(true);
    if (words.trim().length >= 2) onWords(words.trim());
  }

  return (
    <Dialog title={title} mark="alert" description={kit.labelled(subject, text)} onClose={onClose} keepOnOutsidePress>
      <form onSubmit={submit} noValidate>
        <TextArea label={label} value={words} onText={setWords} limit={200} required />
        {failure && <Notice look="red">{failure}</Notice>}
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

function useWordsAsked(): (command: BoardCommand) => { title: string; text: string; label: string } {
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
