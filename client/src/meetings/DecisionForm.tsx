import { type KeyboardEvent, type SubmitEvent, useState } from 'react';
import type { Day } from '#shared/kit/calendar.ts';
import type { DecisionDraft } from '#shared/meetings/inputs.ts';
import { type ReadyWording, withWording } from '#shared/meetings/wordings.ts';
import type { Unit } from '#shared/units/schema.ts';
import { useMessages } from '../app/language.tsx';
import { WorkdayField } from '../calendar/WorkdayField.tsx';
import { Button } from '../kit/Button.tsx';
import { Select } from '../kit/Select.tsx';
import { TextArea, TextField } from '../kit/TextField.tsx';
import { UnitsField } from '../units/UnitsField.tsx';
import styles from './DecisionForm.module.css';

/** A decision that lacks nothing. */
export type CompleteDecision = {
  text: string;
  ownerUnitId: Unit['id'];
  helperUnitIds: Unit['id'][];
  dueOn: Day;
  supervisor: string | null;
};

type DecisionFormProps = {
  /** What it is decided on. */
  title: string;
  wordings: readonly ReadyWording[];
  /** Filled in before: the project's unit and leader, or the decision that is being reworded. */
  initial: DecisionDraft;
  units: readonly Unit[];
  today: Day;
  busy: boolean;
  onDraft: (draft: DecisionDraft) => void;
  onIssue: (decision: CompleteDecision) => void;
  onDiscard: () => void;
};

/** Typed once; every keystroke is told, so that the room reads along. */
export function DecisionForm({ title, wordings, initial, units, today, busy, onDraft, onIssue, onDiscard }: DecisionFormProps) {
  const { meetings } = useMessages();
  const [draft, setDraft] = useState(initial);
  const { ownerUnitId, dueOn } = draft;
  const text = draft.text.trim();
  const isComplete = text.length >= 2 && ownerUnitId !== null && dueOn !== null;

  function change(part: Partial<DecisionDraft>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    onDraft(next);
  }

  /** A wording comes behind what was typed: nothing typed is lost to a press. */
  function take(wording: string): void {
    change({ text: withWording(draft.text, wording) });
  }

  function issue(): void {
    if (busy || text.length < 2 || ownerUnitId === null || dueOn === null) return;
    onIssue({ text, ownerUnitId, dueOn, helperUnitIds: draft.helperUnitIds, supervisor: draft.supervisor?.trim() || null });
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Enter chooses a candidate while an input method is composing.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onDiscard();
    }
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (event.key === 'Enter' && !event.shiftKey && isField) {
      event.preventDefault();
      issue();
    }
  }

  return (
    <form
      className={styles.form}
      aria-label={title}
      onKeyDown={onKeyDown}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        issue();
      }}
    >
      <b>{title}</b>
      <fieldset className={styles.wordings} aria-label={meetings.drive.wordings}>
        {wordings.map((usual) => (
          <Button key={`${usual.label} ${usual.text}`} size="small" title={usual.text} onClick={() => take(usual.text)}>
            {usual.label}
          </Button>
        ))}
      </fieldset>
      <TextArea
        label={meetings.decision}
        required
        limit={500}
        rows={3}
        value={draft.text}
        onText={(typed) => change({ text: typed })}
        autoFocus
      />
      <div className={styles.row}>
        <Select
          label={meetings.owner}
          required
          options={units.map((unit) => ({ value: unit.id, label: unit.shortName, disabled: draft.helperUnitIds.includes(unit.id) }))}
          value={ownerUnitId}
          onValue={(id) => change({ ownerUnitId: id })}
        />
        <WorkdayField label={meetings.due} required value={dueOn} today={today} onDay={(day) => change({ dueOn: day })} />
        <TextField
          label={meetings.supervisor}
          value={draft.supervisor ?? ''}
          onText={(name) => change({ supervisor: name || null })}
          maxLength={40}
        />
        <UnitsField
          label={meetings.helpers}
          add={meetings.addHelper}
          most={10}
          value={draft.helperUnitIds}
          except={ownerUnitId}
          onValue={(helperUnitIds) => change({ helperUnitIds })}
        />
      </div>
      <footer className={styles.foot}>
        <Button look="primary" type="submit" busy={busy} disabled={!isComplete}>
          {meetings.issue}
        </Button>
        <Button onClick={onDiscard}>{meetings.discard}</Button>
        <span className={styles.hint}>{meetings.issueHint}</span>
      </footer>
    </form>
  );
}
