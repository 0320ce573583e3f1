import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { errorSentence, failureOf } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import styles from './CellEditor.module.css';
import type { OpenedCell } from './cells.ts';

type CellEditorProps = {
  label: string;
  opened: OpenedCell;
  /** Asks the server again how the cell stands. */
  reopen: () => Promise<OpenedCell | null>;
  onClose: () => void;
};

/** Typing in a cell: Enter writes, Esc leaves it as it was, and what cannot be written stays in the field with the reason. */
export function CellEditor({ label, opened, reopen, onClose }: CellEditorProps) {
  const messages = useMessages();
  const { ledgers } = messages;
  const [current, setCurrent] = useState(opened);
  const [typed, setTyped] = useState(opened.value);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => {
    field.current?.focus();
    if (opened.input === 'text' || opened.input === 'money') field.current?.select();
  }, [opened]);

  async function write(): Promise<void> {
    if (isBusy) return;
    if (typed === current.value) return onClose();
    setBusy(true);
    try {
      if (await current.write(typed)) return onClose();
      setProblem(ledgers.unreadable(typed));
    } catch (error) {
      await explain(error);
    }
    setBusy(false);
  }

  /** Somebody was faster: the newer value is named, and the next Enter is meant. */
  async function explain(error: unknown): Promise<void> {
    const newer = failureOf(error)?.code === 'CONFLICT' ? await reopen().catch(() => null) : null;
    if (newer) setCurrent(newer);
    const named = newer?.options.find((option) => option.value === newer.value)?.label ?? newer?.value;
    setProblem(newer ? ledgers.newer(named || ledgers.emptyValue) : errorSentence(error, messages));
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void write();
    if (event.key === 'Escape') onClose();
    if (event.key === 'Tab') {
      event.preventDefault();
      void write();
    }
  }

  const shared = {
    ref: field,
    className: styles.field,
    'aria-label': label,
    'aria-invalid': problem ? true : undefined,
    value: typed,
    onKeyDown,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    // A press elsewhere means that the typing is done; what is wrong with it stays.
    onBlur: () => void (problem === null && write()),
  };
  return (
    <div className={styles.editor} aria-busy={isBusy}>
      {current.input === 'choice' ? (
        <select {...shared}>
          {current.value === '' && <option value="" />}
          {current.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} type={current.input === 'day' ? 'date' : current.input === 'month' ? 'month' : 'text'} maxLength={2000} />
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
