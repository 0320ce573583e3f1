import { idOf } from '#shared/kit/ids.ts';
import { sendFile } from './send.ts';

/** Sends files one after another, for an act that will name them; answers their ids in order. */
export async function sendEach(files: readonly File[]): Promise<string[]> {
  const fileIds: string[] = [];
  for (const file of files) {
    const fileId = await sendFile('/files', file, idOf('file'), () => undefined);
    fileIds.push(fileId);
  }
  return fileIds;
}
