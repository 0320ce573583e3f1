import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { type Choice, type ChoiceGroup, optionId, stepTo } from '../kit/choices.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Hidden } from '../kit/Hidden.tsx';
import { isComposing } from '../kit/keys.ts';
import { OptionList } from '../kit/OptionList.tsx';
import { type Action, actionGroups } from './actions.ts';
import { errorSentence } from './errors.ts';
import { useFinds } from './finds.ts';
import { useMessages } from './language.tsx';
import styles from './Palette.module.css';
import type { Find } from './search.ts';

const LONGEST = 60;

type Line = Find | (Choice & { action: Action });
type PaletteProps = { hasSearch: boolean; onClose: () => void };

/** One field for finding and doing: what is on record first, then what can be done on the page in hand. */
export function Palette({ hasSearch, onClose }: PaletteProps) {
  const messages = useMessages();
  const { app } = messages;
  const [, navigate] = useLocation();
  const id = useId();
  const [text, setText] = useState('');
  const [isWriting, setWriting] = useState(false);
  const [at, setAt] = useState(0);
  // Asked for at every key: what the page can do may have come since it was opened.
  const known = actionGroups();
  const { groups: found, isFresh, error } = useFinds(hasSearch ? text : '', isWriting);
  const typed = text.trim().toLowerCase();
  const groups: ChoiceGroup<Line>[] = [...found, ...known.map((group) => choicesOf(group.title, group.actions, typed))];
  const shown = groups.flatMap((group) => group.choices);
  const active = shown[Math.min(at, shown.length - 1)];
  const isSearching = hasSearch && typed !== '' && !isFresh && !error;
  /** A hasty Enter waits for what the text finds: it must not open what an earlier text found. */
  const [isHasty, setHasty] = useState(false);

  function choose(line: Line | undefined): void {
    if (!line || line.whyNot) return;
    onClose();
    // After the layer has given the focus back: what an action opens takes it from there.
    if ('href' in line) navigate(line.href);
    else if (line.action.run) setTimeout(line.action.run);
  }

  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    if (isHasty && !isSearching) latest.current(active);
  }, [isHasty, isSearching, active]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (isSearching) setHasty(true);
      else choose(active);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt(stepTo(Math.min(at, shown.length - 1), event.key === 'ArrowDown' ? 1 : -1, shown.length));
    }
  }

  return (
    <Dialog title={app.actions.palette} size="medium" onClose={onClose}>
      <div className={styles.palette}>
        <input
          className={styles.field}
          type="text"
          role="combobox"
          aria-label={app.actions.find}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? optionId(id, active) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={app.actions.find}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
            setHasty(false);
          }}
          onCompositionStart={() => setWriting(true)}
          onCompositionEnd={() => setWriting(false)}
          onKeyDown={onKeyDown}
        />
        <OptionList
          id={id}
          label={app.actions.palette}
          groups={groups}
          active={active}
          onPoint={(line) => setAt(shown.findIndex(({ key }) => key === line.key))}
          onChoose={choose}
        />
        {(shown.length === 0 || error !== null) && (
          <p className={styles.note}>
            {error ? errorSentence(error, messages) : isSearching ? app.search.searching : app.search.none(text.trim())}
          </p>
        )}
        <Hidden live>{isSearching ? '' : app.search.found(shown.length)}</Hidden>
      </div>
    </Dialog>
  );
}

/** The actions whose words hold what was typed; all of them while nothing is. */
function choicesOf(label: string, actions: readonly Action[], typed: string): ChoiceGroup<Line> {
  const fitting = actions.filter((action) => action.run !== null && action.label.toLowerCase().includes(typed));
  return {
    label,
    choices: fitting.map((action) => ({
      ...{ key: `${label} ${action.id}`.replaceAll(/\s/g, '-'), name: action.label, action },
      ...{ tail: action.keys?.join(' ') ?? null, whyNot: action.whyNot ?? null },
    })),
  };
}
