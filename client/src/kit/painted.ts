import { useEffect, useState } from 'react';

/** Does something once what has just been drawn is in sight. Answers how to call it off. */
export function whenPainted(act: () => void): () => void {
  // The first frame draws it, the second one begins when it is there.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
}

/** A value as the page last showed it: what is worked out from it is drawn in a frame of its own, after that in which it came. */
export function usePainted<Value>(value: Value): Value {
  const [painted, setPainted] = useState(() => value);
  useEffect(() => whenPainted(() => setPainted(() => value)), [value]);
  return painted;
}
