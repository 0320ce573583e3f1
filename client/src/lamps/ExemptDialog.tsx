import { useState } from 'react';
import type { Day } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { RecordExemption } from '#shared/lamps/exemption.ts';
import type { ExemptionKind } from '#shared/lamps/input.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { DateField } from '../kit/DateField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { Select } from '../kit/Select.tsx';
import { TextArea, TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useEditing } from '../live/editing.ts';
import { useFailureText } from '../projects/data.ts';
import { useExempt } from './mutations.ts';
import styles from './ReasonsPanel.module.css';

type ExemptDialogProps = { projectId: Id<'project'>; dimension: string; name: string; onClose: () => void };

/** 正当理由 or 不可抗力 for one dimension: what, who approved it, until when. */
export function ExemptDialog({ projectId, dimension, name, onClose }: ExemptDialogProps) {
  useEditing(projectId);
  const { exemptions: words } = useMessages();
  const toast = useToast();
  const today = useToday();
  const exempt = useExempt();
  const failure = useFailureText(exempt.error);
  const [kind, setKind] = useState<ExemptionKind | null>('justified');
  const [reason, setReason] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const [approvedOn, setApprovedOn] = useState<Day | null>(today);
  const [until, setUntil] = useState<Day | null>(null);
  const [asked, setAsked] = useState(false);
  const read = RecordExemption.safeParse({ projectId, dimension, kind, reason, approvedBy, approvedOn, until });
  const wrong = (field: string) => (asked && read.error?.issues.some((issue) => issue.path[0] === field) ? words.wrong : null);

  function save(): void {
    setAsked(true);
    if (!read.success) return;
    exempt.mutate(read.data, {
      onSuccess: () => {
        toast({ text: words.saved });
        onClose();
      },
    });
  }

  return (
    <FormDialog title={words.title(name)} save={words.save} busy={exempt.isPending} failure={failure} onSave={save} onClose={onClose}>
      <p className={styles.lead}>{words.text}</p>
      <FormGrid>
        <Select
          label={words.kind}
          required
          value={kind}
          onValue={setKind}
          error={wrong('kind')}
          options={(['justified', 'force-majeure'] as const).map((value) => ({ value, label: words.kinds[value] }))}
        />
        <DateField label={words.approvedOn} required max={today} value={approvedOn} onDay={setApprovedOn} error={wrong('approvedOn')} />
        <DateField label={words.until} hint={words.untilHint} value={until} onDay={setUntil} error={wrong('until')} />
        <WideCell>
          <TextField
            label={words.approvedBy}
            hint={words.approvedByHint}
            required
            value={approvedBy}
            onText={setApprovedBy}
            maxLength={60}
            error={wrong('approvedBy')}
          />
        </WideCell>
        <WideCell>
          <TextArea
            label={words.reason}
            hint={words.reasonHint}
            required
            limit={300}
            value={reason}
            onText={setReason}
            error={wrong('reason')}
          />
        </WideCell>
      </FormGrid>
    </FormDialog>
  );
}
