import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { startSession } from '#server/auth/store.ts';
import { runChange } from '#server/change.ts';
import { systemClock } from '#server/clock.ts';
import * as events from '#server/events/store.ts';
import { hashToken } from '#server/kit/random.ts';
import { idOf } from '#shared/kit/ids.ts';
import type { World } from '#tests/support/world.ts';
import { districtOf } from './district.ts';

const root = path.resolve(import.meta.dirname, '../..');
const AUDIT_KEY = 'a key for tests';
const SESSIONS = 16;
const PATIENCE_MS = 60_000;

/** A district in a file of its own, with somebody's sessions to ask with. */
export type Made = { folder: string; tokens: string[]; projectIds: string[] };

/** Makes a district of so many projects, as of now, and leaves it closed. */
export async function makeDistrict(projects: number): Promise<Made> {
  const folder = path.join(os.tmpdir(), `tuijin-bench-${process.pid}-${projects}`);
  await mkdir(folder, { recursive: true });
  const store = { kind: 'sqlite', file: path.join(folder, 'tuijin.db'), isBeingMade: true } as const;
  const world = await districtOf(projects, { store, now: systemClock() });
  const tokens: string[] = [];
  for (let at = 0; at < SESSIONS; at++) tokens.push(await session(world, at));
  const rows = await world.db.selectFrom('project').select('id').orderBy('key').execute();
  await world.close();
  return { folder, tokens, projectIds: rows.map((row) => row.id) };
}

async function session(world: World, at: number): Promise<string> {
  const actor = await world.addAccount('office', world.officeUnitId, `科员${at}`);
  const token = `b${at.toString(16).padStart(63, '0')}`;
  await runChange(world.services, async (tx) => {
    await startSession(tx, idOf('account').parse(actor.id), hashToken(token), world.clock.now);
    await events.append(
      tx,
      { now: world.clock.now, actor, requestId: 'bench', auditKey: AUDIT_KEY },
      { action: 'session.started', id: actor.id },
    );
  });
  return token;
}

/** A server in a process of its own; how long it took until its first answer. */
export type Served = { url: string; coldMs: number; stop: () => Promise<void> };

/** Starts the built product on a district. */
export async function serveProduct({ folder }: Made): Promise<Served> {
  const port = await freePort();
  const env = { TUIJIN_DATA: folder, PORT: String(port), HOST: '127.0.0.1', TUIJIN_PROXIES: '1', TUIJIN_AUDIT_KEY: AUDIT_KEY };
  return started(['dist/server/main.js'], env, `http://127.0.0.1:${port}`, '/readyz');
}

/** Starts the floor: Express with bytes that are there already, a bare mutation, and the floor's page. */
export async function serveFloor(folder: string): Promise<Served> {
  const port = await freePort();
  const args = ['--import', 'tsx', 'tests/bench/floor/server.ts', folder, String(port)];
  return started(args, {}, `http://127.0.0.1:${port}`, '/bytes');
}

/** A port that nobody listens on: an answer must come from the server that was started. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function started(args: string[], env: Record<string, string>, url: string, first: string): Promise<Served> {
  const from = performance.now();
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (;;) {
    const answer = await fetch(`${url}${first}`).catch(() => null);
    if (answer?.ok) {
      await answer.arrayBuffer();
      break;
    }
    if (child.exitCode !== null || performance.now() - from > PATIENCE_MS) throw new Error(`${args.join(' ')} does not answer`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return {
    url,
    coldMs: performance.now() - from,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Throws a district away. */
export function removeDistrict({ folder }: Made): void {
  rmSync(folder, { recursive: true, force: true });
}
