import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dayOf, daysBetween } from '#shared/kit/calendar.ts';
import { widthOf } from '#shared/kit/text.ts';
import { systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { DatabaseRefused } from '../db/sqlite.ts';
import { closeOnSignals, openServices, startServer } from '../server.ts';
import { beginIn, type DemoRecord, finishIn, NotADemo, recordIn } from './folder.ts';
import { PASSWORD, signIns } from './found.ts';
import { makeDemo } from './make.ts';

const clientFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../client');

/** A year of a district of ordinary size; of a very large one, what can be made in the time that people wait. */
const USUAL = { projects: 68, weeks: 52 };
const LARGE_FROM = 400;
const LARGE_WEEKS = 6;
const SEED = 20_260_101;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { fresh: { type: 'boolean' }, projects: { type: 'string' }, weeks: { type: 'string' }, seed: { type: 'string' } },
  });
  const projects = wholeOf('projects', values.projects) ?? USUAL.projects;
  const wanted = {
    projects,
    weeks: wholeOf('weeks', values.weeks) ?? (projects >= LARGE_FROM ? LARGE_WEEKS : USUAL.weeks),
    seed: wholeOf('seed', values.seed) ?? SEED,
  };
  // The demo is for this machine alone: its password is known to everybody.
  const { DATABASE_URL: _database, TUIJIN_TLS_CERT: _cert, TUIJIN_TLS_KEY: _key, ...env } = process.env;
  const config = readConfig({ ...env, TUIJIN_DATA: env.TUIJIN_DATA ?? 'demo-data', HOST: '127.0.0.1' }, clientFolder);
  const found = recordIn(config.dataFolder);
  const isNamed = values.projects !== undefined || values.weeks !== undefined || values.seed !== undefined;
  const isOther =
    found !== null && isNamed && (found.projects !== wanted.projects || found.weeks !== wanted.weeks || found.seed !== wanted.seed);
  const isReused = found !== null && !values.fresh && !isOther;
  if (isReused) sayOld(found);
  const { displayToken } = isReused ? found : await make(config, wanted);
  const services = await openServices(config);
  const server = await startServer(services);
  closeOnSignals(server);
  sayWhere(server.url, config.dataFolder, displayToken);
}

function wholeOf(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{1,6}$/.test(text) || Number(text) < 1) throw new NotADemo(`--${name} takes a whole number, not “${text}”.`);
  return Number(text);
}

async function make(config: Config, wanted: Omit<DemoRecord, 'madeAt' | 'displayToken'>): Promise<DemoRecord> {
  const began = Date.now();
  const madeAt = systemClock();
  console.log(
    `正在生成示例区：${wanted.projects} 个项目，${wanted.weeks} 周历史 / making the demo district: ${wanted.projects} projects, ${wanted.weeks} weeks`,
  );
  if (wanted.weeks < USUAL.weeks) {
    console.log('历史较短，往期通报和观摩相应减少 / a shorter past: fewer bulletins and inspections than in the usual year');
  }
  const services = await openServices(beginIn(config));
  const report = await makeDemo(services, { ...wanted, present: madeAt, progress: sayProgress });
  await services.hub.close();
  await services.store.close();
  const record = { ...wanted, madeAt, displayToken: report.displayToken };
  finishIn(config.dataFolder, record);
  const { size } = statSync(path.join(config.dataFolder, 'tuijin.db'));
  console.log(
    `\n  ${report.projects} projects · ${report.returns} returns · ${report.months} months · ${report.inspections} inspections · ${Math.round(size / 1e6)} MB · ${((Date.now() - began) / 1000).toFixed(1)} s`,
  );
  return record;
}

let lastSaid = '';

/** One line that is rewritten on a terminal, a line every tenth elsewhere. */
function sayProgress(part: string, share: number): void {
  const percent = Math.floor(share * 100);
  const text = `${part} ${String(process.stdout.isTTY ? percent : Math.floor(percent / 10) * 10).padStart(3)} %`;
  if (text === lastSaid) return;
  lastSaid = text;
  if (process.stdout.isTTY) process.stdout.write(`\r  ${text}\u001b[K`);
  else console.log(`  ${text}`);
}

function sayOld(found: DemoRecord): void {
  const days = daysBetween(dayOf(found.madeAt), dayOf(systemClock()));
  console.log(`沿用 ${dayOf(found.madeAt)} 生成的示例区（${found.projects} 个项目）/ the demo district made on that day is reused`);
  if (days > 0) console.log('重新生成到今天 / to move it to today: npm run demo -- --fresh');
}

function sayWhere(url: string, folder: string, displayToken: string): void {
  const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text) * 2));
  console.log(`\n推进 Tuijin  ${url}\n`);
  for (const { username, name, role } of signIns) console.log(`  ${pad(username, 12)}${pad(name, 12)}${role}`);
  console.log(`\n  密码 password: ${PASSWORD}   (仅供演示 for the demo alone)`);
  console.log(`  会议大屏 meeting screen, no sign-in: ${url}/screen#${displayToken}`);
  console.log(`  数据 data: ${folder}   ·   Ctrl+C 停止 to stop\n`);
}

function explain(error: unknown): unknown {
  if (error instanceof DatabaseRefused || error instanceof NotADemo) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `端口已被占用 / the port is in use. Another one: PORT=${Number(process.env.PORT ?? 3000) + 1} npm run demo`;
  }
  return error;
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
