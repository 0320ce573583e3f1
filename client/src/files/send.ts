import { z } from 'zod';

const Progress = z.object({ progress: z.number() });

/** A failure without an answer in our own shape: the line broke, or a proxy spoke. */
const broken = (hasAnswered: boolean) => (hasAnswered ? { data: { requestId: null } } : new TypeError('upload'));

/**
 * Sends a file's bytes to a route and answers the id of what it became. XMLHttpRequest, because fetch does not say how
 * far an upload has come. The server answers in lines: where it has work to do, how far that is, and last what became of
 * the file. What is thrown has the shape of a failed call, so that the page explains it in the same words.
 */
export function sendFile<Id>(
  route: string,
  file: File,
  id: z.ZodType<Id>,
  onSent: (percent: number) => void,
  onWork: (percent: number) => void = () => undefined,
): Promise<Id> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', route);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? Math.floor((loaded / total) * 100) : 0);
    request.upload.onload = () => onWork(0);
    request.onprogress = () => {
      const told = Progress.safeParse(lastLine(request.responseText));
      if (told.success) onWork(Math.floor(told.data.progress * 100));
    };
    request.onerror = () => reject(broken(false));
    request.onload = () => {
      const body = lastLine(request.responseText);
      const answer = z.object({ id }).safeParse(body);
      if (request.status === 200 && answer.success) resolve(answer.data.id);
      else reject(body ?? broken(true));
    };
    request.send(file);
  });
}

/** The last whole line; a line that is still on its way says nothing yet. */
function lastLine(text: string): unknown {
  for (const line of text.trimEnd().split('\n').reverse()) {
    try {
      return JSON.parse(line);
    } catch {}
  }
  return null;
}
