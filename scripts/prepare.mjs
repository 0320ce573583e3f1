// Makes a checkout ready to run: the right Node, the dependencies, the build. Each step is skipped when nothing changed.
// Only Node's own modules are used, because this runs before anything is installed.
// Every word goes to stderr: `npm run --silent import -- FILE --json` promises that stdout holds the answer alone.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { explainInstall } from './explain-install.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const LOCK = join(ROOT, 'package-lock.json');
const MODULES = join(ROOT, 'node_modules');
const INSTALLED = join(MODULES, '.cache', 'tuijin', 'installed');
const BUILT = join(ROOT, 'dist', '.built');
const NEEDED = [20, 19];

/** What `dist/server` holds: the file's name there ← the program it is built from. */
const PROGRAMS = {
  main: 'server/src/main.ts',
  demo: 'server/src/demo/cli.ts',
  import: 'server/src/imports/cli.ts',
  'import-worker': 'server/src/imports/worker.ts',
  'grid-worker': 'server/src/imports/grid-worker.ts',
  'xlsx-worker': 'server/src/kit/xlsx-worker.ts',
  verify: 'server/src/verify.ts',
  tls: 'server/src/tls.ts',
};

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(`\n${text}\n`);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  fail(
    `Tuijin needs Node ${NEEDED.join('.')} or newer; this is ${process.version}.\nInstall a newer one from https://nodejs.org and run the same command again.`,
  );
}

/** The native ABI is part of the stamp: a module compiled for another Node does not load. */
function installStamp() {
  return createHash('sha256').update(readFileSync(LOCK)).update(`${process.version} ${process.platform} ${process.arch}`).digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Somebody may have run `npm ci` by hand. npm's own record says what it put there, and the native module must load. */
function isInstalledByHand() {
  const record = read(join(MODULES, '.package-lock.json'));
  if (record === '') return false;
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  const found = JSON.parse(record).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || (entry.optional && !found[path])) continue;
    if (found[path]?.version !== entry.version || !existsSync(join(ROOT, path))) return false;
  }
  try {
    execFileSync(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], { cwd: ROOT, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** npm as this very process was started by it, else the one on the path. */
function npmCommand(args) {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own)) return { command: process.execPath, args: [own, ...args], shell: false };
  return { command: 'npm', args, shell: process.platform === 'win32' };
}

function installEnvironment() {
  const env = { ...process.env };
  // `npm run --silent` hands its silence down, and the reason of a failure would be swallowed.
  delete env.npm_config_loglevel;
  // Node's headers beside the binary spare the compiler a download from nodejs.org.
  const prefix = resolve(dirname(process.execPath), '..');
  if (existsSync(join(prefix, 'include', 'node', 'node.h'))) env.npm_config_nodedir ??= prefix;
  return env;
}

async function run({ command, args, shell }, env) {
  const child = spawn(command, args, { cwd: ROOT, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const code = await new Promise((done) => {
    child.on('error', (error) => {
      output += `${error.message}\n`;
      done(1);
    });
    child.on('close', done);
  });
  return { code, output };
}

async function install() {
  const stamp = installStamp();
  if (read(INSTALLED) === stamp) return;
  if (isInstalledByHand()) {
    write(INSTALLED, stamp);
    return;
  }
  say('Installing dependencies (once; up to a few minutes where the database driver must be compiled) …');
  const started = Date.now();
  const heartbeat = setInterval(() => say(`  … still installing, ${Math.round((Date.now() - started) / 1000)} s`), 15_000);
  const { code, output } = await run(
    npmCommand(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
    installEnvironment(),
  );
  clearInterval(heartbeat);
  if (code !== 0) {
    say(output.trimEnd());
    fail(`Dependencies could not be installed. ${explainInstall(output)}`);
  }
  write(INSTALLED, stamp);
  say(`  installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Everything the build reads, tests left out: changing one must not rebuild. */
function sources() {
  const files = ['package-lock.json', 'package.json', 'tsconfig.base.json', 'vite.config.ts', 'scripts/prepare.mjs'].map((name) =>
    join(ROOT, name),
  );
  for (const folder of ['client', 'server', 'shared']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) files.push(join(entry.parentPath, entry.name));
    }
  }
  return files.sort();
}

function buildStamp() {
  const hash = createHash('sha256');
  for (const file of sources()) hash.update(relative(ROOT, file)).update('\0').update(read(file)).update('\0');
  return hash.digest('hex');
}

async function build() {
  const stamp = buildStamp();
  if (read(BUILT) === stamp) return;
  say('Building …');
  const started = Date.now();
  rmSync(BUILT, { force: true });
  const load = createRequire(join(ROOT, 'package.json'));
  try {
    const { build: bundle } = load('esbuild');
    rmSync(join(ROOT, 'dist', 'server'), { recursive: true, force: true });
    await bundle({
      absWorkingDir: ROOT,
      entryPoints: Object.fromEntries(Object.entries(PROGRAMS).filter(([, file]) => existsSync(join(ROOT, file)))),
      outdir: 'dist/server',
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      // Packages stay in node_modules; `#shared/…` is ours and is bundled all the same.
      packages: 'external',
      sourcemap: true,
      logLevel: 'warning',
    });
    // Vite is ESM alone and prints to stdout unless told otherwise.
    const { build: buildClient } = await import('vite');
    const configFile = join(ROOT, 'vite.config.ts');
    await buildClient({ configFile, logLevel: 'silent' });
    await buildClient({ configFile, logLevel: 'silent', build: { ssr: join(ROOT, 'client/src/app/still.tsx') } });
  } catch (error) {
    fail(`The build failed:\n${stripVTControlCharacters(error instanceof Error ? error.message : String(error))}`);
  }
  write(BUILT, stamp);
  say(`  built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

checkNode();
await install();
if (!process.argv.includes('--deps-only')) await build();
