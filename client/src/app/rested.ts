import { useEffect, useState } from 'react';

/** By then the first page stands: what nobody waits for begins, and takes no line and no processor away from it. */
const RESTED_AFTER_MS = 3_000;

/**
 * Does something once the page has stood for a moment and no hand is on it: a card that is being carried is not to stumble
 * over files that come in. Answers how to call it off.
 */
export function whenRested(act: () => void): () => void {
  const stopped = new AbortController();
  let timer = 0;
  const hold = () => window.clearTimeout(timer);
  const wait = () => {
    hold();
    timer = window.setTimeout(() => {
      stopped.abort();
      act();
    }, RESTED_AFTER_MS);
  };
  const heard = { signal: stopped.signal, capture: true };
  window.addEventListener('pointerdown', hold, heard);
  for (const name of ['pointerup', 'pointercancel', 'keydown']) window.addEventListener(name, wait, heard);
  wait();
  return () => {
    hold();
    stopped.abort();
  };
}

/** Whether the page has stood for a moment. */
export function useRested(): boolean {
  const [isRested, setRested] = useState(false);
  useEffect(() => whenRested(() => setRested(true)), []);
  return isRested;
}
