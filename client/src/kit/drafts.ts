const DATABASE = 'tuijin-drafts';
const STORE = 'drafts';

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }).catch((error: unknown) => {
    // The next keystroke tries again: a private window stays closed, a full disk may have been cleared.
    opening = null;
    throw error;
  });
  return opening;
}

async function run<Result>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** What was typed under a key on this device; null where there is nothing or nothing can be kept. */
export async function readDraft(key: string): Promise<unknown> {
  try {
    return (await run('readonly', (store): IDBRequest<unknown> => store.get(key))) ?? null;
  } catch {
    return null;
  }
}

/** Keeps what is being typed on this device; false where the browser refuses, so that the page can say so. */
export async function keepDraft(key: string, draft: unknown): Promise<boolean> {
  try {
    await run('readwrite', (store) => store.put(draft, key));
    return true;
  } catch {
    return false;
  }
}

/** Drops a draft: the server has what it said, or the person let it go. */
export async function dropDraft(key: string): Promise<void> {
  try {
    await run('readwrite', (store) => store.delete(key));
  } catch {
    // Nothing could be kept here, so there is nothing to drop.
  }
}
