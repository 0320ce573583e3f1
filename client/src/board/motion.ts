import { useEffect, useMemo, useRef } from 'react';
import { fetched } from '../kit/part.ts';

/**
 * Lets what others have moved travel to its new place: `watch` is called before news is taken in, `play` when it has been
 * drawn. One's own moves stand there already when the news of them comes.
 */
export function useMotion() {
  const flip = useRef<typeof import('./flip.ts')>(null);
  const travel = useRef<() => void>(null);
  useEffect(() => {
    void fetched(() => import('./flip.ts')).then((found) => {
      flip.current = found;
    });
  }, []);
  return useMemo(
    () => ({
      watch: () => {
        travel.current = flip.current?.watch() ?? null;
      },
      play: () => {
        travel.current?.();
        travel.current = null;
      },
    }),
    [],
  );
}
