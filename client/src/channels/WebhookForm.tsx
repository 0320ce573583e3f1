import { useState } from 'react';
import type { Channel, WebhookSettings } from '#shared/channels/schema.ts';
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

type WebhookChannel = Extract<Channel, { kind: 'webhook' }>;

const styleNames = ['wecom', 'dingtalk'] as const;

/** The chat robot; its address holds its key, so it is written and never read. */
export function WebhookForm({ channel, onReload }: { channel: WebhookChannel; onReload: () => void }) {
  const { channels } = useMessages();
  const { webhook } = channels;
  const toast = useToast();
  const test = useTestChannel();
  const [isOn, setOn] = useState(channel.isOn);
  const [style, setStyle] = useState<WebhookSettings['style']>(channel.settings?.style ?? 'wecom');
  const [url, setUrl] = useState('');
  const [signKey, setSignKey] = useState('');
  const secret = url === '' ? null : { url: url.trim(), signKey: style === 'dingtalk' && signKey !== '' ? signKey : null };
  const typed = { kind: 'webhook' as const, isOn, settings: { style }, secret };
  const { opened, submit, isBusy, failure, error } = useChannelForm(channel, typed, () => {
    setUrl('');
    setSignKey('');
  });

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
        <SaveError error={failure} onReload={onReload} />
        <span className={styles.acts}>
          <Button type="submit" busy={isBusy}>
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
