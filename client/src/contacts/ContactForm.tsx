import { type SubmitEvent, useState } from 'react';
import { AddContact, type Contact } from '#shared/contacts/schema.ts';
import { wrongFields } from '../app/fields.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { Button } from '../kit/Button.tsx';
import { FormGrid } from '../kit/FormGrid.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import styles from './contacts.module.css';
import { useAddContact, useUpdateContact } from './mutations.ts';

type ContactFormProps = { unitId: Contact['unitId']; contact: Contact | null; onDone: () => void; onReload: () => void };

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** A contact, new or on record. */
export function ContactForm({ unitId, contact, onDone, onReload }: ContactFormProps) {
  const { contacts: words } = useMessages();
  const toast = useToast();
  const add = useAddContact();
  const update = useUpdateContact();
  const [isAsked, setAsked] = useState(false);
  const [name, setName] = useState(contact?.name ?? '');
  const [duty, setDuty] = useState(contact?.duty ?? '');
  const [phone, setPhone] = useState(contact?.phone ?? '');
  const [email, setEmail] = useState(contact?.email ?? '');
  const value = { unitId, name, duty: orNull(duty), phone: orNull(phone), email: orNull(email) };
  const wrong = isAsked ? wrongFields(AddContact, value) : new Set<string>();
  const error = (field: keyof typeof words.wrong) => (wrong.has(field) ? { error: words.wrong[field] } : {});

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    const read = AddContact.safeParse(value);
    if (!read.success) return;
    const { unitId: _unit, ...fields } = read.data;
    if (contact)
      update.mutate({ ...fields, id: contact.id, version: contact.version }, { onSuccess: (saved) => done(words.saved(saved.name)) });
    else add.mutate(read.data, { onSuccess: (made) => done(words.added(made.name)) });
  }

  function done(text: string): void {
    toast({ text });
    onDone();
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={contact ? words.editOf(contact.name) : words.add}>
      <FormGrid>
        <TextField label={words.name} required value={name} onText={setName} {...error('name')} />
        <TextField label={words.duty} hint={words.dutyHint} value={duty} onText={setDuty} {...error('duty')} />
        <TextField label={words.phone} hint={words.phoneHint} inputMode="tel" value={phone} onText={setPhone} {...error('phone')} />
        <TextField label={words.email} hint={words.emailHint} inputMode="email" value={email} onText={setEmail} {...error('email')} />
      </FormGrid>
      <SaveError error={add.error ?? update.error} onReload={onReload} />
      <div className={styles.acts}>
        <Button look="primary" type="submit" busy={add.isPending || update.isPending}>
          {contact ? words.save : words.addDo}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </div>
    </form>
  );
}
