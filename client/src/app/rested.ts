import { useEffect, useState } from 'react';

/** By then the first page stands: what nobody waits for begins, and takes no line and no processor away from it. */
export const RESTED_AFTER_MS = 3_000;

/** Whether the page has stood for a moment. */
export function useRested(): boolean {
  const [isRested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), RESTED_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isRested;
}
