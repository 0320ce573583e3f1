import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StoreConfig } from './db/open.ts';
import { systemRandom } from './kit/random.ts';

export type Config = {
  dataFolder: string;
  store: StoreConfig;
  port: number;
  host: string;
  tls: { cert: string; key: string } | null;
  /** Exact number of proxies in front, for the client's address; never "any". */
  proxies: number;
  /** Where the built client lies; null in development, where Vite serves it. */
  clientFolder: string | null;
  auditKey: string;
  /** Other origins that may call, for the developer's server alone. */
  devOrigin: string | null;
};

type Environment = Record<string, string | undefined>;

/** Where the environment says that the data is; nothing is opened or made. */
export function storeIn(env: Environment): StoreConfig {
  const { DATABASE_URL, TUIJIN_DATA } = env;
  return DATABASE_URL
    ? { kind: 'postgres', url: DATABASE_URL }
    : { kind: 'sqlite', file: path.join(path.resolve(TUIJIN_DATA ?? 'data'), 'tuijin.db') };
}

/** Reads the configuration from the environment; the data folder and its audit key are made when absent. */
export function readConfig(env: Environment, clientFolder: string | null): Config {
  const dataFolder = path.resolve(env.TUIJIN_DATA ?? 'data');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return {
    dataFolder,
    store: storeIn(env),
    port: Number(env.PORT ?? 3000),
    host: env.HOST ?? '0.0.0.0',
    tls:
      env.TUIJIN_TLS_CERT && env.TUIJIN_TLS_KEY
        ? { cert: readFileSync(env.TUIJIN_TLS_CERT, 'utf8'), key: readFileSync(env.TUIJIN_TLS_KEY, 'utf8') }
        : null,
    proxies: Number(env.TUIJIN_PROXIES ?? 0),
    clientFolder,
    auditKey: env.TUIJIN_AUDIT_KEY ?? keyIn(path.join(dataFolder, 'audit.key')),
    devOrigin: env.TUIJIN_DEV_ORIGIN ?? null,
  };
}

/** The audit key lies beside the database, not in it: a copy of the database alone cannot be rewritten unseen. */
function keyIn(file: string): string {
  if (!existsSync(file)) writeFileSync(file, systemRandom.hex(32), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
