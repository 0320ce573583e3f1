import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Instant } from '#shared/kit/calendar.ts';
import type { Config } from '../config.ts';

/** What a folder says of the demo that it holds. */
const DemoRecord = z.strictObject({
  madeAt: Instant,
  seed: z.number(),
  projects: z.number(),
  weeks: z.number(),
  /** What opens the meeting screen; as public as the demo's password. */
  displayToken: z.string(),
});
export type DemoRecord = z.infer<typeof DemoRecord>;

/** The folder holds records of people's own; the demo never writes over those. */
export class NotADemo extends Error {}

function filesOf(folder: string) {
  const making = path.join(folder, 'making');
  return { record: path.join(folder, 'demo.json'), database: path.join(folder, 'tuijin.db'), making, made: path.join(making, 'tuijin.db') };
}

/** The demo that a folder holds, or null where it holds none yet, or one of an earlier release. */
export function recordIn(folder: string): DemoRecord | null {
  const { record, database } = filesOf(folder);
  if (!existsSync(database)) return null;
  if (!existsSync(record)) {
    throw new NotADemo(
      `${folder} holds a database that is not the demo's. Give the demo a folder of its own: TUIJIN_DATA=./demo-data npm run demo`,
    );
  }
  return DemoRecord.safeParse(JSON.parse(readFileSync(record, 'utf8'))).data ?? null;
}

/** Where a demo is made: beside the one that may be there, so that an interrupted attempt leaves that one alone. */
export function beginIn(config: Config): Config {
  const { making, made } = filesOf(config.dataFolder);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  return { ...config, store: { kind: 'sqlite', file: made, isBeingMade: true } };
}

/** Puts what was made in the place of what was there. */
export function finishIn(folder: string, made: DemoRecord): void {
  const { record, database, making, made: file } = filesOf(folder);
  const descriptor = openSync(file, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
  // A log that belongs to the old file would be played into the new one.
  for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
  writeFileSync(record, `${JSON.stringify(made)}\n`);
  renameSync(file, database);
  rmSync(making, { recursive: true, force: true });
}
