import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '#shared/accounts/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { classes } from '../kit/classes.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Table } from '../kit/Table.tsx';
import { TextField } from '../kit/TextField.tsx';
import { HandOverDialog } from '../officers/HandOverDialog.tsx';
import { AccountDialog } from './AccountDialog.tsx';
import { AccountListDialog } from './AccountListDialog.tsx';
import styles from './AccountsTab.module.css';
import { NewAccountDialog } from './NewAccountDialog.tsx';
import { ResetDialog } from './ResetDialog.tsx';

type Asked =
  | { act: 'create' | 'list' }
  | { act: 'edit'; account: Account; reloads: number }
  | { act: 'reset' | 'hand-over'; account: Account };

export function AccountsTab() {
  const messages = useMessages();
  const { accounts: words } = messages;
  const trpc = useTRPC();
  const accounts = useQuery(trpc.accounts.list.queryOptions());
  const units = useQuery(trpc.units.list.queryOptions()).data ?? [];
  const { actor } = useSession();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]));
  const found = (accounts.data ?? []).filter((account) =>
    `${account.name} ${account.username} ${unitNames.get(account.unitId) ?? ''}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const close = () => setAsked(null);

  /** Opens the same form again with what the list says now. */
  function reload(account: Account, reloads: number): void {
    const newest = accounts.data?.find((each) => each.id === account.id);
    setAsked(newest ? { act: 'edit', account: newest, reloads: reloads + 1 } : null);
  }

  return (
    <Section title={words.list} note={accounts.data && words.count(found.length, accounts.data.length)}>
      <div className={styles.head}>
        <TextField label={words.find} type="search" value={text} onText={setText} />
        <span className={styles.acts}>
          <Button icon="upload" onClick={() => setAsked({ act: 'list' })}>
            {words.byList.open}
          </Button>
          <Button look="primary" icon="plus" onClick={() => setAsked({ act: 'create' })}>
            {words.create}
          </Button>
        </span>
      </div>
      {accounts.error && <Notice look="red">{errorSentence(accounts.error, messages)}</Notice>}
      {accounts.isPending && <Skeleton label={messages.app.loading} />}
      {accounts.data && found.length === 0 && <EmptyState title={words.none} />}
      {found.length > 0 && (
        <AccountTable
          accounts={found}
          unitNames={unitNames}
          onEdit={(account) => setAsked({ act: 'edit', account, reloads: 0 })}
          onReset={(account) => setAsked({ act: 'reset', account })}
          onHandOver={(account) => setAsked({ act: 'hand-over', account })}
        />
      )}
      {asked?.act === 'create' && <NewAccountDialog units={units} onClose={close} />}
      {asked?.act === 'list' && <AccountListDialog onClose={close} />}
      {asked?.act === 'edit' && (
        <AccountDialog
          key={asked.reloads}
          account={asked.account}
          units={units}
          onClose={close}
          onReload={() => reload(asked.account, asked.reloads)}
        />
      )}
      {asked?.act === 'hand-over' && actor && <HandOverDialog account={asked.account} role={actor.role} onClose={close} />}
      {asked?.act === 'reset' && <ResetDialog account={asked.account} onClose={close} />}
    </Section>
  );
}

type AccountTableProps = {
  accounts: readonly Account[];
  unitNames: ReadonlyMap<string, string>;
  onEdit: (account: Account) => void;
  onReset: (account: Account) => void;
  onHandOver: (account: Account) => void;
};

function AccountTable({ accounts, unitNames, onEdit, onReset, onHandOver }: AccountTableProps) {
  const { accounts: words, officers, vocabulary } = useMessages();
  const { actor } = useSession();
  return (
    <Table label={words.list}>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.username}</th>
          <th scope="col">{words.role}</th>
          <th scope="col">{words.unit}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.acts}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id} className={classes(styles.row, !account.active && styles.closed)}>
            <th scope="row">
              <button type="button" className={styles.open} onClick={() => onEdit(account)}>
                {account.name}
              </button>
            </th>
            <td>{account.username}</td>
            <td>{vocabulary.role[account.role]}</td>
            <td>{unitNames.get(account.unitId)}</td>
            <td>
              <span className={styles.states}>
                {account.active ? words.active : <Chip look="dashed">{words.closed}</Chip>}
                {account.active && account.mustChangePassword && <Chip look="yellow">{words.mustChange}</Chip>}
              </span>
            </td>
            <td>
              <span className={styles.acts}>
                <Button size="small" look="text" icon="edit" aria-label={words.editOf(account.name)} onClick={() => onEdit(account)}>
                  {words.edit}
                </Button>
                {account.role === 'officer' && account.active && (
                  <Button
                    size="small"
                    look="text"
                    icon="arrow"
                    aria-label={officers.handOverOf(account.name)}
                    onClick={() => onHandOver(account)}
                  >
                    {officers.handOver}
                  </Button>
                )}
                {account.id !== actor?.id && (
                  <Button size="small" look="text" icon="lock" aria-label={words.resetOf(account.name)} onClick={() => onReset(account)}>
                    {words.reset}
                  </Button>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
