import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Actor } from '#shared/accounts/schema.ts';
import { dayOf, type Instant } from '#shared/kit/calendar.ts';
import { check, type Finding } from '#shared/returns/checks.ts';
import { whyNotSubmit } from '#shared/returns/rules.ts';
import { checkFactsOf, isOwed, type ReturnSheet, type ReturnWeek } from '#shared/returns/sheet.ts';
import { useActions } from '../app/actions.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useEditing } from '../live/editing.ts';
import { Conflict } from './Conflict.tsx';
import type { useDraft } from './drafts.ts';
import { useEditor } from './editor.ts';
import type { Draft, Typed } from './form.ts';
import { ReturnAside } from './ReturnAside.tsx';
import { answerField } from './ReturnDecisions.tsx';
import styles from './ReturnEditor.module.css';
import { ReturnFields } from './ReturnFields.tsx';
import { ReturnFoot } from './ReturnFoot.tsx';
import { ReturnHead } from './ReturnHead.tsx';
import { ReturnPhotos } from './ReturnPhotos.tsx';
import { useSending } from './sending.ts';
import { whenWords } from './words.ts';

type ReturnEditorProps = {
  actor: Actor;
  week: ReturnWeek;
  sheet: ReturnSheet;
  draft: Draft | null;
  drafts: Pick<ReturnType<typeof useDraft>, 'kept' | 'keep' | 'drop'>;
  now: Instant;
  hasNext: boolean;
  /** The server has it, or it waits on this device. */
  onSent: (state: 'sent' | 'waiting') => void;
};

/** One project's return: the form, what it is held against, and the buttons. Drawn anew for every project. */
export function ReturnEditor({ actor, week, sheet, draft, drafts, now, hasNext, onSent }: ReturnEditorProps) {
  useEditing(sheet.project.id);
  const messages = useMessages();
  const { returns } = messages;
  const editor = useEditor({ sheet, week, draft });
  const submit = useSending({ actor, project: sheet.project, editor, onDone: onSent });
  const form = useRef<HTMLFormElement>(null);
  // Nothing is red before somebody has tried to send it; the panel beside says what is missing from the start.
  const [hasTried, setHasTried] = useState(false);
  const today = dayOf(now);
  const findings: Finding[] = editor.form ? check(editor.form, checkFactsOf(sheet, week)) : [];
  const refusal = whyNotSubmit({ ...week, project: sheet.project, state: sheet.current?.state ?? null }, actor);
  const isConflict = editor.newer !== null && !submit.isPending;
  const isClosed = refusal !== null || isConflict;
  /** Whether there is a last week to be the same as. */
  const mayStay = isOwed(sheet.current) && sheet.previous !== null;

  const type = (typed: Typed) => {
    editor.type(typed);
    void drafts.keep(editor.draftOf(typed, now));
  };
  const send = (typed: Typed) => {
    const input = editor.inputOf(typed, today);
    if (input && !submit.isPending && !isConflict) void submit.send(input);
  };
  const goTo = (name: string) => form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  const sendNoChange = () => {
    const typed = editor.unchanged();
    editor.type(typed);
    void drafts.keep(editor.draftOf(typed, now));
    const input = editor.inputOf(typed, today);
    const errors = input ? check(input, checkFactsOf(sheet, week)).filter(({ level }) => level === 'error') : [];
    if (input && errors.length === 0 && editor.unanswered === null) return send(typed);
    setHasTried(true);
    goTo(errors.length > 0 || !input ? 'progress' : answerField(editor.unanswered ?? ''));
  };
  useKey(
    (event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey),
    () => form.current?.requestSubmit(),
  );
  useKey((event) => event.key === 'F2' && mayStay && !isClosed, sendNoChange);
  useFirstField(form);
  const { keys } = returns;
  useActions(messages.app.nav.returns, [
    { id: 'next', label: keys.next, keys: ['Tab'], run: null },
    { id: 'same', label: keys.same, keys: ['Ctrl', 'D'], run: null },
    ...(mayStay && !isClosed ? [{ id: 'no-change', label: keys.noChange, keys: [returns.noChangeKey], run: sendNoChange }] : []),
    { id: 'submit', label: hasNext ? keys.submit : returns.submitOne, keys: ['Ctrl', 'Enter'], run: () => form.current?.requestSubmit() },
    // The office has one form open, an officer the list beside it.
    ...(actor.role === 'officer' ? [{ id: 'other', label: keys.other, keys: ['Alt', '↑', '↓'], run: null }] : []),
  ]);

  const errors = findings.filter((finding) => finding.level === 'error');
  return (
    <form
      ref={form}
      className={styles.editor}
      noValidate
      onKeyDown={(event) => asLastWeek(event, editor, type)}
      onSubmit={(event) => {
        event.preventDefault();
        setHasTried(true);
        const isWhole = errors.length === 0 && editor.form !== null;
        if (!refusal && isWhole && editor.unanswered === null) send(editor.typed);
        else goTo(isWhole && editor.unanswered !== null ? answerField(editor.unanswered) : fieldOf(errors));
      }}
    >
      <div className={styles.scroll}>
        {/* A locked form has no field to stop at, and it may be longer than the window: the keyboard must reach it to scroll. */}
        <section className={styles.form} aria-label={sheet.project.name} tabIndex={refusal ? 0 : undefined}>
          <ReturnHead sheet={sheet} today={today} fillsInFor={actor.role === 'office' ? sheet.unitName : null} />
          {editor.newer && isConflict && (
            <Conflict
              newer={editor.newer}
              typed={editor.typed}
              onTheirs={() => {
                editor.takeTheirs();
                submit.reset();
                void drafts.drop();
              }}
              onMine={() => {
                editor.keepMine();
                submit.reset();
              }}
            />
          )}
          <ReturnFields
            week={week}
            sheet={sheet}
            typed={editor.typed}
            ground={editor.ground}
            findings={hasTried ? errors : []}
            unanswered={hasTried ? editor.unanswered : null}
            isLocked={refusal !== null}
            today={today}
            onTyped={type}
          />
          <ReturnPhotos actorId={actor.id} project={sheet.project} week={week.week} mayAdd={!week.isCut} />
        </section>
        <ReturnAside sheet={sheet} findings={findings} isReadable={editor.form !== null} today={today} refusal={refusal} />
      </div>
      <ReturnFoot
        week={week}
        failure={submit.error && !isConflict ? errorSentence(submit.error, messages) : null}
        waitsSince={submit.waitsSince}
        kept={drafts.kept}
        restored={
          draft && editor.isDirty && drafts.kept === null ? { from: draft.week, at: whenWords(draft.savedAt, today, returns) } : null
        }
        onDiscard={() => {
          editor.takeTheirs();
          void drafts.drop();
          void submit.withdraw();
        }}
        isBusy={submit.isPending}
        isLocked={isClosed}
        hasNext={hasNext}
        mayStay={mayStay}
        onNoChange={sendNoChange}
      />
    </form>
  );
}

/** Where to go when the return cannot be sent. */
function fieldOf(errors: readonly Finding[]): keyof Typed {
  return errors.every((finding) => finding.code === 'words-missing' || finding.code === 'words-unchanged') && errors.length > 0
    ? 'progress'
    : 'doneThisWeek';
}

/** A key, wherever the focus is on the page. */
function useKey(isMeant: (event: globalThis.KeyboardEvent) => boolean, act: () => void): void {
  const latest = useRef({ isMeant, act });
  latest.current = { isMeant, act };
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.isComposing || event.repeat || !latest.current.isMeant(event)) return;
      event.preventDefault();
      latest.current.act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

/** A form that is opened begins at its first figure; a phone's keyboard would hide what it opens on. */
function useFirstField(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    if (window.matchMedia('(pointer: fine)').matches) form.current?.querySelector<HTMLElement>('[name="doneThisWeek"]')?.focus();
  }, [form]);
}

/** Ctrl D in a field: that field as it was last week. */
function asLastWeek(event: KeyboardEvent, editor: ReturnType<typeof useEditor>, type: (typed: Typed) => void): void {
  if (event.key.toLowerCase() !== 'd' || !(event.ctrlKey || event.metaKey)) return;
  const { target } = event;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  const last = editor.unchanged();
  event.preventDefault();
  if (target.name === 'doneThisWeek' || target.name === 'doneThisYear') {
    type({
      ...editor.typed,
      doneThisWeek: last.doneThisWeek,
      doneThisYear: last.doneThisYear,
      monthEnd: last.monthEnd,
      isMonthEndOwn: false,
    });
  } else if (target.name === 'progress' || target.name === 'problem' || target.name === 'nextStep' || target.name === 'request') {
    type({ ...editor.typed, [target.name]: last[target.name] });
  }
}
