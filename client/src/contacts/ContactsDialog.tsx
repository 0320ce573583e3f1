import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Contact } from '#shared/contacts/schema.ts';
import type { Unit } from '#shared/units/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Table } from '../kit/Table.tsx';
import { useToast } from '../kit/Toast.tsx';
import { ContactForm } from './ContactForm.tsx';
import styles from './contacts.module.css';
import { LinkedLeaders } from './LinkedLeaders.tsx';
import { useRemoveContact } from './mutations.ts';

/** Whom one calls about a unit's projects, and which leaders look after it. */
export function ContactsDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const messages = useMessages();
  const { contacts: words } = messages;
  const { data, error } = useQuery(useTRPC().contacts.ofUnit.queryOptions({ unitId: unit.id }));
  const [open, setOpen] = useState<Contact | 'new' | null>(null);
  return (
    <Dialog
      title={words.title(unit.name)}
      size="medium"
      keepOnOutsidePress
      onClose={onClose}
      footer={<Button onClick={onClose}>{words.close}</Button>}
    >
      <Section
        title={words.list}
        actions={
          open === null && (
            <Button size="small" icon="plus" onClick={() => setOpen('new')}>
              {words.add}
            </Button>
          )
        }
      >
        {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
        {!data && !error && <Skeleton label={messages.app.loading} />}
        {data?.length === 0 && open === null && <EmptyState title={words.none} />}
        {data && data.length > 0 && <ContactTable contacts={data} onEdit={setOpen} />}
        {open && (
          <ContactForm
            key={open === 'new' ? open : `${open.id} ${open.version}`}
            unitId={unit.id}
            contact={open === 'new' ? null : open}
            onDone={() => setOpen(null)}
            onReload={() => setOpen(data?.find((each) => open !== 'new' && each.id === open.id) ?? null)}
          />
        )}
      </Section>
      <div className={styles.part}>
        <LinkedLeaders unit={unit} />
      </div>
    </Dialog>
  );
}

function ContactTable({ contacts, onEdit }: { contacts: readonly Contact[]; onEdit: (contact: Contact) => void }) {
  const { contacts: words } = useMessages();
  const toast = useToast();
  const remove = useRemoveContact();
  return (
    <>
      <Table label={words.list}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.duty}</th>
            <th scope="col">{words.phone}</th>
            <th scope="col">{words.email}</th>
            <th scope="col">{words.acts}</th>
          </tr>
        </thead>
        <tbody>
          {contacts.map((contact) => (
            <tr key={contact.id}>
              <th scope="row">{contact.name}</th>
              <td>{contact.duty}</td>
              <td className={styles.plain}>{contact.phone}</td>
              <td className={styles.plain}>{contact.email}</td>
              <td>
                <span className={styles.acts}>
                  <Button size="small" look="text" aria-label={words.editOf(contact.name)} onClick={() => onEdit(contact)}>
                    {words.edit}
                  </Button>
                  <Button
                    size="small"
                    look="text"
                    aria-label={words.removeOf(contact.name)}
                    busy={remove.isPending}
                    onClick={() =>
                      remove.mutate(
                        { id: contact.id, version: contact.version },
                        { onSuccess: () => toast({ text: words.removed(contact.name) }) },
                      )
                    }
                  >
                    {words.remove}
                  </Button>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <SaveError error={remove.error} />
    </>
  );
}
