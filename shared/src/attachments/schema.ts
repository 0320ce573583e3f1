import { z } from 'zod';
import { Instant } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';

/** 批复文件 | 合同协议 | 图纸 | 现场照片 | 佐证材料 | 其他 */
export const AttachmentKind = z.enum(['approval', 'contract', 'drawing', 'photo', 'evidence', 'other']);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

/** 资料: a file that belongs to a project, under a title of its own. */
export const Attachment = z.strictObject({
  id: idOf('attachment'),
  projectId: idOf('project'),
  fileId: idOf('file'),
  title: z.string().trim().min(1).max(120),
  kind: AttachmentKind,
  addedAt: Instant,
  addedBy: z.string(),
  version: z.number().int().positive(),
});
export type Attachment = z.infer<typeof Attachment>;

/** Hangs a file that was sent before on a project. */
export const AddAttachment = Attachment.pick({ projectId: true, fileId: true, title: true, kind: true });
export type AddAttachment = z.infer<typeof AddAttachment>;

/** Gives an attachment another title or kind; the file stays what it is. */
export const RenameAttachment = Attachment.pick({ id: true, version: true, title: true, kind: true });
export type RenameAttachment = z.infer<typeof RenameAttachment>;

/** Takes an attachment off its project. */
export const RemoveAttachment = Attachment.pick({ id: true, version: true });
export type RemoveAttachment = z.infer<typeof RemoveAttachment>;
