export type ToastAction = { label: string; run: () => void };

export type Notice = {
  /** `failure` stays until it is dismissed and says what to do next. */
  tone?: 'done' | 'failure' | 'offline';
  text: string;
  /** Takes the act back; also by Ctrl Z, which outlasts the toast. */
  undo?: () => void;
  action?: ToastAction;
};

/** Older ones than these make room; failures do not. */
const MOST = 3;

/** The notices after one more: the oldest that are no failures make room. */
export function withNotice<Kept extends Notice>(notices: readonly Kept[], added: Kept): Kept[] {
  const passing = notices.filter((notice) => notice.tone !== 'failure');
  const gone = new Set(passing.slice(0, Math.max(0, passing.length - (MOST - 1))));
  return [...notices.filter((notice) => !gone.has(notice)), added];
}

/** An act that can be taken back, on the page where it was done. */
export type Undoable = { id: number; page: string; undo: () => void };

/** So many acts are remembered; older ones are looked up in the history. */
const MOST_UNDOABLE = 50;

/** What can be taken back after one more act, the latest last. */
export function withUndoable(undoables: readonly Undoable[], added: Undoable): Undoable[] {
  return [...undoables, added].slice(-MOST_UNDOABLE);
}

/** Marks the place of the toasts, which lies outside every layer. */
export const toastPlace = { 'data-toasts': '' };

export function isOnToast(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-toasts]') !== null;
}
