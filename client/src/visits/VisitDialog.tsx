import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Day } from '#shared/kit/calendar.ts';
import { formatWan } from '#shared/kit/money.ts';
import { RecordVisit, type SiteVisit, type VisitFinding } from '#shared/visits/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { DateField } from '../kit/DateField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { MoneyField } from '../kit/MoneyField.tsx';
import { readMoney } from '../kit/money.ts';
import { Select } from '../kit/Select.tsx';
import { TextArea, TextField } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { useAfterAct, useFailureText } from '../projects/data.ts';

type VisitDialogProps = { projectId: SiteVisit['projectId'] /** Null for a new one. */; visit: SiteVisit | null; onClose: () => void };

/** Who went when, and what they found. */
export function VisitDialog({ projectId, visit, onClose }: VisitDialogProps) {
  useEditing(projectId);
  const { visits, projects } = useMessages();
  const trpc = useTRPC();
  const after = useAfterAct(visits.saved);
  const record = useMutation(trpc.visits.record.mutationOptions(after));
  const update = useMutation(trpc.visits.update.mutationOptions(after));
  const failure = useFailureText(record.error ?? update.error);
  const today = useToday();
  const [opened] = useState(visit);
  const [visitedOn, setVisitedOn] = useState<Day | null>(opened?.visitedOn ?? today);
  const [visitors, setVisitors] = useState(opened?.visitors ?? '');
  const [finding, setFinding] = useState<VisitFinding | null>(opened?.finding ?? null);
  const [note, setNote] = useState(opened?.note ?? '');
  const [done, setDone] = useState(opened && opened.verifiedDone !== null ? formatWan(opened.verifiedDone, 4) : '');
  const measured = readMoney(done);
  const [asked, setAsked] = useState(false);
  const read = RecordVisit.safeParse({
    projectId,
    visitedOn,
    visitors,
    finding,
    note: note.trim() === '' ? null : note,
    verifiedDone: measured.state === 'amount' ? measured.amount : null,
  });
  const wrong = (field: string) => (asked && read.error?.issues.some((issue) => issue.path[0] === field) ? projects.fieldError : null);

  function save(): void {
    setAsked(true);
    if (!read.success || measured.state === 'unreadable' || measured.state === 'negative') return;
    const { projectId: _project, ...fields } = read.data;
    if (opened) update.mutate({ ...fields, id: opened.id, version: opened.version }, { onSuccess: onClose });
    else record.mutate(read.data, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={opened ? visits.correctOf(opened.visitedOn) : visits.record}
      save={visits.save}
      busy={record.isPending || update.isPending}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <FormGrid>
        <DateField label={visits.visitedOn} required value={visitedOn} onDay={setVisitedOn} max={today} error={wrong('visitedOn')} />
        <Select
          label={visits.findingLabel}
          required
          value={finding}
          onValue={setFinding}
          error={wrong('finding')}
          options={(['complete', 'incomplete'] as const).map((each) => ({ value: each, label: visits.finding[each] }))}
        />
        <WideCell>
          <TextField
            label={visits.visitors}
            hint={visits.visitorsHint}
            required
            value={visitors}
            onText={setVisitors}
            maxLength={120}
            error={wrong('visitors')}
          />
        </WideCell>
        <WideCell>
          <MoneyField label={visits.verifiedLabel} hint={visits.verifiedHint} text={done} onText={setDone} />
        </WideCell>
        <WideCell>
          <TextArea label={visits.note} limit={500} value={note} onText={setNote} error={wrong('note')} />
        </WideCell>
      </FormGrid>
    </FormDialog>
  );
}
