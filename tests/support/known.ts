/** What a test has put there itself; that it is missing is a failed test, not a case to handle. */
export function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('what was put there is missing');
  return value;
}
