// Run after `npm install` if the house test asks for it. npm leaves a platform's package out of package-lock.json when the
// registry in use does not have it, and then refuses to install from its own lock file. An entry without a checksum is enough:
// npm skips it on other platforms, and fetches that very version on its own.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(FILE, 'utf8'));

/** `@scope/name-linux-x64-musl` says where it runs. */
function platformOf(name) {
  const [, os, cpu, rest] =
    /-(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x)\b(.*)$/.exec(name) ?? [];
  if (!os) throw new Error(`${name} does not say which platform it is for; add it to package-lock.json by hand`);
  return { cpu: [cpu], ...(os === 'linux' && { libc: [rest.includes('musl') ? 'musl' : 'glibc'] }), os: [os] };
}

const packages = { ...lock.packages };
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    if (packages[path]) continue;
    const { cpu, libc, os } = platformOf(name);
    const dev = entry.dev && { dev: true };
    packages[path] = { version, cpu, ...dev, ...(libc && { libc }), license: entry.license, optional: true, os, engines: entry.engines };
    console.log(`added ${name} ${version}`);
  }
}
const byPath = ([a], [b]) => (a === '' ? -1 : b === '' ? 1 : a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries(Object.entries(packages).sort(byPath));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
