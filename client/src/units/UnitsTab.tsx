import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Unit } from '#shared/units/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { ContactsDialog } from '../contacts/ContactsDialog.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { classes } from '../kit/classes.ts';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Table } from '../kit/Table.tsx';
import { type Branch, treeOf } from './tree.ts';
import { NewUnitDialog, UnitDialog } from './UnitDialog.tsx';
import styles from './UnitsTab.module.css';

const STEP_PX = 20;

type Asked = { act: 'add'; parent: Unit } | { act: 'contacts'; unit: Unit } | { act: 'edit'; unit: Unit; reloads: number };

export function UnitsTab() {
  const messages = useMessages();
  const { units: words } = messages;
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.units.list.queryOptions());
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);

  /** Opens the same form again with what the list says now. */
  function reload(unit: Unit, reloads: number): void {
    const newest = data?.find((each) => each.id === unit.id);
    setAsked(newest ? { act: 'edit', unit: newest, reloads: reloads + 1 } : null);
  }

  return (
    <Section title={words.list} note={data ? `${words.count(data.length)} · ${words.note}` : words.note}>
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {!data && !error && <Skeleton label={messages.app.loading} />}
      {data && (
        <UnitTable
          branches={treeOf(data)}
          onAdd={(parent) => setAsked({ act: 'add', parent })}
          onEdit={(unit) => setAsked({ act: 'edit', unit, reloads: 0 })}
          onContacts={(unit) => setAsked({ act: 'contacts', unit })}
        />
      )}
      {asked?.act === 'add' && <NewUnitDialog parent={asked.parent} onClose={close} />}
      {asked?.act === 'contacts' && <ContactsDialog unit={asked.unit} onClose={close} />}
      {asked?.act === 'edit' && data && (
        <UnitDialog key={asked.reloads} unit={asked.unit} units={data} onClose={close} onReload={() => reload(asked.unit, asked.reloads)} />
      )}
    </Section>
  );
}

type UnitTableProps = {
  branches: readonly Branch[];
  onAdd: (parent: Unit) => void;
  onEdit: (unit: Unit) => void;
  onContacts: (unit: Unit) => void;
};

function UnitTable({ branches, onAdd, onEdit, onContacts }: UnitTableProps) {
  const { contacts, units: words, vocabulary } = useMessages();
  return (
    <Table label={words.list}>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.shortName}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.acts}</th>
        </tr>
      </thead>
      <tbody>
        {branches.map(({ unit, depth }) => (
          <tr key={unit.id} className={styles.row}>
            <th scope="row">
              <button
                type="button"
                className={classes(styles.open, !unit.active && styles.closed)}
                style={{ paddingInlineStart: depth * STEP_PX }}
                onClick={() => onEdit(unit)}
              >
                {unit.name}
              </button>
            </th>
            <td>{unit.shortName}</td>
            <td>{vocabulary.unitKind[unit.kind]}</td>
            <td>{unit.active ? words.active : <Chip look="dashed">{words.closed}</Chip>}</td>
            <td>
              <span className={styles.acts}>
                <Button size="small" look="text" icon="edit" aria-label={words.editOf(unit.name)} onClick={() => onEdit(unit)}>
                  {words.edit}
                </Button>
                <Button size="small" look="text" icon="person" aria-label={contacts.openOf(unit.name)} onClick={() => onContacts(unit)}>
                  {contacts.open}
                </Button>
                {unit.active && (
                  <Button size="small" look="text" icon="plus" aria-label={words.addOf(unit.name)} onClick={() => onAdd(unit)}>
                    {words.add}
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
