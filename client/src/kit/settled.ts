import { useEffect, useState } from 'react';

/** A value once it has stood still for so long; what it was before while it moves, and while there is none (null). */
export function useSettled<Value>(value: Value | null, stillMs: number, first: Value): Value {
  const [settled, setSettled] = useState(first);
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(() => setSettled(value), stillMs);
    return () => clearTimeout(timer);
  }, [value, stillMs]);
  return settled;
}
