import { type KeyboardEvent, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { optionId, stepTo } from '../kit/choices.ts';
import { Hidden } from '../kit/Hidden.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Kbd } from '../kit/Kbd.tsx';
import { isComposing } from '../kit/keys.ts';
import { part } from '../kit/part.ts';
import { usePreferences } from '../preferences/preferences.ts';
import { errorSentence } from './errors.ts';
import { useFinds } from './finds.ts';
import { useMessages } from './language.tsx';
import styles from './Search.module.css';
import type { Find } from './search.ts';

/** Loaded with the first text typed. */
const FindList = part(async () => (await import('./FindList.tsx')).FindList);

const LONGEST = 60;

/** Finds a project or unit from any page: `/` goes there, the arrows choose, Enter opens, Esc goes back. */
export function Search() {
  const messages = useMessages();
  const { app } = messages;
  const [, navigate] = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [at, setAt] = useState(0);
  const back = useSlash(field);

  const typed = text.trim();
  const { groups, isFresh, error, first } = useFinds(text, isWriting);
  const shown = groups.flatMap((group) => group.choices);
  const active = shown[Math.min(at, shown.length - 1)];

  function open(find: Find | undefined): void {
    if (!find) return;
    setText('');
    setOpen(false);
    field.current?.blur();
    navigate(find.href);
  }

  /** Enter may come before the answer: what it opens is what the text finds, never what an earlier text found. */
  async function openFirst(): Promise<void> {
    if (typed === '') return;
    if (isFresh) return open(active);
    const find = await first(typed);
    if (field.current?.value.trim() === typed) open(find);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      setText('');
      setOpen(false);
      back();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void openFirst();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setAt(stepTo(Math.min(at, shown.length - 1), event.key === 'ArrowDown' ? 1 : -1, shown.length));
    }
  }

  function noteOf(): string {
    if (error) return errorSentence(error, messages);
    return isFresh ? app.search.none(typed) : app.search.searching;
  }

  const isListed = isOpen && typed !== '';
  return (
    <search className={styles.search} aria-label={app.search.label}>
      <Icon name="search" />
      <input
        ref={field}
        className={styles.field}
        type="text"
        role="combobox"
        aria-label={app.search.label}
        aria-keyshortcuts="/"
        aria-expanded={isListed && shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isListed && active ? optionId(id, active) : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={app.search.placeholder}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onCompositionStart={() => setWriting(true)}
        onCompositionEnd={() => setWriting(false)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {text === '' && <Kbd>{app.search.key}</Kbd>}
      {isListed && (
        <div className={styles.layer}>
          <Suspense fallback={null}>
            <FindList
              {...{ id, groups, active }}
              onPoint={(find) => setAt(shown.findIndex(({ key }) => key === find.key))}
              onChoose={open}
            />
          </Suspense>
          {shown.length === 0 && <p className={styles.note}>{noteOf()}</p>}
        </div>
      )}
      <Hidden live>{isListed && isFresh ? app.search.found(shown.length) : ''}</Hidden>
    </search>
  );
}

/** `/` goes to the field from anywhere but another field or layer; what is answered gives the focus back. */
function useSlash(field: React.RefObject<HTMLInputElement | null>): () => void {
  const from = useRef<Element | null>(null);
  const { letterKeys } = usePreferences();
  useEffect(() => {
    if (!letterKeys) return;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
      const { target } = event;
      if (
        target instanceof HTMLElement &&
        (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]'))
      )
        return;
      event.preventDefault();
      from.current = document.activeElement;
      field.current?.focus();
      field.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [field, letterKeys]);
  return () => {
    field.current?.blur();
    if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus();
    from.current = null;
  };
}
