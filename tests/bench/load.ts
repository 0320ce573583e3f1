import net from 'node:net';

/** One request of a connection, as it goes over the wire. */
export type Wire = { path: string; headers: Record<string, string>; body?: string };

export type Loaded = { perSecond: number; p50: number; p99: number; failed: number };

const CONNECTIONS = 16;
/** A server runs for weeks: what it takes to compile itself in its first moments is no part of what a request costs. */
const WARM_MS = 2_000;
const BODY_AT = '\r\n\r\n';

/**
 * Asks over 16 connections, each its next request when the last is answered. Sockets are written by hand: an HTTP client
 * costs as much as the servers that are measured.
 */
export async function load(url: string, seconds: number, request: (connection: number, count: number) => Wire): Promise<Loaded> {
  const { hostname, port } = new URL(url);
  const from = performance.now() + WARM_MS;
  const until = from + seconds * 1000;
  const times: number[] = [];
  let failed = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, connection) => {
      const socket = net.connect(Number(port), hostname);
      socket.setNoDelay(true);
      const answer = answersOf(socket);
      for (let count = 0; performance.now() < until; count++) {
        const started = performance.now();
        socket.write(written(request(connection, count), `${hostname}:${port}`));
        const status = await answer();
        if (started >= from) times.push(performance.now() - started);
        if (status >= 400) failed++;
      }
      socket.destroy();
    }),
  );
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), failed };
}

function written({ path, headers, body }: Wire, host: string): string {
  const all = { host, ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`;
}

/** Waits for one whole answer of a socket at a time, and says its status. */
function answersOf(socket: net.Socket): () => Promise<number> {
  let held = Buffer.alloc(0);
  let tell: ((status: number) => void) | null = null;
  let fail: ((error: Error) => void) | null = null;
  socket.on('error', (error) => fail?.(error));
  socket.on('close', () => fail?.(new Error('the server has closed the connection')));
  socket.on('data', (chunk) => {
    held = held.length ? Buffer.concat([held, chunk]) : chunk;
    const length = lengthOf(held);
    if (length === null || held.length < length) return;
    const status = Number(held.toString('latin1', 9, 12));
    held = held.subarray(length);
    tell?.(status);
  });
  return () =>
    new Promise((resolve, reject) => {
      tell = resolve;
      fail = reject;
    });
}

/** How long the answer at the beginning of the bytes is; null while its end is not there. */
function lengthOf(bytes: Buffer): number | null {
  const end = bytes.indexOf(BODY_AT);
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end).toLowerCase();
  const start = end + BODY_AT.length;
  const length = head.match(/\r\ncontent-length: (\d+)/)?.[1];
  if (length !== undefined) return start + Number(length);
  if (!head.includes('\r\ntransfer-encoding: chunked')) return start;
  const last = bytes.indexOf('0\r\n\r\n', start);
  return last < 0 ? null : last + 5;
}
