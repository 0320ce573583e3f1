import { createContext, useContext } from 'react';
import type { Inline, NumberInline } from '#shared/documents/model.ts';
import { tokenOf } from '#shared/documents/tokens.ts';
import { assertNever } from '#shared/kit/errors.ts';
import { classes } from '../kit/classes.ts';
import styles from './Inlines.module.css';

/** Hears which number was chosen. */
export type OnNumber = (number: NumberInline) => void;

/** The numbers that newer figures put otherwise, by token: marked on the screen, never changed by themselves. */
export const NumberMarks = createContext<ReadonlySet<string>>(new Set());

/** Running text with its numbers and lamps. */
export function Inlines({ inlines, onNumber }: { inlines: readonly Inline[]; onNumber: OnNumber | undefined }) {
  return inlines.map((inline, index) => {
    // Inlines have no identity but their place: a document is drawn anew when it changes.
    const key = `${index}:${inline.text}`;
    switch (inline.type) {
      case 'text':
        return (
          <span key={key} className={inline.typed && styles.put} data-mark={inline.typed && 'typed'}>
            {inline.text}
          </span>
        );
      case 'number':
        return <SourcedNumber key={key} number={inline} onNumber={onNumber} />;
      case 'lamp':
        return <LampWord key={key} lamp={inline.lamp} text={inline.text} />;
      default:
        return assertNever(inline);
    }
  });
}

function SourcedNumber({ number, onNumber }: { number: NumberInline; onNumber: OnNumber | undefined }) {
  const marks = useContext(NumberMarks);
  const isChanged = marks.size > 0 && marks.has(tokenOf(number.source));
  const shared = {
    className: classes(styles.number, number.put && styles.put, isChanged && styles.changed),
    'data-number': number.value,
    'data-mark': number.put?.how ?? (isChanged ? 'changed' : undefined),
    title: number.source.label,
  };
  if (!onNumber) return <span {...shared}>{number.text}</span>;
  return (
    // A real button is a box that lines do not break around as they do on paper.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      {...shared}
      role="button"
      tabIndex={0}
      onClick={() => onNumber(number)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onNumber(number);
      }}
    >
      {number.text}
    </span>
  );
}

/** Shape and word besides the colour: most copies are printed in black. */
const shapes = {
  red: <rect x="1.5" y="1.5" width="13" height="13" rx="1" />,
  yellow: <path d="M8 2 14.6 13.8H1.4Z" />,
  green: <circle cx="8" cy="8" r="6.8" />,
};

function LampWord({ lamp, text }: { lamp: keyof typeof shapes; text: string }) {
  return (
    <span className={styles.lamp}>
      <svg className={styles[lamp]} viewBox="0 0 16 16" aria-hidden="true">
        {shapes[lamp]}
      </svg>
      {text}
    </span>
  );
}
