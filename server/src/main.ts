import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from './config.ts';
import { DatabaseRefused } from './db/sqlite.ts';
import { hashToken } from './kit/random.ts';
import { closeOnSignals, openServices, startServer } from './server.ts';
import * as setup from './setup/store.ts';

/** The built client lies beside the built server; in development Vite serves it. */
const clientFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../client');

async function main(): Promise<void> {
  // Whatever the server writes is its own: records, keys, the log beside the database.
  process.umask(0o077);
  const isDevelopment = process.env.TUIJIN_DEV_ORIGIN !== undefined;
  const services = await openServices(readConfig(process.env, isDevelopment ? null : clientFolder));
  const server = await startServer(services);
  console.log(`推进 Tuijin  ${server.url}`);
  if (!(await setup.isSetUp(services.store.db))) {
    const token = services.random.hex(32);
    await setup.replaceLink(services.store.db, hashToken(token), services.clock());
    console.log(`首次使用，请打开一次性设置链接 / first use, open the one-time set-up link:\n  ${server.url}/setup#${token}`);
  }
  closeOnSignals(server);
}

main().catch((error: unknown) => {
  console.error(error instanceof DatabaseRefused ? error.message : error);
  process.exit(1);
});
