// The developer's server: the API restarts when a file changes, the client is served by Vite and asks the API through it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const load = createRequire(import.meta.url);
const port = process.env.TUIJIN_DEV_API_PORT ?? '3001';

function bin(name, file) {
  return join(dirname(load.resolve(`${name}/package.json`)), file);
}

const programs = [
  {
    args: [bin('tsx', 'dist/cli.mjs'), 'watch', '--clear-screen=false', 'server/src/main.ts'],
    env: { PORT: port, HOST: 'localhost', TUIJIN_DEV_ORIGIN: 'http://localhost:5173' },
  },
  { args: [bin('vite', 'bin/vite.js')], env: { TUIJIN_DEV_API_PORT: port } },
];
const children = programs.map(({ args, env }) => spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } }));

/** One without the other is of no use: when either ends, both do. */
function end(code) {
  for (const child of children) child.kill('SIGTERM');
  process.exitCode ??= code;
}
for (const child of children) child.on('exit', (code) => end(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(0));
