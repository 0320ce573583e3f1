import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['{shared,server,client}/src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/setup-postgres.ts'],
    pool: 'forks',
    // A worker reads the product once, not for every file anew: a fifth of the whole run. So no module keeps what is a test's own.
    isolate: false,
    // A browser, a PostgreSQL and a server run beside the tests: more workers than cores make them time out, not finish sooner.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What a page comes to is waited for, and a loaded machine takes its time.
    expect: { poll: { timeout: 20_000 } },
    restoreMocks: true,
    unstubEnvs: true,
  },
});
