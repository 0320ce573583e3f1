import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { courseOf, mayFollow, whyNotTell } from '#shared/approvals/course.ts';
import { ApprovalStep, type StepEntry, StopCause } from '#shared/approvals/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { addMonthsToDay, type Day } from '#shared/kit/calendar.ts';
import { Conflict } from '../app/Conflict.tsx';
import { useConflict } from '../app/conflict.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { DateField } from '../kit/DateField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid } from '../kit/FormGrid.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { useTakeBack, useTell } from './mutations.ts';
import styles from './TellDialog.module.css';
import { papersOf } from './terms-form.ts';

/** In the order in which they are offered: what comes next most often stands first. */
const kinds = ['accepted', 'resumed', 'redeemed', 'done', 'stopped', 'tolerated', 'withdrawn', 'exempt'] as const;
type Kind = (typeof kinds)[number];

type Told = Pick<
  ApprovalStep,
  | 'id'
  | 'projectId'
  | 'version'
  | 'name'
  | 'state'
  | 'acceptedOn'
  | 'doneOn'
  | 'tolerantUntil'
  | 'course'
  | 'documentNumber'
  | 'validUntil'
  | 'terms'
>;

/** What happened next to a step, below what happened so far; only what may follow is offered. */
export function TellDialog({ step: first, role, onClose }: { step: Told; role: Role; onClose: () => void }) {
  useEditing(first.projectId);
  const [step, setStep] = useState(first);
  const messages = useMessages();
  const { approvals } = messages;
  const tell = useTell();
  const takeBack = useTakeBack();
  const today = useToday();
  const offered = kinds.filter((each) => mayFollow(step, each));
  const [kind, setKind] = useState<Kind | null>(offered[0] ?? null);
  const [on, setOn] = useState<Day | null>(today);
  const [cause, setCause] = useState<StopCause>('supplement');
  const [words, setWords] = useState('');
  const [until, setUntil] = useState<Day | null>(null);
  const [documentNumber, setNumber] = useState(step.documentNumber ?? '');
  const [validUntil, setValid] = useState<Day | null>(step.validUntil);
  const [asked, setAsked] = useState(false);
  const entry = kind && entryOf(kind, { on, cause, words: words.trim(), until });
  const refusal = entry ? whyNotTell(step, entry, kind === 'done' ? validUntil : null, today) : null;
  const conflict = useConflict({
    keys: ['documentNumber', 'validUntil'],
    opened: step,
    read: (newer) => ApprovalStep.safeParse(newer).data ?? null,
    fieldsOf: (row: Told) => ({ documentNumber: row.documentNumber ?? '', validUntil: row.validUntil }),
    fields: { documentNumber, validUntil },
    onFields: (merged) => {
      setNumber(merged.documentNumber);
      setValid(merged.validUntil);
    },
    onOpened: setStep,
  });
  const dayMissing = kind !== 'exempt' && on === null;
  const validMonths = step.terms?.validMonths ?? null;

  function save(): void {
    setAsked(true);
    if (!entry || refusal || dayMissing || !conflict.maySend()) return;
    tell.mutate(
      {
        ...{ id: step.id, version: step.version, entry },
        documentNumber: documentNumber.trim() === '' ? null : documentNumber.trim(),
        validUntil: kind === 'done' ? validUntil : null,
      },
      { onSuccess: onClose, onError: conflict.meet },
    );
  }

  return (
    <FormDialog
      title={approvals.tellTitle(step.name)}
      save={approvals.save}
      busy={tell.isPending}
      failure={asked && refusal ? refusalSentence(refusal, messages) : conflict.failureText(tell.error ?? takeBack.error)}
      onSave={save}
      onClose={onClose}
    >
      {conflict.state && (
        <Conflict
          state={conflict.state}
          labelOf={(key) => approvals[key]}
          textOf={(_key, value) => value ?? ''}
          onChoose={conflict.choose}
        />
      )}
      <Course step={step} />
      {mayCall(role, 'approvals.takeBack') && courseOf(step).length > 0 && (
        <Button
          size="small"
          look="text"
          busy={takeBack.isPending}
          onClick={() => takeBack.mutate({ id: step.id, version: step.version }, { onSuccess: onClose, onError: conflict.meet })}
        >
          {approvals.takeBack}
        </Button>
      )}
      {kind === null && <p>{approvals.nothingFollows}</p>}
      {kind !== null && (
        <FormGrid>
          <Select
            label={approvals.happened}
            value={kind}
            onValue={(chosen) => setKind(chosen ?? kind)}
            options={offered.map((each) => ({ value: each, label: approvals.entries[each] }))}
          />
          {kind !== 'exempt' && (
            <DateField
              label={approvals.on}
              required
              value={on}
              onDay={setOn}
              max={today}
              error={asked && dayMissing ? messages.projects.fieldError : null}
            />
          )}
          {kind === 'stopped' && (
            <Select
              label={approvals.cause}
              value={cause}
              onValue={(chosen) => setCause(chosen ?? cause)}
              options={StopCause.options.map((each) => ({ value: each, label: approvals.chart.causes[each] }))}
            />
          )}
          {kind === 'tolerated' && <DateField label={approvals.tolerantUntil} required value={until} onDay={setUntil} min={on ?? today} />}
          {(kind === 'stopped' || kind === 'tolerated' || kind === 'withdrawn' || kind === 'exempt') && (
            <TextField
              label={kind === 'tolerated' ? approvals.missing : kind === 'stopped' ? approvals.note : approvals.reason}
              hint={kind === 'tolerated' ? approvals.missingHint : undefined}
              required={kind !== 'stopped'}
              value={words}
              onText={setWords}
              maxLength={200}
            />
          )}
          {kind === 'done' && (
            <>
              <TextField label={approvals.documentNumber} value={documentNumber} onText={setNumber} maxLength={60} />
              <DateField
                label={approvals.validUntil}
                hint={validMonths === null ? undefined : approvals.validHint(validMonths)}
                value={validUntil}
                onDay={setValid}
              />
              {validMonths !== null && on && validUntil === null && (
                <Button size="small" onClick={() => setValid(addMonthsToDay(on, validMonths))}>
                  {approvals.fillValid(validMonths)}
                </Button>
              )}
            </>
          )}
        </FormGrid>
      )}
    </FormDialog>
  );
}

function entryOf(
  kind: Kind,
  { on, cause, words, until }: { on: Day | null; cause: StopCause; words: string; until: Day | null },
): StepEntry | null {
  const said = words === '' ? null : words;
  if (kind === 'exempt') return { kind, on, reason: said };
  if (on === null) return null;
  if (kind === 'stopped') return { kind, on, cause, note: said };
  if (kind === 'withdrawn') return { kind, on, note: said };
  if (kind === 'tolerated') return { kind, on, until, papers: papersOf(words) };
  return { kind, on };
}

/** What happened so far, in order. */
function Course({ step }: { step: Told }) {
  const { approvals, kit } = useMessages();
  const course = courseOf(step);
  if (course.length === 0) return <p className={styles.quiet}>{approvals.nothingYet}</p>;
  return (
    <ol className={styles.course} aria-label={approvals.course}>
      {course.map((entry, at) => (
        // Entries have no identity but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={at}>
          <span className={styles.day}>{entry.on ?? approvals.dayUnknown}</span>
          <b>{approvals.entries[entry.kind]}</b>
          <span className={styles.quiet}>{detailsOf(entry)}</span>
        </li>
      ))}
    </ol>
  );

  function detailsOf(entry: StepEntry): string {
    switch (entry.kind) {
      case 'stopped':
        return kit.phrases([approvals.chart.causes[entry.cause], ...(entry.note ? [entry.note] : [])]);
      case 'tolerated':
        return kit.phrases([
          ...(entry.papers.length > 0 ? [kit.labelled(approvals.missing, kit.list(entry.papers))] : []),
          ...(entry.until ? [approvals.papersDue(entry.until)] : []),
        ]);
      case 'withdrawn':
        return entry.note ?? '';
      case 'exempt':
        return entry.reason ?? '';
      case 'accepted':
      case 'resumed':
      case 'redeemed':
      case 'done':
        return '';
    }
  }
}
