import { useEffect, useRef } from 'react';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented' | 'target'>;

/** What the operator does with the screen. */
export type ConsoleAct = 'next' | 'previous' | 'decide' | 'photo' | 'blank';

/**
 * What a key of the console does; null where it belongs to a field, an input method, a dialog or the browser, and for single
 * letters and signs where the person has switched them off.
 */
export function consoleAct(event: Key, letterKeys: boolean): ConsoleAct | null {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (!letterKeys && event.key.length === 1) return null;
  const { target } = event;
  if (
    target !== null &&
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]'))
  )
    return null;
  switch (event.key) {
    case 'ArrowRight':
    case 'PageDown':
      return 'next';
    case 'ArrowLeft':
    case 'PageUp':
      return 'previous';
    case 'd':
    case 'D':
      return 'decide';
    case 'p':
    case 'P':
      return 'photo';
    case 'b':
    case 'B':
    // What a presenter's blank button sends.
    case '.':
      return 'blank';
    default:
      return null;
  }
}

/** Hears the console's keys while the page is shown. */
export function useConsoleKeys(act: (what: ConsoleAct) => void, letterKeys: boolean): void {
  const latest = useRef({ act, letterKeys });
  latest.current = { act, letterKeys };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const what = consoleAct(event, latest.current.letterKeys);
      if (!what) return;
      event.preventDefault();
      latest.current.act(what);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
