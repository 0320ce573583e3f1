import { z } from 'zod';
import { idOf } from '#shared/kit/ids.ts';

const Answer = z.object({ id: idOf('importBatch') });

/** A failure without an answer in our own shape: the line broke, or a proxy spoke. */
const broken = (hasAnswered: boolean) => (hasAnswered ? { data: { requestId: null } } : new TypeError('upload'));

/**
 * Sends a file's bytes and answers the batch that was read from it. XMLHttpRequest, because fetch does not say how far
 * an upload has come. What it throws has the shape of a failed call, so that the page explains it in the same words.
 */
export function uploadList(file: File, onProgress: (percent: number) => void): Promise<z.infer<typeof Answer>['id']> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/files/import');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0);
    request.onerror = () => reject(broken(false));
    request.onload = () => {
      const body = parsed(request.responseText);
      const answer = Answer.safeParse(body);
      if (request.status === 200 && answer.success) resolve(answer.data.id);
      else reject(body ?? broken(true));
    };
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
