import { useMessages } from '../app/language.tsx';
import { diffText } from '../kit/diff.ts';
import styles from './ChangedText.module.css';

/** What was changed in last week's words, below the field that holds them: the field itself stays plain text. */
export function ChangedText({ before, after }: { before: string; after: string }) {
  const { returns } = useMessages();
  if (before.trim() === '' || after.trim() === '' || before.trim() === after.trim()) return null;
  return (
    <p className={styles.changed}>
      <span className={styles.label}>{returns.changes}</span>
      {diffText(before.trim(), after.trim()).map((part, index) => {
        const key = `${index}-${part.kind}`;
        if (part.kind === 'added') return <ins key={key}>{part.text}</ins>;
        if (part.kind === 'removed') return <del key={key}>{part.text}</del>;
        return <span key={key}>{part.text}</span>;
      })}
    </p>
  );
}
