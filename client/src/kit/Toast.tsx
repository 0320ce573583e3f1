import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { isComposing, isTyping } from './keys.ts';
import { useKitMessages } from './language.ts';
import styles from './Toast.module.css';
import { type Notice, toastPlace, type Undoable, withNotice, withUndoable } from './toasts.ts';

type Shown = Notice & { id: number };

type Acts = { show: (notice: Notice) => void; undoLast: () => boolean; onItsWay: (act: Promise<unknown>) => void };

const ToastContext = createContext<Acts>({ show: () => undefined, undoLast: () => false, onItsWay: () => undefined });

/** Says something at the lower left: `const toast = useToast(); toast({ text, undo })`. */
export function useToast(): (notice: Notice) => void {
  return useContext(ToastContext).show;
}

/** Names an act that the server has not answered yet: what is taken back meanwhile is this one, not what was done before it. */
export function useOnItsWay(): (act: Promise<unknown>) => void {
  return useContext(ToastContext).onItsWay;
}

/** Takes back the last act on this page that can be, also once its toast has gone; false where there is none. */
export function useUndoLast(): () => boolean {
  return useContext(ToastContext).undoLast;
}

const STAYS_MS = 6_000;
const icons: Record<NonNullable<Notice['tone']>, IconName> = { done: 'check', failure: 'warn', offline: 'offline' };

/**
 * Not Radix's toast: that one is a layer of its own, and takes the Escape that was meant for the drawer below it.
 */
export function ToastProvider({ children }: { children: ReactNode }) {
  const messages = useKitMessages();
  const [notices, setNotices] = useState<Shown[]>([]);
  const next = useRef(1);
  const place = useRef<HTMLElement>(null);
  const undoables = useRef<readonly Undoable[]>([]);
  const coming = useRef(new Set<Promise<unknown>>());

  const show = useCallback((notice: Notice) => {
    const id = next.current++;
    const { undo } = notice;
    if (!undo) return setNotices((before) => withNotice(before, { ...notice, id }));
    // Once only, whether by its button or by the keys.
    const once = () => {
      undoables.current = undoables.current.filter((each) => each.id !== id);
      undo();
    };
    undoables.current = withUndoable(undoables.current, { id, page: window.location.pathname, undo: once });
    setNotices((before) => withNotice(before, { ...notice, undo: once, id }));
  }, []);
  const drop = useCallback((id: number) => setNotices((before) => before.filter((notice) => notice.id !== id)), []);

  const undoable = useMemo(() => notices.findLast((notice) => notice.undo), [notices]);
  const onItsWay = useCallback((act: Promise<unknown>) => {
    coming.current.add(act);
    const come = () => coming.current.delete(act);
    void act.then(come, come);
  }, []);
  const undoLast = useCallback(() => {
    const lastHere = () => undoables.current.findLast(({ page }) => page === window.location.pathname);
    const takeBack = (last: Undoable) => {
      drop(last.id);
      last.undo();
    };
    const last = lastHere();
    if (coming.current.size > 0) {
      // What the server refuses meanwhile leaves nothing to take back.
      void Promise.allSettled(coming.current).then(() => {
        const come = lastHere();
        if (come && come !== last) takeBack(come);
      });
    } else if (last) takeBack(last);
    else return false;
    return true;
  }, [drop]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isComposing(event)) return;
      if (event.key === 'F8') place.current?.focus();
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      // In a field, and in a layer over the page, the keys are the browser's own.
      if (!isUndo || isTyping(event.target) || document.querySelector('[role="dialog"]')) return;
      if (undoLast()) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undoLast]);
  const acts = useMemo(() => ({ show, undoLast, onItsWay }), [show, undoLast, onItsWay]);

  return (
    <ToastContext value={acts}>
      {children}
      <section className={styles.place} ref={place} tabIndex={-1} aria-label={messages.notices} aria-live="polite" {...toastPlace}>
        {notices.map((notice) => (
          <Toast key={notice.id} notice={notice} showsKey={notice === undoable} onGone={drop} />
        ))}
      </section>
    </ToastContext>
  );
}

function Toast({ notice, showsKey, onGone }: { notice: Shown; showsKey: boolean; onGone: (id: number) => void }) {
  const messages = useKitMessages();
  const tone = notice.tone ?? 'done';
  // Whoever is reading it or about to press it is given time.
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || tone === 'failure') return;
    const timer = setTimeout(() => onGone(notice.id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [held, tone, notice.id, onGone]);

  const press = (run: () => void) => () => {
    onGone(notice.id);
    run();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is not operated; it only notices that somebody is reading it
    <div
      className={styles.toast}
      role={tone === 'failure' ? 'alert' : undefined}
      data-on-ink=""
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={icons[tone]} />
      <span className={styles.text}>{notice.text}</span>
      {notice.undo && (
        <button type="button" className={styles.action} onClick={press(notice.undo)}>
          {messages.undo}
        </button>
      )}
      {notice.undo && showsKey && <Kbd>{messages.undoKey}</Kbd>}
      {notice.action && (
        <button type="button" className={styles.action} onClick={press(notice.action.run)}>
          {notice.action.label}
        </button>
      )}
      {tone === 'failure' && (
        <button type="button" className={styles.close} aria-label={messages.dismiss} onClick={() => onGone(notice.id)}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
