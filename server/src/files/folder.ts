import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat, statfs, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '#shared/kit/errors.ts';

/** Where the bytes of files lie, each under the hash of what it holds: the same file twice is one, and none is ever changed. */
export type FileStore = {
  /** Keeps bytes and answers their SHA-256; returns once they are on the disk. */
  put: (bytes: Uint8Array) => Promise<string>;
  /** The bytes under a hash; null where the store does not have them. */
  open: (sha256: string) => Promise<Readable | null>;
  /** Lets go of bytes, unless somebody has put the same ones a moment ago. */
  remove: (sha256: string) => Promise<void>;
};

/** An upload is recorded well within this time of its bytes being put. */
const A_MOMENT_MS = 3_600_000;
const LEAST_FREE_BYTES = 500 * 1024 * 1024;
const LEAST_FREE_SHARE = 0.05;

/** A file store in a folder of this machine. Nothing but hashes ever becomes part of a path. */
export function folderStore(folder: string): FileStore {
  const placeOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const place = placeOf(sha256);
      if (await touched(place)) return sha256;
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      await requireRoom(folder);
      const draft = path.join(folder, `${randomUUID()}.part`);
      try {
        const handle = await open(draft, 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(draft, place);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      return sha256;
    },
    open: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      // Taken hold of at once: what is let go of meanwhile is read to its end all the same.
      const handle = await open(placeOf(sha256)).catch(() => null);
      return handle?.createReadStream() ?? null;
    },
    remove: async (sha256) => {
      // Put aside first: whoever puts the same bytes meanwhile either finds them touched here, or none and writes them again.
      const aside = path.join(folder, `${randomUUID()}.part`);
      if (!(await moved(placeOf(sha256), aside))) return;
      const { mtimeMs } = await stat(aside);
      if (mtimeMs < Date.now() - A_MOMENT_MS) await rm(aside);
      else await rename(aside, placeOf(sha256));
    },
  };
}

/** Marks bytes that are there as put once more; false where there are none. */
function touched(place: string): Promise<boolean> {
  const now = new Date();
  return succeeds(utimes(place, now, now));
}

function moved(from: string, to: string): Promise<boolean> {
  return succeeds(rename(from, to));
}

async function succeeds(act: Promise<void>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** The bytes under a hash, whole. */
export async function bytesOf(store: FileStore, sha256: string): Promise<Uint8Array> {
  const stream = await store.open(sha256);
  if (!stream) throw new DomainError('STORAGE_FAILED', { reason: 'file-missing' });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return new Uint8Array(Buffer.concat(chunks));
}

/** The database needs room to go on: files stop coming in long before the disk is full (RELIABILITY G5). */
async function requireRoom(folder: string): Promise<void> {
  const { bavail, bsize, blocks } = await statfs(folder);
  const free = bavail * bsize;
  if (free < Math.max(LEAST_FREE_BYTES, blocks * bsize * LEAST_FREE_SHARE))
    throw new DomainError('STORAGE_FAILED', { reason: 'disk-full' });
}
