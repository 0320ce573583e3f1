import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/server/main.js');
const READY_WITHIN_MS = 30_000;

/** The server as it runs in production, in a process of its own that a test may kill. */
export type ChildServer = { url: string; start: () => Promise<void>; kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void> };

/** Where it keeps its data and with which key it was made; it listens on the same port each time it is started. */
export async function childServer(data: { folder: string; auditKey: string }): Promise<ChildServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let child: ChildProcess | null = null;
  return {
    url,
    start: async () => {
      const env = { ...process.env, TUIJIN_DATA: data.folder, TUIJIN_AUDIT_KEY: data.auditKey, PORT: String(port), HOST: '127.0.0.1' };
      child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'ignore', 'inherit'] });
      await isReady(`${url}/readyz`);
    },
    kill: async (signal) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
      child = null;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function isReady(url: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > until) throw new Error(`${url} did not answer within ${READY_WITHIN_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
