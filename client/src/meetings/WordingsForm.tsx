import { type SubmitEvent, useState } from 'react';
import { DecisionWording, DecisionWordings, usualWordings, WordingOccasion } from '#shared/meetings/wordings.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useSetWordings } from './mutations.ts';
import styles from './WordingsForm.module.css';

/** A wording as it is typed; `key` keeps its row through a move. */
type Typed = DecisionWording & { key: number };

const typedOf = (wordings: readonly DecisionWording[], from = 0): Typed[] => wordings.map((each, at) => ({ ...each, key: from + at }));

/** Keeps what is typed against the version that it began with, whatever arrives meanwhile. */
export function WordingsForm({ given, onReload }: { given: DecisionWordings; onReload: () => void }) {
  const { wordings: words } = useMessages().meetings;
  const toast = useToast();
  const set = useSetWordings();
  const [version, setVersion] = useState(given.version);
  const [rows, setRows] = useState(() => typedOf(given.wordings));
  const [isAsked, setAsked] = useState(false);
  const nextKey = Math.max(...rows.map(({ key }) => key), 0) + 1;

  const change = (key: number, part: Partial<DecisionWording>) => setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const move = (at: number, by: -1 | 1) => {
    const moved = rows.filter((_row, index) => index !== at);
    const row = rows[at];
    if (row) setRows(moved.toSpliced(at + by, 0, row));
  };

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    const typed = DecisionWordings.safeParse({ wordings: rows.map(({ key: _key, ...wording }) => wording), version });
    if (!typed.success) return;
    set.mutate(typed.data, {
      onSuccess: (saved) => {
        setVersion(saved.version);
        toast({ text: words.saved });
      },
    });
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={words.tab}>
      <p className={styles.note}>{words.note}</p>
      <p className={styles.note}>{words.names}</p>
      <ol className={styles.rows}>
        {rows.map((row, at) => (
          <li key={row.key}>
            <fieldset className={styles.row} aria-label={words.of(at + 1)}>
              <WordingFields row={row} isAsked={isAsked} onChange={(part) => change(row.key, part)} />
              <span className={styles.acts}>
                <IconButton icon="up" size="small" label={words.up(row.label)} disabled={at === 0} onClick={() => move(at, -1)} />
                <IconButton
                  icon="down"
                  size="small"
                  label={words.down(row.label)}
                  disabled={at === rows.length - 1}
                  onClick={() => move(at, 1)}
                />
                <IconButton
                  icon="close"
                  size="small"
                  label={words.remove(row.label)}
                  disabled={rows.length === 1}
                  onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
                />
              </span>
            </fieldset>
          </li>
        ))}
      </ol>
      <SaveError error={set.error} onReload={onReload} />
      <p className={styles.foot}>
        <Button look="primary" type="submit" busy={set.isPending}>
          {words.save}
        </Button>
        <Button icon="plus" onClick={() => setRows([...rows, { label: '', occasion: 'always', text: '', key: nextKey }])}>
          {words.add}
        </Button>
        <Button look="text" onClick={() => setRows(typedOf(usualWordings.wordings, nextKey))}>
          {words.usual}
        </Button>
      </p>
    </form>
  );
}

function WordingFields({ row, isAsked, onChange }: { row: Typed; isAsked: boolean; onChange: (part: Partial<DecisionWording>) => void }) {
  const { wordings: words } = useMessages().meetings;
  const { key: _key, ...wording } = row;
  const issues = isAsked ? (DecisionWording.safeParse(wording).error?.issues ?? []) : [];
  const errorOf = (field: keyof DecisionWording, text: string) => (issues.some(({ path }) => path[0] === field) ? text : null);
  return (
    <>
      <TextField label={words.label} value={row.label} onText={(label) => onChange({ label })} error={errorOf('label', words.wrongLabel)} />
      <Select
        label={words.occasion}
        options={WordingOccasion.options.map((value) => ({ value, label: words.occasions[value] }))}
        value={row.occasion}
        onValue={(occasion) => onChange({ occasion: occasion ?? 'always' })}
        error={errorOf('occasion', words.wrongName)}
      />
      <TextField label={words.text} value={row.text} onText={(text) => onChange({ text })} error={errorOf('text', words.wrongText)} />
    </>
  );
}
