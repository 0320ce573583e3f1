import type { Notice } from '#shared/notices/schema.ts';
import type { Catalogue } from '../app/messages.ts';

/** A notice as one sentence. */
export function sentenceOf(notice: Notice, { notices }: Catalogue): string {
  const colour = notice.text === 'red' || notice.text === 'black' ? notices.flag[notice.text] : null;
  const isFlag = notice.kind === 'flag-to-sign' || notice.kind === 'flag-announced';
  return notices.sentences[notice.kind]({
    actor: notice.actorName,
    subject: notice.subject,
    text: (isFlag && colour) || (notice.text ?? ''),
    on: notice.on ?? '',
  });
}
