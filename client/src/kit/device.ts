/** What this device keeps, in IndexedDB: words being typed, acts that wait for the line, answers to open with without one. */
const stores = ['drafts', 'waiting', 'answers'] as const;
type StoreName = (typeof stores)[number];

const DATABASE = 'tuijin-drafts';
const VERSION = 2;

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      for (const name of stores) if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
    };
    request.onsuccess = () => {
      // A tab with a newer page must not wait for this one.
      request.result.onversionchange = () => {
        request.result.close();
        opening = null;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  }).catch((error: unknown) => {
    // The next keystroke tries again: a private window stays closed, a full disk may have been cleared.
    opening = null;
    throw error;
  });
  return opening;
}

async function run<Result>(name: StoreName, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode);
    const request = act(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Every key that begins so: the highest sign ends the range. */
const beginning = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** What stands under a key; null where there is nothing or nothing can be kept. */
export async function read(name: StoreName, key: string): Promise<unknown> {
  try {
    return (await run(name, 'readonly', (store): IDBRequest<unknown> => store.get(key))) ?? null;
  } catch {
    return null;
  }
}

/** Everything whose key begins so, in the keys' order; nothing where nothing can be kept. */
export async function readAll(name: StoreName, prefix: string): Promise<unknown[]> {
  try {
    return await run(name, 'readonly', (store): IDBRequest<unknown[]> => store.getAll(beginning(prefix)));
  } catch {
    return [];
  }
}

/** Keeps something under a key; false where the browser refuses, so that the page can say so. */
export async function keep(name: StoreName, key: string, value: unknown): Promise<boolean> {
  try {
    await run(name, 'readwrite', (store) => store.put(value, key));
    return true;
  } catch {
    return false;
  }
}

/** Drops what stands under a key, or everything whose key begins so. */
export async function drop(name: StoreName, key: string | { prefix: string }): Promise<void> {
  try {
    await run(name, 'readwrite', (store) => store.delete(typeof key === 'string' ? key : beginning(key.prefix)));
  } catch {
    // Nothing could be kept here, so there is nothing to drop.
  }
}
