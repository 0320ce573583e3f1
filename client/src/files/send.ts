import { z } from 'zod';

/** A failure without an answer in our own shape: the line broke, or a proxy spoke. */
const broken = (hasAnswered: boolean) => (hasAnswered ? { data: { requestId: null } } : new TypeError('upload'));

/**
 * Sends a file's bytes to a route and answers the id of what it became. XMLHttpRequest, because fetch does not say how
 * far an upload has come. What it throws has the shape of a failed call, so that the page explains it in the same words.
 */
export function sendFile<Id>(route: string, file: File, id: z.ZodType<Id>, onProgress: (percent: number) => void): Promise<Id> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', route);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0);
    request.onerror = () => reject(broken(false));
    request.onload = () => {
      const body = parsed(request.responseText);
      const answer = z.object({ id }).safeParse(body);
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
