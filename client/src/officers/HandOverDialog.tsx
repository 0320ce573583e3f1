import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account, Role } from '#shared/accounts/schema.ts';
import { mayWrite } from '#shared/auth/permissions.ts';
import type { Id } from '#shared/kit/ids.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Checkbox } from '../kit/Checkbox.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { Notice } from '../kit/Page.tsx';
import { Select } from '../kit/Select.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useHandOver } from './mutations.ts';
import styles from './officers.module.css';

/** 交接: what somebody carries, who takes it over, and whether their account is closed with it. */
export function HandOverDialog({ account, role, onClose }: { account: Account; role: Role; onClose: () => void }) {
  const messages = useMessages();
  const { kit, officers } = messages;
  const toast = useToast();
  const { data, error } = useQuery(useTRPC().officers.carried.queryOptions({ accountId: account.id }, { staleTime: 0 }));
  const handOver = useHandOver();
  const [toId, setToId] = useState<Id<'account'> | null>(null);
  const mayClose = mayWrite(role, 'officers.handOver', 'close');
  const [close, setClose] = useState(mayClose);
  const [isAsked, setAsked] = useState(false);
  const failure = handOver.error ?? error;

  function send(): void {
    setAsked(true);
    const to = data?.candidates.find((each) => each.id === toId);
    if (!to) return;
    handOver.mutate(
      { fromId: account.id, toId: to.id, close, version: account.version },
      {
        onSuccess: ({ count }) => {
          toast({ text: officers.handedOver(count, to.name) });
          onClose();
        },
      },
    );
  }

  return (
    <FormDialog
      title={officers.handOverTitle(account.name)}
      size="small"
      save={officers.handOverDo}
      busy={handOver.isPending}
      failure={failure ? errorSentence(failure, messages) : null}
      onSave={send}
      onClose={onClose}
    >
      {!data && !error && <Skeleton label={messages.app.loading} />}
      {data && (
        <div className={styles.form}>
          <p>{officers.carries(data.count)}</p>
          {data.names.length > 0 && (
            <p className={styles.quiet}>
              {kit.list(data.names)} {data.count > data.names.length && officers.carriesMore(data.count)}
            </p>
          )}
          {data.candidates.length === 0 ? (
            <Notice look="yellow">{officers.noCandidate}</Notice>
          ) : (
            <Select
              label={officers.to}
              required
              value={toId}
              onValue={setToId}
              options={data.candidates.map((each) => ({ value: each.id, label: officers.of(each.name, each.unitName) }))}
              error={isAsked && toId === null ? officers.wrongTo : null}
            />
          )}
          <Checkbox label={officers.close(account.name)} checked={close} disabled={!mayClose} onChecked={setClose} />
          {!mayClose && <p className={styles.quiet}>{officers.closeNote}</p>}
        </div>
      )}
    </FormDialog>
  );
}
