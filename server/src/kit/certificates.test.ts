import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { openServices, startServer } from '../server.ts';
import { makeCertificates, ownNames } from './certificates.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tuijin-tls-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function answerOf(url: string, options: https.RequestOptions): Promise<{ status: number; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    https
      .get(url, options, (response) => resolve({ status: response.resume().statusCode ?? 0, headers: response.headers }))
      .on('error', reject);
  });
}

test('a server starts with the certificate, and who trusts the authority trusts it', async () => {
  const made = await makeCertificates(path.join(folder, 'tls'), ownNames(), new Date());
  const config = readConfig(
    { TUIJIN_DATA: folder, PORT: '0', HOST: '127.0.0.1', TUIJIN_TLS_CERT: made.cert, TUIJIN_TLS_KEY: made.key },
    null,
  );
  const server = await startServer(await openServices(config));
  try {
    expect(server.url).toMatch(/^https:/);
    const ca = readFileSync(made.authority, 'utf8');
    const trusted = await answerOf(`${server.url}/healthz`, { ca, agent: false });
    expect(trusted.status).toBe(200);
    expect(trusted.headers['strict-transport-security']).toBeDefined();
    const byAddress = `${server.url.replace('localhost', '127.0.0.1')}/healthz`;
    expect((await answerOf(byAddress, { ca, agent: false })).status).toBe(200);
    await expect(answerOf(`${server.url}/healthz`, { agent: false })).rejects.toThrow(/certificate|signature|issuer/);
  } finally {
    await server.close();
  }
});

test('a second run renews the certificate under the same authority, and keys are for their owner alone', async () => {
  const first = await makeCertificates(folder, ['localhost'], new Date('2026-10-29T00:00:00Z'));
  const [authority, cert] = [readFileSync(first.authority, 'utf8'), readFileSync(first.cert, 'utf8')];
  const second = await makeCertificates(folder, ['localhost', '10.0.0.7'], new Date('2027-10-29T00:00:00Z'));
  expect(readFileSync(second.authority, 'utf8')).toBe(authority);
  expect(readFileSync(second.cert, 'utf8')).not.toBe(cert);
  const renewed = new X509Certificate(readFileSync(second.cert));
  expect(renewed.checkIssued(new X509Certificate(authority))).toBe(true);
  expect(renewed.checkIP('10.0.0.7')).toBe('10.0.0.7');
  const days = (Date.parse(renewed.validTo) - Date.parse(renewed.validFrom)) / 86_400_000;
  expect(days).toBeLessThanOrEqual(398);
  for (const name of ['server.key', 'authority.key']) expect(statSync(path.join(folder, name)).mode & 0o077).toBe(0);
});
