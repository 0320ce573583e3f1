/// <reference lib="webworker" />
import { type LiveNews, openSource } from './source.ts';

/**
 * One stream for all tabs of a browser: HTTP/1.1 allows six connections to a host, and a stream a tab would stop
 * the app at the sixth.
 */
declare const self: SharedWorkerGlobalScope;

const ports = new Set<MessagePort>();
/** What a tab that comes late has to know: where the stream stands, what the screen shows, whether the line is up. */
const last = new Map<string, LiveNews>();

function tell(news: LiveNews): void {
  last.set(news.kind === 'message' ? news.message.type : 'line', news);
  for (const port of ports) port.postMessage(news);
}

const source = openSource(self.location.origin, tell);

self.onconnect = (event) => {
  const port = event.ports[0];
  if (!port) return;
  ports.add(port);
  for (const [kind, news] of last) if (kind !== 'changes') port.postMessage(news);
  port.onmessage = (message: MessageEvent<'restart' | 'bye'>) => {
    if (message.data === 'restart') source.restart();
    else ports.delete(port);
  };
};
