import { useEffect, useEffectEvent, useRef } from 'react';

/** So long nobody types before what was typed saves itself. */
const REST_MS = 2_500;

/** Saves what is typed once it has stood still, each state of it once: what was refused is not sent again by itself. */
export function useSavedAtRest<Typed>(typed: Typed, isDue: boolean, save: () => void): void {
  const tried = useRef<Typed | null>(null);
  const saveOnce = useEffectEvent((now: Typed) => {
    if (!isDue || tried.current === now) return;
    tried.current = now;
    save();
  });
  useEffect(() => {
    if (!isDue) return;
    const timer = setTimeout(() => saveOnce(typed), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, isDue]);
}
