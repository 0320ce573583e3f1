import type { WordEdit, WordsToEdit } from '#shared/documents/edits.ts';
import { useMessages } from '../app/language.tsx';
import { type TypedWords, WordFields } from '../documents/WordFields.tsx';
import { Button } from '../kit/Button.tsx';
import styles from './Panels.module.css';

type WordsPanelProps = {
  paragraphs: readonly WordsToEdit[];
  typed: TypedWords;
  onTyped: (typed: TypedWords) => void;
  lost: readonly WordEdit[];
  section: string | null;
  busy: boolean;
  onSave: () => void;
};

/** 文字: the words of the section that is looked at, around their numbers; what is typed in another section stays typed. */
export function WordsPanel({ paragraphs, typed, onTyped, lost, section, busy, onSave }: WordsPanelProps) {
  const { bulletins } = useMessages();
  const own = paragraphs.filter((paragraph) => section === null || paragraph.section === section);
  return (
    <form
      className={styles.words}
      aria-label={bulletins.panels.words}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <p className={styles.fact}>{bulletins.wordsHint}</p>
      <WordFields paragraphs={own} typed={typed} onTyped={onTyped} lost={lost} />
      <Button look="primary" type="submit" busy={busy}>
        {bulletins.saveWords}
      </Button>
    </form>
  );
}
