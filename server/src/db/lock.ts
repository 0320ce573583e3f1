import { chmodSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/**
 * Takes an embedded database for this process alone, or throws what says that another one has it; answers how to let
 * go. The lock is the system's own, on a file beside the database, and ends with the process however that ends: a
 * process number written down would outlive a crash, and in a container every server has the same one.
 *
 * The file stays: taking it away would let two newcomers lock two files of one name.
 */
export function holdAlone(file: string): () => void {
  const lock = new Sqlite(`${file}.lock`, { timeout: 0 });
  try {
    // Nothing is ever written to it, so it needs no journal beside it.
    lock.pragma('journal_mode = memory');
    lock.exec('begin exclusive');
    chmodSync(`${file}.lock`, 0o600);
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => void lock.close();
}
