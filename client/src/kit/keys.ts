/** Whether a key goes into a field: then it is a letter and no command. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** Whether an input method has the key: Enter takes its word, the arrows choose among its candidates. */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  // Safari ends the composition before it tells of the key that ended it; 229 is how it says so.
  return event.isComposing || event.keyCode === 229;
}
