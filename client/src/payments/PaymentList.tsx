import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { formatPercent, formatWan } from '#shared/kit/money.ts';
import type { Payment } from '#shared/payments/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Section } from '../kit/Page.tsx';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';
import { PaymentDialog } from './PaymentDialog.tsx';

/** 支付登记, the latest day first: what the lamp of payment goes by. */
export function PaymentList({ projectId, role }: { projectId: Payment['projectId']; role: Role }) {
  const { payments: words } = useMessages();
  const { data } = useQuery(useTRPC().payments.ofProject.queryOptions({ projectId }));
  const [open, setOpen] = useState<Payment | 'new' | null>(null);
  const maySet = mayCall(role, 'payments.set');
  return (
    <Section
      title={words.title}
      note={words.note}
      actions={
        maySet && (
          <Button icon="plus" size="small" onClick={() => setOpen('new')}>
            {words.record}
          </Button>
        )
      }
    >
      {data?.length === 0 && <EmptyState title={words.none} />}
      {data && data.length > 0 && (
        <Table label={words.title}>
          <thead>
            <tr>
              <th scope="col">{words.asOf}</th>
              <NumberHead>{words.wan(words.paid)}</NumberHead>
              <NumberHead>{words.wan(words.required)}</NumberHead>
              <NumberHead>{words.rate}</NumberHead>
              <th scope="col">{words.basis}</th>
              <th scope="col">{words.by}</th>
              <th aria-label={words.correct} />
            </tr>
          </thead>
          <tbody>
            {data.map((payment) => {
              const rate = formatPercent(payment.paid, payment.required, 2);
              return (
                <tr key={payment.id}>
                  <td>{payment.asOf}</td>
                  <NumberCell>{formatWan(payment.paid)}</NumberCell>
                  <NumberCell>{formatWan(payment.required)}</NumberCell>
                  <NumberCell>{rate !== null && `${rate}%`}</NumberCell>
                  <td>{payment.basis}</td>
                  <td>{payment.byName}</td>
                  <td>
                    {maySet && (
                      <Button size="small" look="text" onClick={() => setOpen(payment)} aria-label={words.correctOf(payment.asOf)}>
                        {words.correct}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
      {open && <PaymentDialog projectId={projectId} payment={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  );
}
