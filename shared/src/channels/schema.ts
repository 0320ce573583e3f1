import { z } from 'zod';
import { Email } from '../contacts/schema.ts';
import { Instant } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';

/** How word leaves the house: by e-mail, or to a chat group's robot. */
export const ChannelKind = z.enum(['email', 'webhook']);
export type ChannelKind = z.infer<typeof ChannelKind>;

/** The mail server that is sent by. `tls` speaks TLS from the first byte (465), `starttls` must turn to it (587), `none` never (25). */
export const EmailSettings = z.strictObject({
  host: z.string().trim().min(1).max(200),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  /** Whose account signs in there; null where the server asks nobody. */
  user: z.string().trim().min(1).max(200).nullable(),
  from: Email,
});
export type EmailSettings = z.infer<typeof EmailSettings>;

/** Whose robot it is: WeCom and DingTalk take the same message, and DingTalk may ask for a signature. */
export const WebhookSettings = z.strictObject({ style: z.enum(['wecom', 'dingtalk']) });
export type WebhookSettings = z.infer<typeof WebhookSettings>;

/** What signs in at the mail server. */
export const EmailSecret = z.strictObject({ password: z.string().min(1).max(500) });
/** The robot's address holds its key, so all of it is secret; `signKey` is DingTalk's 加签. */
export const WebhookSecret = z.strictObject({
  url: z.string().regex(/^https?:\/\/\S{3,800}$/),
  signKey: z.string().min(1).max(200).nullable(),
});
export type WebhookSecret = z.infer<typeof WebhookSecret>;

/** A channel as it may be read: what is secret stays on the server. */
export type Channel = { isOn: boolean; hasSecret: boolean; version: number } & (
  | { kind: 'email'; settings: EmailSettings | null }
  | { kind: 'webhook'; settings: WebhookSettings | null }
);

const kept = { isOn: z.boolean(), /** 0 where nothing was set before. */ version: z.number().int().min(0) };

/** Sets a channel. A secret of null leaves the one that is there. */
export const SetChannel = z.discriminatedUnion('kind', [
  z.strictObject({ ...kept, kind: z.literal('email'), settings: EmailSettings, secret: EmailSecret.nullable() }),
  z.strictObject({ ...kept, kind: z.literal('webhook'), settings: WebhookSettings, secret: WebhookSecret.nullable() }),
]);
export type SetChannel = z.infer<typeof SetChannel>;

/** Sends one message by what is kept, to see whether it arrives; a robot has one group alone. */
export const TestChannel = z.strictObject({ kind: ChannelKind, to: Email.nullable() });
export type TestChannel = z.infer<typeof TestChannel>;

/** 待发 → 已发, or 未送达 once it was tried often enough. */
export const DispatchState = z.enum(['waiting', 'sent', 'failed']);
export type DispatchState = z.infer<typeof DispatchState>;

/** One message on its way out of the house, left in the change that it comes from. */
export const Dispatch = z.strictObject({
  id: idOf('dispatch'),
  districtId: idOf('unit'),
  kind: ChannelKind,
  /** Addresses, one after another; null for a robot. */
  recipients: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  madeAt: Instant,
  state: DispatchState,
  attempts: z.number().int().min(0),
  /** When it is tried next. */
  nextAt: Instant,
  sentAt: Instant.nullable(),
  /** What the other side, or the line, said last. */
  error: z.string().nullable(),
  version: z.number().int().positive(),
});
export type Dispatch = z.infer<typeof Dispatch>;
