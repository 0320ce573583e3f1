import { dayOf, yearOf } from '#shared/kit/calendar.ts';
import { systemClock } from '../clock.ts';
import { readConfig, storeIn } from '../config.ts';
import { DatabaseRefused } from '../db/sqlite.ts';
import { openServices } from '../server.ts';
import { applyAsSystem } from './apply-as-system.ts';
import { importCommand } from './command.ts';
import { ledgerOnRecord } from './ledger-on-record.ts';

// `npm run import`. Reading needs neither server nor database: where TUIJIN_DATA or DATABASE_URL names one that is set up,
// returns, approvals and plans are matched against it, and with --apply rows are written to it.
process.exitCode = await importCommand(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  },
  {
    apply: async (understood, fileName, bytes) => {
      const services = await openServices(readConfig(process.env, null));
      try {
        return await applyAsSystem(services, understood, fileName, bytes);
      } finally {
        await services.hub.close();
        await services.store.close();
      }
    },
    ledger: (year) => ledgerOnRecord(storeIn(process.env), year ?? yearOf(dayOf(systemClock()))),
  },
).catch((error: unknown) => {
  if (!(error instanceof DatabaseRefused)) throw error;
  process.stderr.write(`未写入：系统运行时请在网页“导入”中操作，或先停止系统。\n${error.message}\n`);
  return 1;
});
