import { readConfig } from '../config.ts';
import { DatabaseRefused } from '../db/sqlite.ts';
import { openServices } from '../server.ts';
import { applyAsSystem } from './apply-as-system.ts';
import { importCommand } from './command.ts';

// `npm run import`. Reading needs neither server nor database; with --apply it writes to the one of TUIJIN_DATA or DATABASE_URL.
process.exitCode = await importCommand(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  },
  async (reading, fileName, bytes) => {
    const services = await openServices(readConfig(process.env, null));
    try {
      return await applyAsSystem(services, reading, fileName, bytes);
    } finally {
      await services.hub.close();
      await services.store.close();
    }
  },
).catch((error: unknown) => {
  if (!(error instanceof DatabaseRefused)) throw error;
  process.stderr.write(`未写入：系统运行时请在网页“导入”中操作，或先停止系统。\n${error.message}\n`);
  return 1;
});
