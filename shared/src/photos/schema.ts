import { z } from 'zod';
import { AddAttachment } from '../attachments/schema.ts';
import { Week } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { SubmissionKey } from '../submissions/schema.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Longer sides are made smaller before a photo is sent: enough for a screen of 1080 lines and for paper. In pixels. */
export const PHOTO_SIDE = 1920;

/** What a camera wrote into a photo. Its clock has no zone: `2026-10-29T14:36`. Degrees are millionths, so that they are whole numbers. */
export const PhotoFacts = z.strictObject({
  takenAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
    .nullable(),
  latitude: z.number().int().min(-90_000_000).max(90_000_000).nullable(),
  longitude: z.number().int().min(-180_000_000).max(180_000_000).nullable(),
});
export type PhotoFacts = z.infer<typeof PhotoFacts>;

/** 现场照片: a picture of a project with what is known of it, belonging to a week's return or to a visit on site. */
export const Photo = z.strictObject({
  attachmentId: idOf('attachment'),
  week: Week.nullable(),
  visitId: idOf('siteVisit').nullable(),
  ...PhotoFacts.shape,
  /** Of the bytes that are kept. */
  sha256: Sha256,
  /** Of the file as the camera made it, as the device said; null where it could not be worked out there. */
  originalSha256: Sha256.nullable(),
});
export type Photo = z.infer<typeof Photo>;

/** Hangs a picture that was sent before on a week's return or on a visit. */
export const AddPhoto = AddAttachment.pick({ projectId: true, fileId: true, title: true }).extend({
  ...Photo.pick({ week: true, visitId: true, takenAt: true, latitude: true, longitude: true, originalSha256: true }).shape,
  key: SubmissionKey.optional(),
});
export type AddPhoto = z.infer<typeof AddPhoto>;

/** What photos are asked for: those of a project's week, or of a visit. */
export const PhotosOf = z.strictObject({ projectId: idOf('project'), week: Week.nullable(), visitId: idOf('siteVisit').nullable() });
export type PhotosOf = z.infer<typeof PhotosOf>;
