import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { EmailSettings, WebhookSecret, WebhookSettings } from '#shared/channels/schema.ts';
import type { OpenChannel } from './store.ts';

/** A message as it leaves the house. */
export type Message = { recipients: string | null; subject: string; text: string };

/** Longer than a slow mail server takes, shorter than a message is left to whoever sends it. */
const WITHIN_MS = 20_000;

/** Sends one message; throws with words that a person can act on where it did not go through. */
export function send(channel: OpenChannel, message: Message): Promise<void> {
  return channel.kind === 'email'
    ? sendMail(channel.settings, channel.secret?.password ?? null, message)
    : sendToRobot(channel.settings, channel.secret, message);
}

async function sendMail(settings: EmailSettings, password: string | null, { recipients, subject, text }: Message): Promise<void> {
  const { host, port, security, user, from } = settings;
  // Fetched with the first message: most installations never send one.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: WITHIN_MS,
    greetingTimeout: WITHIN_MS,
    socketTimeout: WITHIN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ from, to: recipients ?? from, subject, text });
  } finally {
    transport.close();
  }
}

const Answer = z.object({ errcode: z.number(), errmsg: z.string().default('') });

async function sendToRobot({ style }: WebhookSettings, secret: WebhookSecret, { text }: Message): Promise<void> {
  const response = await fetch(style === 'dingtalk' ? signed(secret) : secret.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ msgtype: 'text', text: { content: text } }),
    // Where a robot's address leads elsewhere, its key would go there too.
    redirect: 'error',
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  // A robot says no with 200 and a code of its own.
  const { errcode, errmsg } = Answer.parse(await response.json());
  if (errcode !== 0) throw new Error(`${errcode} ${errmsg}`);
}

/** DingTalk's 加签: the moment and the key, which it checks within the hour. */
function signed({ url, signKey }: WebhookSecret): string {
  if (signKey === null) return url;
  const timestamp = Date.now();
  const sign = createHmac('sha256', signKey).update(`${timestamp}\n${signKey}`).digest('base64');
  const address = new URL(url);
  address.searchParams.set('timestamp', String(timestamp));
  address.searchParams.set('sign', sign);
  return address.href;
}
