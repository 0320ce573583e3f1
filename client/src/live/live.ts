import { useEffect, useRef, useSyncExternalStore } from 'react';
import { groupBy } from '#shared/kit/collections.ts';
import type { Editing } from '#shared/live/editing.ts';
import type { LiveMessage } from '#shared/live/schema.ts';
import { type LiveNews, openSource } from './source.ts';

type Listener = (message: LiveMessage) => void;
type Line = { isUp: boolean; isSignedOut: boolean; since: number };

const listeners = new Set<Listener>();
const lineListeners = new Set<() => void>();
let line: Line = { isUp: false, isSignedOut: false, since: Date.now() };
/** Of what the server draws itself: it is as fresh as can be. */
const fresh: Line = { ...line, isUp: true };
let restartSource: (() => void) | null = null;
let heardSeq = 0;
const nobody: readonly Editing[] = [];
/** Who has which project's form open, by project. */
let editors: ReadonlyMap<string, readonly Editing[]> = new Map();

function hear(news: LiveNews): void {
  if (news.kind === 'message') {
    if ('seq' in news.message) heardSeq = news.message.seq;
    if (news.message.type === 'editing') {
      editors = groupBy(news.message.editing, ({ projectId }) => projectId);
      for (const listener of lineListeners) listener();
    }
    for (const listener of listeners) listener(news.message);
    return;
  }
  if (news.isUp === line.isUp && news.isSignedOut === line.isSignedOut) return;
  line = { isUp: news.isUp, isSignedOut: news.isSignedOut, since: news.isUp === line.isUp ? line.since : Date.now() };
  for (const listener of lineListeners) listener();
}

function connect(): void {
  if (restartSource) return;
  if (typeof SharedWorker === 'undefined') {
    // No shared worker (older Safari, WeChat's web view): this tab holds a stream of its own.
    restartSource = openSource(window.location.origin, hear).restart;
    return;
  }
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'tuijin-live' });
  worker.port.onmessage = (event: MessageEvent<LiveNews>) => hear(event.data);
  window.addEventListener('pagehide', () => worker.port.postMessage('bye'));
  restartSource = () => worker.port.postMessage('restart');
}

/** Begins anew after a sign-in: the stream belongs to the session. */
export function restartLive(): void {
  connect();
  restartSource?.();
}

/** Hears the district's live messages while the component is shown. */
export function useLive(onMessage: Listener): void {
  const latest = useRef(onMessage);
  latest.current = onMessage;
  useEffect(() => {
    const listener: Listener = (message) => latest.current(message);
    listeners.add(listener);
    connect();
    return () => {
      listeners.delete(listener);
    };
  }, []);
}

/** The latest sequence number that this tab has heard of, whichever page was open then. */
export function lastHeardSeq(): number {
  return heardSeq;
}

function onLine(changed: () => void): () => void {
  lineListeners.add(changed);
  connect();
  return () => lineListeners.delete(changed);
}

/** Whether the line to the server is up, since when it has been as it is, and whether it is down because nobody is signed in. */
export function useLine(): Line {
  return useSyncExternalStore(
    onLine,
    () => line,
    () => fresh,
  );
}

/** The others who have a project's form open, the first of them first; of a line that is down nobody knows. */
export function useEditors(projectId: string): readonly Editing[] {
  const now = () => (line.isUp && editors.get(projectId)) || nobody;
  return useSyncExternalStore(onLine, now, now);
}
