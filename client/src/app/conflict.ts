import { useState } from 'react';
import { z } from 'zod';
import { Instant } from '#shared/kit/calendar.ts';
import { type Merged, mergeFields } from '#shared/kit/merge.ts';
import { errorSentence, failureOf } from './errors.ts';
import { useMessages } from './language.tsx';

/** Which side a field is to have; null until somebody has chosen. */
export type Side = 'theirs' | 'mine';

/** Somebody else's newer row met by one's own changes. */
export type ConflictState<Fields> = Merged<Fields> & {
  by: string | null;
  at: Instant | null;
  chosen: ReadonlyMap<keyof Fields, Side>;
};

const Details = z.object({ newer: z.unknown(), changedBy: z.string().nullish(), changedAt: Instant.nullish() });

type Editor<Row extends { version: number }, Fields extends object> = {
  /** The fields that are compared; a function of both sides and what they began from, where only they know. */
  keys: readonly (keyof Fields)[] | ((sides: readonly Fields[]) => readonly (keyof Fields)[]);
  /** The row as it was when it was opened, or when the last conflict was settled. */
  opened: Row | null;
  /** Reads the newer row out of the server's answer. */
  read: (newer: unknown) => Row | null;
  fieldsOf: (row: Row) => Fields;
  fields: Fields;
  /** What the form shows from now on. */
  onFields: (fields: Fields) => void;
  /** The row that it is measured against from now on. */
  onOpened: (newer: Row) => void;
};

/**
 * Merges one's own changes with those of somebody who was faster, field by field. Where both changed the same field a
 * person chooses; nothing is overwritten and nothing typed is lost.
 */
export function useConflict<Row extends { version: number }, Fields extends object>(editor: Editor<Row, Fields>) {
  const [state, setState] = useState<ConflictState<Fields> | null>(null);
  const [wasAsked, setAsked] = useState(false);
  const messages = useMessages();
  const { keys, opened, read, fieldsOf, fields, onFields, onOpened } = editor;

  /** Takes in a failed save, where it failed because somebody was faster. */
  function meet(error: unknown): void {
    const failure = failureOf(error);
    const details = Details.safeParse(failure?.details).data;
    const newer = failure?.code === 'CONFLICT' && details ? read(details.newer) : null;
    if (!newer || !opened) return;
    const [base, theirs] = [fieldsOf(opened), fieldsOf(newer)];
    const merged = mergeFields(typeof keys === 'function' ? keys([base, theirs, fields]) : keys, base, theirs, fields);
    setState({ ...merged, by: details?.changedBy ?? null, at: details?.changedAt ?? null, chosen: new Map() });
    setAsked(false);
    onFields(merged.fields);
    onOpened(newer);
  }

  function choose(key: keyof Fields, side: Side): void {
    const collision = state?.collisions.find((each) => each.key === key);
    if (!state || !collision) return;
    setState({ ...state, chosen: new Map(state.chosen).set(key, side) });
    onFields({ ...fields, [key]: collision[side] });
  }

  /** Whether a field still waits for a choice: until then nothing is sent. */
  const isOpen = state?.collisions.some(({ key }) => !state.chosen.has(key)) ?? false;

  /** What stands below the form: an error in words, but for the conflict that is shown there itself. */
  function failureText(error: unknown): string | null {
    if (state !== null && (!error || failureOf(error)?.code === 'CONFLICT'))
      return wasAsked && isOpen ? messages.conflict.chooseFirst : null;
    return error ? errorSentence(error, messages) : null;
  }

  /** Says whether a save may go on; if not, the form says why. */
  function maySend(): boolean {
    setAsked(true);
    return !isOpen;
  }

  return { state, meet, choose, failureText, maySend };
}
