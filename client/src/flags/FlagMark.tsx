import type { FlagColour } from '#shared/flags/schema.ts';
import { useMessages } from '../app/language.tsx';
import styles from './FlagMark.module.css';

type FlagMarkProps = {
  colour: FlagColour;
  /** 16: carried in from the quarter before; 20: awarded this quarter. Larger on the screen. */
  size?: number;
  /** Beside the word that says the same. */
  silent?: boolean;
};

/** Red is a pennant, black a swallowtail: told apart by shape alone. On a dark ground the black one has a white edge. */
export function FlagMark({ colour, size = 16, silent = false }: FlagMarkProps) {
  const { vocabulary } = useMessages();
  return (
    <svg
      className={styles.flag}
      width={(size * 16) / 20}
      height={size}
      viewBox="0 0 16 20"
      role="img"
      aria-label={vocabulary.flag[colour]}
      aria-hidden={silent}
    >
      {colour === 'red' ? (
        <path className={styles.red} d="M2.5 1.5 15 6.2 2.5 11Z" />
      ) : (
        <path className={styles.black} d="M2.5 1.5H15L11.6 6.2 15 11H2.5Z" />
      )}
      <path className={styles.pole} d="M2.2 1v18" />
    </svg>
  );
}
