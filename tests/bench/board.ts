import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { hands } from './hands.ts';
import { type Loaded, load } from './load.ts';
import { type Opened, open } from './page.ts';
import { rebuilt } from './rebuilt.ts';
import { type Made, makeDistrict, removeDistrict, type Served, serveFloor, serveProduct } from './served.ts';
import { type Line, report } from './table.ts';

const root = path.resolve(import.meta.dirname, '../..');
const SIZES = [500, 4_000, 16_000];
const GOALS_AT = 4_000;
const COLD_AT = 5_000;
const RUNS = 5;
const LOAD_SECONDS = 10;

/**
 * The board by the definitions and goals of docs/performance.md: floor and product in turn in one run, because times drift
 * with the machine and only their ratios can be compared. Ends with a failure where a ratio misses its goal.
 */
export async function benchBoard(): Promise<void> {
  execFileSync(process.execPath, ['scripts/prepare.mjs'], { cwd: root, stdio: 'inherit' });
  const floorFolder = mkdtempSync(path.join(os.tmpdir(), 'tuijin-floor-'));
  await build({
    root: path.join(import.meta.dirname, 'floor'),
    base: './',
    logLevel: 'silent',
    configFile: false,
    build: { outDir: path.join(floorFolder, 'page'), emptyOutDir: true },
  });
  const lines: Line[] = [];
  const screens: { product: number; cards: number }[] = [];
  try {
    for (const projects of SIZES) {
      const made = await makeDistrict(projects);
      const product = await serveProduct(made);
      const answer = await snapshot(product, made);
      writeFileSync(path.join(floorFolder, 'board.gz'), answer);
      const floor = await serveFloor(floorFolder);
      try {
        lines.push(...(await opening(projects, made, product, floor, answer.length)));
        screens.push({ cards: projects, product: lines.at(-1)?.product ?? 0 });
        if (projects === GOALS_AT) {
          lines.push(...(await hands(product, floor, made)));
          lines.push(...(await underLoad(made, product, floor)));
        }
      } finally {
        await product.stop();
        await floor.stop();
        removeDistrict(made);
      }
      const { slim, whole, changed } = await rebuilt(projects);
      const isGoal = projects === GOALS_AT;
      lines.push({
        what: 'board rebuilt after a change',
        cards: projects,
        product: changed,
        floor: slim,
        unit: 'ms',
        most: isGoal ? 2 : null,
      });
      lines.push({ what: 'board rebuilt from nothing', cards: projects, product: whole, floor: slim, unit: 'ms', most: null });
    }
    const made = await makeDistrict(COLD_AT);
    const product = await serveProduct(made);
    lines.push({ what: 'cold start to the first answer', cards: COLD_AT, product: product.coldMs, unit: 'ms', limit: 1_500 });
    await product.stop();
    removeDistrict(made);
  } finally {
    rmSync(floorFolder, { recursive: true, force: true });
  }
  const [small, large] = [screens[0], screens.at(-1)];
  if (small && large) {
    lines.push({
      ...{ what: `first screen, ${small.cards} → ${large.cards}`, cards: large.cards, product: large.product, floor: small.product },
      ...{ unit: 'ms', most: 2 },
    });
  }
  process.exitCode = report(lines) ? 0 : 1;
}

/** The board's bytes as the product sends them; the floor sends the same. */
async function snapshot({ url }: Served, { tokens: [token = ''] }: Made): Promise<Buffer> {
  const loaded = await fetch(`${url}/board/snapshot`, { headers: { ...ofSession(token, url), 'accept-encoding': 'gzip' } });
  return gzipSync(Buffer.from(await loaded.arrayBuffer()));
}

function ofSession(token: string, origin: string): Record<string, string> {
  return { cookie: `tuijin-session=${token}`, origin, 'x-forwarded-proto': 'http' };
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Floor and product opened in turn, each time in a new browser. The product's first screen comes last. */
async function opening(cards: number, made: Made, product: Served, floor: Served, bytes: number): Promise<Line[]> {
  const own: Opened[] = [];
  const least: Opened[] = [];
  for (let run = 0; run < RUNS; run++) {
    least.push(await open(floor.url, `/?cards=${cards}`, null));
    own.push(await open(product.url, '/', made.tokens[0] ?? null));
  }
  const isGoal = cards === GOALS_AT;
  const of = (field: 'firstScreen' | 'idle' | 'heapMb') => ({
    product: middle(own.map((each) => each[field])),
    floor: middle(least.map((each) => each[field])),
  });
  const scripts = new Set(own.flatMap((each) => each.scripts));
  const weight = Array.from(scripts, (name) => gzipSync(readFileSync(path.join(root, 'dist/client', name))).length);
  return [
    { what: 'JavaScript before idle, gzip', cards, product: weight.reduce((sum, each) => sum + each, 0) / 1000, unit: 'kB', limit: 200 },
    { what: 'board data, gzip', cards, product: bytes / 1000, unit: 'kB', limit: isGoal ? 250 : null },
    { what: 'heap', cards, ...of('heapMb'), unit: 'MB', most: null },
    { what: 'idle', cards, ...of('idle'), unit: 'ms', most: null },
    { what: 'first screen', cards, ...of('firstScreen'), unit: 'ms', most: isGoal ? 1.5 : null },
  ];
}

/** Sixteen connections for ten seconds: the unchanged board against bytes that are there, a move against a bare mutation. */
async function underLoad({ tokens, projectIds }: Made, product: Served, floor: Served): Promise<Line[]> {
  const of = (connection: number) => ofSession(tokens[connection] ?? '', product.url);
  const bytes = await load(floor.url, LOAD_SECONDS, () => ({ path: '/bytes', headers: {} }));
  const board = await load(product.url, LOAD_SECONDS, (connection) => ({
    path: '/board/snapshot',
    headers: { ...of(connection), 'accept-encoding': 'gzip' },
  }));
  const json = { 'content-type': 'application/json' };
  const bare = await load(floor.url, LOAD_SECONDS, (connection, count) => ({
    ...{ path: '/trpc/move', headers: json },
    body: JSON.stringify({ id: connection + 1, place: count }),
  }));
  const move = await load(product.url, LOAD_SECONDS, (connection, count) => ({
    path: '/trpc/bulletins.nominate',
    // A person moves some cards a minute: the limit of writes by address is not what is measured.
    headers: { ...json, ...of(connection), 'x-forwarded-for': `10.${connection}.${(count >> 8) % 256}.${count % 256}` },
    body: JSON.stringify({ projectId: projectIds[connection * 40], kind: count % 2 ? 'praise' : 'criticise' }),
  }));
  const refused = [bytes, board, bare, move].reduce((sum: number, { failed }: Loaded) => sum + failed, 0);
  if (refused > 0) throw new Error(`${refused} answers were refusals: what was measured is not what was meant`);
  const cards = GOALS_AT;
  return [
    { what: 'unchanged board, 16 connections', cards, product: board.perSecond, floor: bytes.perSecond, unit: '/s', least: 0.5 },
    { what: 'unchanged board, p50', cards, product: board.p50, floor: bytes.p50, unit: 'ms', most: null },
    { what: 'a move, 16 connections', cards, product: move.perSecond, floor: bare.perSecond, unit: '/s', least: 0.5 },
    { what: 'a move, p50', cards, product: move.p50, floor: bare.p50, unit: 'ms', most: null },
    { what: 'a move, p99', cards, product: move.p99, floor: bare.p99, unit: 'ms', most: null, limit: 25 },
  ];
}
