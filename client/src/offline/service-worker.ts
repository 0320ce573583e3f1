/// <reference lib="webworker" />

/**
 * Opens the pages without a network. Only files of the build are ever kept, never an answer of the server. Each build has
 * a cache of its own, and the two before it stay: a page that was opened under an older build still finds its parts.
 */
declare const self: ServiceWorkerGlobalScope;
/** Put in by the build: its name and every file of it. */
declare const BUILD: string;
declare const FILES: readonly string[];

const NAME = 'tuijin-build-';
const KEPT_BUILDS = 3;
const PAGE = '/';
/** A line that does not answer within this is as good as none. */
const PATIENCE_MS = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(fetchBuild().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldBuilds().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(ofBuild(request));
  else if (request.mode === 'navigate' && !/^\/(trpc|files)\//.test(url.pathname)) event.respondWith(page(request));
});

async function fetchBuild(): Promise<void> {
  const cache = await caches.open(NAME + BUILD);
  // Past the browser's own cache: a page kept there may be of the build before.
  // And asked for by nobody: the page that somebody is sent has a still of their board in it.
  const page = new Request(PAGE, { cache: 'reload', credentials: 'omit' });
  await cache.addAll([page, ...FILES.map((file) => new Request(file, { cache: 'reload' }))]);
}

async function dropOldBuilds(): Promise<void> {
  const builds = (await caches.keys()).filter((name) => name.startsWith(NAME));
  // The names come in the order in which they were made.
  const old = builds.filter((name) => name !== NAME + BUILD).slice(0, -(KEPT_BUILDS - 1));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Names hold the hash of what is in the file: one that is kept is never stale. */
async function ofBuild(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** The newest page while there is a line, the kept one while there is none. */
async function page(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.status < 500) return response;
  } catch {
    // Below.
  }
  const kept = await (await caches.open(NAME + BUILD)).match(PAGE);
  return kept ?? Response.error();
}

export {};
