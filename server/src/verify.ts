import { existsSync } from 'node:fs';
import path from 'node:path';
import { verifyBulletins } from './bulletins/verify.ts';
import { readConfig } from './config.ts';
import { openPostgres } from './db/postgres.ts';
import { openSqliteReadOnly } from './db/sqlite.ts';
import { verifyStore } from './db/verify.ts';
import { verifyNumbers } from './documents/verify.ts';
import { verifyReports } from './reports/verify.ts';

// `npm run verify`: is the log whole, is the database whole? It changes nothing, also beside a running server.
async function main(): Promise<number> {
  const { TUIJIN_DATA, TUIJIN_AUDIT_KEY } = process.env;
  const keyFile = path.resolve(TUIJIN_DATA ?? 'data', 'audit.key');
  if (TUIJIN_AUDIT_KEY === undefined && !existsSync(keyFile)) {
    console.error(`✗ ${keyFile} is missing: without the audit key the log cannot be checked. 缺少审计密钥，无法校验。`);
    return 1;
  }
  const config = readConfig(process.env, null);
  const { store: where } = config;
  console.log(where.kind === 'sqlite' ? where.file : new URL(where.url).host);
  const store = where.kind === 'sqlite' ? openSqliteReadOnly(where.file) : await openPostgres(where.url);
  try {
    const { checked, faults } = await verifyStore(store, config.auditKey);
    for (const verify of [verifyNumbers, verifyBulletins, verifyReports]) {
      const issued = await verify(store.db);
      checked.push(issued.checked);
      faults.push(...issued.faults);
    }
    for (const line of checked) console.log(`  ${line}`);
    for (const fault of faults) console.error(`✗ ${fault}`);
    console.log(
      faults.length === 0
        ? '✓ no fault found 校验通过'
        : '✗ faults found: leave the database as it is and keep a copy 发现问题：请保留现场并另存副本',
    );
    return faults.length === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
