import { z } from 'zod';
import { Instant, Month } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { OrderKey } from '../kit/rank.ts';

/** 拟稿 → 核稿 → 会签 → 签发 → 已签 → 印发; sending back returns to 拟稿. */
export const BulletinState = z.enum(['drafting', 'reviewing', 'cosigning', 'signing', 'signed', 'issued']);
export type BulletinState = z.infer<typeof BulletinState>;

/** A month's bulletin 通报 and how far it has come; its text is the document, once it is issued. */
export const Bulletin = z.strictObject({
  id: idOf('bulletin'),
  districtId: idOf('unit'),
  month: Month,
  state: BulletinState,
  /** 第N期, drawn when it is issued. */
  number: z.number().int().positive().nullable(),
  draftedBy: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  signedBy: z.string().nullable(),
  signedByName: z.string().nullable(),
  issuedAt: Instant.nullable(),
  documentId: idOf('document').nullable(),
  /** The issued document that this draft puts right, and why it was withdrawn. */
  correctsId: idOf('document').nullable(),
  correctsWhy: z.string().nullable(),
  version: z.number().int().positive(),
});
export type Bulletin = z.infer<typeof Bulletin>;

/** 表扬 | 批评 */
export const NominationKind = z.enum(['praise', 'criticise']);
export type NominationKind = z.infer<typeof NominationKind>;

/** A project put forward for a month's bulletin 拟通报. */
export const Nomination = z.strictObject({
  id: idOf('nomination'),
  bulletinId: idOf('bulletin'),
  projectId: idOf('project'),
  kind: NominationKind,
  orderKey: OrderKey,
  version: z.number().int().positive(),
});
export type Nomination = z.infer<typeof Nomination>;
