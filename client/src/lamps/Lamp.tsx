import type { Lamp as LampColour } from '#shared/lamps/schema.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import styles from './Lamp.module.css';

type LampProps = {
  /** Null is a project that has no lamp yet. */
  colour: LampColour | null;
  /** The glyph's height in px: 18 in a filter, 20 and more on a card, up to 60 on the screen. */
  size?: number;
  /** 预判: worked out from the figures so far; a dashed edge stands around it. */
  provisional?: boolean;
  /** Beside the word that says the same: nothing is read out twice. */
  silent?: boolean;
};

/** Four differences at once: shape, sign, colour, solid or hollow; so that it survives a black-and-white printer. */
export function Lamp({ colour, size = 22, provisional = false, silent = false }: LampProps) {
  const { kit, vocabulary } = useMessages();
  const name = colour ? vocabulary.lamp[colour] : vocabulary.noLamp;
  const spoken = provisional && colour ? `${name}${kit.bracketed(vocabulary.provisional)}` : name;
  return (
    <svg
      className={styles.lamp}
      width={(size * 28) / 24}
      height={size}
      viewBox="0 0 28 24"
      role="img"
      aria-label={spoken}
      aria-hidden={silent}
    >
      <Shape colour={colour} provisional={provisional} />
      {colour && (
        <text
          className={classes(styles.sign, styles[`${colour}Sign`])}
          x="14"
          y={provisional ? small[colour].y : full[colour].y}
          fontSize={provisional ? small[colour].size : full[colour].size}
        >
          {vocabulary.lampGlyph[colour]}
        </text>
      )}
    </svg>
  );
}

/** Where the sign stands in each shape, on the 28 × 24 square. */
const full = { red: { y: 17, size: 14 }, yellow: { y: 21.2, size: 12 }, green: { y: 16.7, size: 13 } };
const small = { red: { y: 16.4, size: 12 }, yellow: { y: 20, size: 9.5 }, green: { y: 16.7, size: 13 } };

function Shape({ colour, provisional }: { colour: LampColour | null; provisional: boolean }) {
  switch (colour) {
    case 'red':
      return provisional ? (
        <>
          <rect className={styles.redEdge} x="3.2" y="1.2" width="21.6" height="21.6" rx="2" />
          <rect className={styles.red} x="6" y="4" width="16" height="16" rx="1" />
        </>
      ) : (
        <rect className={styles.red} x="3" y="1" width="22" height="22" rx="2" />
      );
    case 'yellow':
      return provisional ? (
        <>
          <path className={styles.yellowEdge} d="M14 1.4 27 23H1Z" />
          <path className={styles.yellow} d="M14 6.4 22.6 20.6H5.4Z" />
        </>
      ) : (
        <path className={styles.yellow} d="M14 2 26.6 22.5H1.4Z" />
      );
    case 'green':
      return <circle className={classes(styles.green, provisional && styles.dashed)} cx="14" cy="12" r="11" />;
    case null:
      return <circle className={styles.none} cx="14" cy="12" r="10" />;
  }
}

/** Only the shape, for places too small for a sign. The word must stand beside it, so it is silent. */
export function LampMark({ colour, size = 14 }: { colour: LampColour | null; size?: number }) {
  return (
    <svg className={styles.lamp} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {colour === 'red' && <rect className={styles.red} x="1.5" y="1.5" width="13" height="13" rx="1" />}
      {colour === 'yellow' && <path className={styles.yellow} d="M8 2.5 14.2 13.5H1.8Z" />}
      {colour === 'green' && <circle className={styles.greenMark} cx="8" cy="8" r="6.3" />}
      {colour === null && <circle className={styles.none} cx="8" cy="8" r="6.3" />}
    </svg>
  );
}

/** The reason beside a lamp, in its colour: red and yellow strong, green plain. */
export function LampReason({ colour, children }: { colour: LampColour | null; children: string }) {
  return <span className={classes(styles.reason, colour && styles[`${colour}Reason`])}>{children}</span>;
}
