const listeners = new Set<() => void>();
let isNewer = false;

/** Whether this page is of an older build than the one that this browser now holds. */
export const newerBuild = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  isThere: () => isNewer,
};

const RELOADED = 'tuijin-reloaded-for';

/**
 * Keeps the build on this device once the page has come to rest. A part of the page that neither the device nor the server
 * has any more means that the build has changed: the page is read again once, and what was typed is kept on the device.
 */
export function keepBuild(): void {
  window.addEventListener('vite:preloadError', () => void readAgain());
  const container: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (!container || import.meta.env.DEV) return;
  const hadOne = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    if (!hadOne) return;
    isNewer = true;
    for (const listener of listeners) listener();
  });
  const register = () => {
    // Where the browser refuses, the pages work as before, with a line.
    requestIdleCallback?.(() => void container.register('/service-worker.js').catch(() => undefined), { timeout: 5_000 });
  };
  // After a still the program begins when all else has been loaded.
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register);
}

/** Reads the page again, once a build. A line that is down has no other build to give: what stands must stay. */
async function readAgain(): Promise<void> {
  if (sessionStorage.getItem(RELOADED) === document.baseURI) return;
  const isServed = await fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isServed) return;
  sessionStorage.setItem(RELOADED, document.baseURI);
  window.location.reload();
}
