import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Day } from '#shared/kit/calendar.ts';
import { formatWan } from '#shared/kit/money.ts';
import { type Payment, SetPayment } from '#shared/payments/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { DateField } from '../kit/DateField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { MoneyField } from '../kit/MoneyField.tsx';
import { readMoney } from '../kit/money.ts';
import { TextField } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { useAfterAct, useFailureText } from '../projects/data.ts';

type PaymentDialogProps = { projectId: Payment['projectId'] /** Null for a new one. */; payment: Payment | null; onClose: () => void };

/** What was paid by a day, and what should have been. */
export function PaymentDialog({ projectId, payment, onClose }: PaymentDialogProps) {
  useEditing(projectId);
  const { payments: words, projects } = useMessages();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const after = useAfterAct(words.saved);
  const set = useMutation(
    trpc.payments.set.mutationOptions({
      ...after,
      onSettled: () => Promise.all([after.onSettled(), queryClient.invalidateQueries(trpc.payments.pathFilter())]),
    }),
  );
  const failure = useFailureText(set.error);
  const today = useToday();
  const [opened] = useState(payment);
  const [asOf, setAsOf] = useState<Day | null>(opened?.asOf ?? today);
  const [paid, setPaid] = useState(opened ? formatWan(opened.paid, 4) : '');
  const [required, setRequired] = useState(opened ? formatWan(opened.required, 4) : '');
  const [basis, setBasis] = useState(opened?.basis ?? '');
  const [asked, setAsked] = useState(false);
  const read = SetPayment.safeParse({
    ...{ projectId, asOf, paid: amountOf(paid), required: amountOf(required) },
    ...{ basis: basis.trim() === '' ? null : basis, version: opened?.version ?? 0 },
  });
  const wrong = (field: string) => (asked && read.error?.issues.some((issue) => issue.path[0] === field) ? projects.fieldError : null);

  function save(): void {
    setAsked(true);
    if (read.success) set.mutate(read.data, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={opened ? words.correctOf(opened.asOf) : words.record}
      save={words.save}
      busy={set.isPending}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <FormGrid>
        <WideCell>
          {opened ? (
            <p>{`${words.asOf} ${opened.asOf}`}</p>
          ) : (
            <DateField label={words.asOf} required value={asOf} onDay={setAsOf} max={today} error={wrong('asOf')} />
          )}
        </WideCell>
        <MoneyField label={words.paid} required text={paid} onText={setPaid} error={wrong('paid')} />
        <MoneyField label={words.required} required text={required} onText={setRequired} error={wrong('required')} />
        <WideCell>
          <TextField label={words.basis} hint={words.basisHint} maxLength={200} value={basis} onText={setBasis} error={wrong('basis')} />
        </WideCell>
      </FormGrid>
    </FormDialog>
  );
}

function amountOf(text: string) {
  const reading = readMoney(text);
  return reading.state === 'amount' ? reading.amount : null;
}
