import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { generate } from 'selfsigned';

const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3650;
/** Browsers refuse a server's certificate that is good for longer. */
const SERVER_DAYS = 397;

const common = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

export type Certificates = { authority: string; cert: string; key: string; names: string[] };

/** What this machine is called in its own network. */
export function ownNames(): string[] {
  const addresses = Object.values(os.networkInterfaces()).flatMap((each) => each ?? []);
  // A link-local address means another machine on every network, so a certificate for it would say nothing.
  const reachable = addresses.filter((each) => !each.internal && !each.address.startsWith('fe80:')).map((each) => each.address);
  return [...new Set(['localhost', os.hostname().toLowerCase(), '127.0.0.1', '::1', ...reachable])];
}

/**
 * Makes a certificate for these names, signed by an authority of this installation's own. An authority that is there
 * is kept: the devices that trust it need not be told again.
 */
export async function makeCertificates(folder: string, names: readonly string[], now: Date): Promise<Certificates> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = (name: string) => path.join(folder, name);
  const ca = await authorityIn(file('authority.pem'), file('authority.key'), now);
  const server = await generate([{ name: 'commonName', value: names[0] ?? 'localhost' }], {
    ...common,
    ca,
    ...validity(now, SERVER_DAYS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names.map((name) => (net.isIP(name) ? { type: 7, ip: name } : { type: 2, value: name })) },
    ],
  });
  writeFileSync(file('server.pem'), server.cert);
  writeFileSync(file('server.key'), server.private, { mode: 0o600 });
  return { authority: file('authority.pem'), cert: file('server.pem'), key: file('server.key'), names: [...names] };
}

async function authorityIn(certFile: string, keyFile: string, now: Date): Promise<{ cert: string; key: string }> {
  if (existsSync(certFile) && existsSync(keyFile)) return { cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
  const authority = await generate([{ name: 'commonName', value: `Tuijin ${os.hostname()} ${now.toISOString().slice(0, 10)}` }], {
    ...common,
    ...validity(now, AUTHORITY_DAYS),
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  writeFileSync(keyFile, authority.private, { mode: 0o600 });
  writeFileSync(certFile, authority.cert);
  return { cert: authority.cert, key: authority.private };
}

/** From yesterday on: the clocks of an office's machines are not all right. */
function validity(now: Date, days: number): { notBeforeDate: Date; notAfterDate: Date } {
  return { notBeforeDate: new Date(now.getTime() - DAY_MS), notAfterDate: new Date(now.getTime() + (days - 1) * DAY_MS) };
}
