import { type SubmitEvent, useState } from 'react';
import { type Channel, SetChannel, type WebhookSettings } from '#shared/channels/schema.ts';
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
import styles from './channels.module.css';
import { useSetChannel, useTestChannel } from './mutations.ts';

type WebhookChannel = Extract<Channel, { kind: 'webhook' }>;

const styleNames = ['wecom', 'dingtalk'] as const;

/** The chat robot; its address holds its key, so it is written and never read. */
export function WebhookForm({ channel, onReload }: { channel: WebhookChannel; onReload: () => void }) {
  const { channels } = useMessages();
  const { webhook } = channels;
  const toast = useToast();
  const set = useSetChannel();
  const test = useTestChannel();
  const [opened, setOpened] = useState(channel);
  const [isOn, setOn] = useState(channel.isOn);
  const [style, setStyle] = useState<WebhookSettings['style']>(channel.settings?.style ?? 'wecom');
  const [url, setUrl] = useState('');
  const [signKey, setSignKey] = useState('');
  const [isAsked, setAsked] = useState(false);
  const secret = url === '' ? null : { url: url.trim(), signKey: style === 'dingtalk' && signKey !== '' ? signKey : null };
  const value = { kind: 'webhook' as const, isOn, version: opened.version, settings: { style }, secret };
  const wrong = isAsked ? wrongFields(SetChannel, value) : new Set<string>();
  const error = (field: keyof typeof channels.wrong) => (wrong.has(field) ? { error: channels.wrong[field] } : {});

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    const read = SetChannel.safeParse(value);
    if (!read.success) return;
    set.mutate(read.data, {
      onSuccess: (saved) => {
        if (saved.kind === 'webhook') setOpened(saved);
        setUrl('');
        setSignKey('');
        toast({ text: channels.saved });
      },
    });
  }

  return (
    <Section title={webhook.title} note={webhook.note}>
      <form className={styles.form} onSubmit={submit} noValidate aria-label={webhook.title}>
        <Checkbox label={channels.isOn} checked={isOn} onChecked={setOn} />
        <FormGrid>
          <Select
            label={webhook.style}
            options={styleNames.map((name) => ({ value: name, label: webhook.styles[name] }))}
            value={style}
            onValue={(chosen) => chosen && setStyle(chosen)}
          />
          <TextField
            label={webhook.url}
            hint={opened.hasSecret ? channels.kept : webhook.urlHint}
            type="password"
            autoComplete="off"
            required={!opened.hasSecret}
            value={url}
            onText={setUrl}
            {...error('secret.url')}
          />
          {style === 'dingtalk' && (
            <TextField
              label={webhook.signKey}
              hint={webhook.signKeyHint}
              type="password"
              autoComplete="off"
              value={signKey}
              onText={setSignKey}
              {...error('secret.signKey')}
            />
          )}
        </FormGrid>
        <SaveError error={set.error} onReload={onReload} />
        <span className={styles.acts}>
          <Button type="submit" busy={set.isPending}>
            {channels.save}
          </Button>
          <Button
            disabled={opened.settings === null}
            busy={test.isPending}
            onClick={() => test.mutate({ kind: 'webhook', to: null }, { onSuccess: () => toast({ text: channels.tested }) })}
          >
            {channels.test}
          </Button>
        </span>
        <SaveError error={test.error} />
      </form>
    </Section>
  );
}
