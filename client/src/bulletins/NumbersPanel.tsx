import { useState } from 'react';
import type { Document, NumberInline } from '#shared/documents/model.ts';
import { inlinesOf, type NumberChange, tokenOf, tokensAround } from '#shared/documents/tokens.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { classes } from '../kit/classes.ts';
import { TextField } from '../kit/TextField.tsx';
import styles from './Panels.module.css';
import { Provenance } from './Provenance.tsx';

/** Puts another number in the place of a drafted one; null gives the drafted one back. */
export type OnType = (token: string, text: string | null) => void;

/** A change with where it was found: in a newer cut, or in the records now. */
export type FoundChange = NumberChange & { from: 'cut' | 'live' };
export type OnTake = (tokens: string[], from: FoundChange['from']) => void;

type NumbersPanelProps = {
  document: Document;
  section: string | null;
  chosen: NumberInline | null;
  onChosen: (number: NumberInline) => void;
  changes: ReadonlyMap<string, FoundChange>;
  /** Null where the numbers are settled, or are another's to change. */
  onType: OnType | null;
  onTake: OnTake | null;
};

/** 数字出处: the chosen number with its rows, and the numbers of the section that is looked at. */
export function NumbersPanel({ document, section, chosen, onChosen, changes, onType, onTake }: NumbersPanelProps) {
  const { bulletins } = useMessages();
  const token = chosen && tokenOf(chosen.source);
  const listed = numbersIn(document, section);
  const current = chosen && (listed.find((number) => tokenOf(number.source) === token) ?? findNumber(document, token) ?? chosen);
  return (
    <>
      {current && token ? (
        <div className={styles.chosen}>
          <Provenance number={current} document={document} />
          {current.put && (
            <p className={styles.fact}>
              {bulletins.putIn[current.put.how](current.put.byName, dayOf(current.put.at), current.put.drafted)}{' '}
              {onType && (
                <Button look="text" size="small" onClick={() => onType(token, null)}>
                  {bulletins.giveBack}
                </Button>
              )}
            </p>
          )}
          <Newer change={changes.get(token)} changes={changes} document={document} onTake={onTake} />
          {onType && <TypeOver key={`${token} ${current.text}`} text={current.text} onType={(text) => onType(token, text)} />}
        </div>
      ) : (
        <p className={styles.fact}>{bulletins.pickNumber}</p>
      )}
      <ol className={styles.numbers} aria-label={bulletins.numbersHere}>
        {listed.map((number) => {
          const own = tokenOf(number.source);
          return (
            <li key={own}>
              <button type="button" className={styles.number} aria-current={own === token} onClick={() => onChosen(number)}>
                <span>{number.source.label}</span>
                <b className={classes(number.put && styles.put, changes.has(own) && styles.changed)}>{number.text}</b>
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}

type NewerProps = {
  change: FoundChange | undefined;
  changes: ReadonlyMap<string, FoundChange>;
  document: Document;
  onTake: OnTake | null;
};

/** What newer figures say of the chosen number: to be taken with what its sentence or its section says besides, or alone. */
function Newer({ change, changes, document, onTake }: NewerProps) {
  const { bulletins } = useMessages();
  if (!change) return null;
  const { from, token, now } = change;
  const around = tokensAround(document, token);
  const moved = (tokens: readonly string[]) => tokens.filter((each) => changes.get(each)?.from === from);
  const [sentence, section] = [moved(around.sentence), moved(around.section)];
  return (
    <div className={styles.newer}>
      <p>{bulletins.newer[from](now)}</p>
      {onTake && (
        <>
          {section.length > 1 && <p className={styles.alone}>{bulletins.alone}</p>}
          <div className={styles.acts}>
            {sentence.length > 1 && (
              <Button size="small" onClick={() => onTake(sentence, from)}>
                {bulletins.takeSentence(sentence.length)}
              </Button>
            )}
            {section.length > sentence.length && section.length > 1 && (
              <Button size="small" onClick={() => onTake(section, from)}>
                {bulletins.takeSection(section.length)}
              </Button>
            )}
            <Button size="small" onClick={() => onTake([token], from)}>
              {bulletins.take}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

function TypeOver({ text, onType }: { text: string; onType: (text: string) => void }) {
  const { bulletins } = useMessages();
  const [typed, setTyped] = useState(text);
  const isChanged = typed.trim() !== '' && typed.trim() !== text;
  return (
    <form
      className={styles.type}
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) onType(typed.trim());
      }}
    >
      <TextField label={bulletins.typeOver} value={typed} maxLength={40} changed={isChanged} onText={setTyped} />
      <Button type="submit" size="small" disabled={!isChanged}>
        {bulletins.put}
      </Button>
    </form>
  );
}

/** The numbers of one section, or of the whole body, each once. */
function numbersIn(document: Document, section: string | null): NumberInline[] {
  const blocks = [
    ...document.blocks.filter((block) => section === null || ('section' in block && block.section === section)),
    ...document.annexes.filter((annex) => section !== null && annex.section === section).flatMap((annex) => annex.blocks),
  ];
  const numbers = blocks.flatMap(inlinesOf).filter((inline) => inline.type === 'number');
  return [...new Map(numbers.map((number) => [tokenOf(number.source), number])).values()];
}

function findNumber(document: Document, token: string | null): NumberInline | undefined {
  return [...document.blocks, ...document.annexes.flatMap((annex) => annex.blocks)]
    .flatMap(inlinesOf)
    .filter((inline) => inline.type === 'number')
    .find((number) => tokenOf(number.source) === token);
}
