import { type SubmitEvent, useState } from 'react';
import { type Channel, type EmailSettings, TestChannel } from '#shared/channels/schema.ts';
import { wrongFields } from '../app/fields.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { FormGrid } from '../kit/FormGrid.tsx';
import { Section } from '../kit/Page.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useChannelForm } from './channel-form.ts';
import styles from './channels.module.css';
import { useTestChannel } from './mutations.ts';

type EmailChannel = Extract<Channel, { kind: 'email' }>;

const usual: EmailSettings = { host: '', port: 465, security: 'tls', user: null, from: '' };
const securities = ['tls', 'starttls', 'none'] as const;

/** The mail server; its password is written and never read. */
export function EmailForm({ channel, onReload }: { channel: EmailChannel; onReload: () => void }) {
  const { channels } = useMessages();
  const { email } = channels;
  const [isOn, setOn] = useState(channel.isOn);
  const [settings, setSettings] = useState(channel.settings ?? usual);
  const [password, setPassword] = useState('');
  const typed = {
    ...{ kind: 'email' as const, isOn, settings },
    secret: password === '' ? null : { password },
  };
  const { opened, submit, isBusy, failure, error } = useChannelForm(channel, typed, () => setPassword(''));
  const change = (fields: Partial<EmailSettings>) => setSettings({ ...settings, ...fields });

  return (
    <Section title={email.title} note={email.note}>
      <form className={styles.form} onSubmit={submit} noValidate aria-label={email.title}>
        <Checkbox label={channels.isOn} checked={isOn} onChecked={setOn} />
        <FormGrid>
          <TextField
            label={email.host}
            hint={email.hostHint}
            required
            value={settings.host}
            onText={(host) => change({ host })}
            {...error('settings.host')}
          />
          <TextField
            label={email.port}
            required
            inputMode="numeric"
            value={settings.port > 0 ? String(settings.port) : ''}
            onText={(port) => change({ port: Number(port.replace(/\D/g, '')) })}
            {...error('settings.port')}
          />
          <Select
            label={email.security}
            options={securities.map((security) => ({ value: security, label: email.securities[security] }))}
            value={settings.security}
            onValue={(security) => security && change({ security })}
          />
          <TextField
            label={email.from}
            required
            inputMode="email"
            value={settings.from}
            onText={(from) => change({ from })}
            {...error('settings.from')}
          />
          <TextField
            label={email.user}
            hint={email.userHint}
            autoComplete="off"
            value={settings.user ?? ''}
            onText={(user) => change({ user: user === '' ? null : user })}
            {...error('settings.user')}
          />
          <TextField
            label={email.password}
            {...(opened.hasSecret ? { hint: channels.kept } : {})}
            type="password"
            autoComplete="new-password"
            value={password}
            onText={setPassword}
            {...error('secret.password')}
          />
        </FormGrid>
        <SaveError error={failure} onReload={onReload} />
        <Button look="primary" type="submit" busy={isBusy}>
          {channels.save}
        </Button>
      </form>
      <EmailTest isSet={opened.settings !== null} />
    </Section>
  );
}

function EmailTest({ isSet }: { isSet: boolean }) {
  const { channels } = useMessages();
  const toast = useToast();
  const test = useTestChannel();
  const [to, setTo] = useState('');
  const [isAsked, setAsked] = useState(false);
  const value = { kind: 'email' as const, to: to.trim() };
  const isWrong = isAsked && wrongFields(TestChannel, value).has('to');

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    const read = TestChannel.safeParse(value);
    if (read.success) test.mutate(read.data, { onSuccess: () => toast({ text: channels.tested }) });
  }

  return (
    <form className={styles.test} onSubmit={submit} noValidate aria-label={channels.email.to}>
      <TextField
        label={channels.email.to}
        hint={channels.testHint}
        inputMode="email"
        value={to}
        onText={setTo}
        {...(isWrong ? { error: channels.wrong.to } : {})}
      />
      <Button type="submit" disabled={!isSet} busy={test.isPending}>
        {channels.test}
      </Button>
      <SaveError error={test.error} />
    </form>
  );
}
