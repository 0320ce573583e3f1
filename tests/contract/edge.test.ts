import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startServer } from '#server/server.ts';
import { admit, PASSWORD, type ServedWorld, serveWorld, type Visitor } from '#tests/support/visitor.ts';
import { openWorld } from '#tests/support/world.ts';

// What reaches a procedure at all, asked of a server that really listens. tRPC itself has no gate here.
let world: ServedWorld;
let office: Visitor;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tuijin-client-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(path.join(folder, 'assets', 'a.js'), 'export {};');
  writeFileSync(path.join(folder, 'assets', 'a.js.gz'), gzipSync('export {};'));
  world = await serveWorld({ clientFolder: folder });
  office = world.visit();
  await office.signIn('office');
});
afterAll(async () => {
  await world?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A request with exactly these headers: `fetch` would add some of its own. */
function raw(options: http.RequestOptions, body?: string): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }> {
  const { hostname, port } = new URL(world.server.url);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const cookie = () => [...office.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

function displays(): Promise<unknown[]> {
  return world.db.selectFrom('display_link').select('id').execute();
}

describe('another site cannot act for who is signed in here', () => {
  const forms = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'application/octet-stream'];
  for (const type of forms) {
    test(`a mutation as ${type} is refused`, async () => {
      const before = await displays();
      const response = await office.fetch('/trpc/displays.create', {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{"name":"屏"}',
      });
      expect(response.status).toBe(415);
      expect(await displays()).toEqual(before);
    });
  }

  test('a mutation without a body and without a type is refused: a form can send that', async () => {
    const headers = { cookie: cookie(), origin: world.server.url };
    expect((await raw({ path: '/trpc/auth.signOut', method: 'POST', headers })).status).toBe(415);
    expect((await office.query('units.list')).status).toBe(200);
  });

  test('a call from another origin is refused, whatever it says about itself', async () => {
    for (const origin of ['https://evil.example', 'null', `${world.server.url}.evil.example`, world.server.url.replace('http', 'https')]) {
      const headers = { cookie: cookie(), origin, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
      expect((await raw({ path: '/trpc/displays.create', method: 'POST', headers }, '{"name":"屏"}')).status, origin).toBe(403);
      expect((await raw({ path: '/trpc/units.list', headers })).status, origin).toBe(403);
    }
    expect(await displays()).toEqual([]);
  });

  test('a call that does not say where it comes from is refused, and so is one that says from elsewhere', async () => {
    for (const site of [undefined, 'cross-site', 'same-site', 'none']) {
      const headers = { cookie: cookie(), 'content-type': 'application/json', ...(site ? { 'sec-fetch-site': site } : {}) };
      expect((await raw({ path: '/trpc/displays.create', method: 'POST', headers }, '{"name":"屏"}')).status, site).toBe(403);
      expect((await raw({ path: '/trpc/units.list', headers })).status, site).toBe(403);
    }
    const own = { cookie: cookie(), 'sec-fetch-site': 'same-origin' };
    expect((await raw({ path: '/trpc/units.list', headers: own })).status).toBe(200);
  });

  test('where a browser says neither, as without TLS, a read may come from a page of ours, and a write may not', async () => {
    const own = { cookie: cookie(), referer: `${world.server.url}/board` };
    expect((await raw({ path: '/trpc/units.list', headers: own })).status).toBe(200);
    const write = { ...own, 'content-type': 'application/json' };
    expect((await raw({ path: '/trpc/displays.create', method: 'POST', headers: write }, '{"name":"屏"}')).status).toBe(403);
    for (const referer of ['https://evil.example/', `${world.server.url}.evil.example/`, 'no address']) {
      expect((await raw({ path: '/trpc/units.list', headers: { ...own, referer } })).status, referer).toBe(403);
    }
    expect((await raw({ path: '/trpc/units.list', headers: { ...own, 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect(await displays()).toEqual([]);
  });

  test('a mutation by GET does not happen', async () => {
    const before = await displays();
    const reply = await office.query('displays.create', { name: '屏' });
    expect(reply).toMatchObject({ status: 405, code: 'INVALID' });
    expect(await displays()).toEqual(before);
  });

  test('no other method reaches a procedure', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']) {
      expect((await office.fetch('/trpc/units.list', { method })).status, method).toBe(405);
    }
  });
});

describe('what is too much is refused', () => {
  test('ten calls travel together, eleven do not', async () => {
    const batch = (count: number) => office.fetch(`/trpc/${Array(count).fill('auth.me').join(',')}?batch=1&input={}`);
    expect((await batch(10)).status).toBe(200);
    const refused = await batch(11);
    expect(refused.status).toBe(400);
    expect((await refused.text()).length).toBeLessThan(1000);
  });

  test('a sign-in does not travel with others: ten attempts would count as one', async () => {
    const attempt = { username: 'office', password: 'Wrong-horse-1' };
    const before = await world.db.selectFrom('event_head').selectAll().execute();
    for (const path of ['auth.signIn,auth.signIn', 'auth.me,auth.signIn', 'auth.sign%49n%2Cauth.signIn']) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ 0: attempt, 1: attempt });
      const response = await office.fetch(`/trpc/${path}?batch=1`, { method: 'POST', headers, body });
      expect(response.status, path).toBe(400);
    }
    expect(await world.db.selectFrom('event_head').selectAll().execute()).toEqual(before);
  });

  test('a body over one megabyte is refused, and one under it is read', async () => {
    const name = (size: number) => ({ name: '屏'.repeat(1), padding: 'x'.repeat(size) });
    expect(await office.mutate('displays.create', name(1_000_000))).toMatchObject({ status: 413, code: 'TOO_LARGE' });
    expect(await office.mutate('displays.create', name(900_000))).toMatchObject({ status: 400, code: 'INVALID' });
    expect(await displays()).toEqual([]);
  });
});

describe('what is wrong is said without saying more', () => {
  test('an unknown field is refused and named, not passed over', async () => {
    const reply = await office.mutate('displays.create', { name: '屏', districtId: 'unt_0' });
    expect(reply).toMatchObject({ status: 400, code: 'INVALID' });
    expect(await displays()).toEqual([]);
  });

  test('text that is no JSON is refused as such', async () => {
    const response = await office.fetch('/trpc/displays.create', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"na',
    });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toMatch(/stack|node_modules|JSON/);
  });

  test('an error of ours is masked; the number in the answer leads to the line in the server’s output', async () => {
    const broken = await serveWorld();
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      const visitor = broken.visit();
      await visitor.signIn('office');
      await sql`drop table display_link`.execute(broken.db);
      const reply = await visitor.query('displays.list');
      expect(reply).toMatchObject({ status: 500, code: 'INTERNAL', details: {} });
      expect(reply.body).not.toMatch(/display_link|sql|no such|\.ts|stack/i);
      expect(reply.requestId).toMatch(/^[0-9a-f]+$/);
      const line = written.mock.calls.map(([text]) => String(text)).find((text) => text.includes(String(reply.requestId)));
      expect(line).toContain('no such table: display_link');
    } finally {
      written.mockRestore();
      await broken.close();
    }
  });

  test('a procedure that does not exist is a short 404 in JSON', async () => {
    const reply = await office.query('board.secrets');
    expect(reply).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    for (const name of ['constructor', '__proto__', 'auth', '']) expect((await office.query(name)).status, name).toBe(404);
  });
});

describe('what every answer carries', () => {
  test('the page and the calls come with the headers that close the edge', async () => {
    for (const where of ['/', '/trpc/auth.me']) {
      const { headers } = await office.fetch(where);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('behind a proxy that speaks TLS a session’s cookie is for TLS alone; nobody else’s word makes it so', async () => {
    const behind = await openWorld();
    await admit(behind, 'office');
    behind.services.config.proxies = 1;
    const server = await startServer(behind.services);
    const signIn = (url: string) => {
      const secure = url.replace('http:', 'https:');
      return fetch(`${url}/trpc/auth.signIn`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https', origin: secure },
        body: JSON.stringify({ username: 'office', password: PASSWORD }),
      });
    };
    const [line = ''] = (await signIn(server.url)).headers.getSetCookie();
    expect(line).toMatch(/^__Host-tuijin-session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/);
    expect((await signIn(world.server.url)).status).toBe(403);
    await server.close();
  });

  test('a session’s cookie is out of a script’s reach and stays on this site', async () => {
    const response = await world.visit().fetch('/trpc/auth.signIn', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'office', password: 'Right-horse-7' }),
    });
    const [line = ''] = response.headers.getSetCookie();
    expect(line).toMatch(/^tuijin-session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/);
  });
});

describe('addresses', () => {
  test('every path of the page opens the page', async () => {
    for (const where of ['/', '/meetings/2026-W44', '/screen', '/no/such/page']) {
      const response = await office.fetch(where);
      expect(response.status, where).toBe(200);
      expect(await response.text()).toContain('<title>page</title>');
    }
  });

  test('what is not there is a 404 in JSON, and no file outside the folder is served', async () => {
    for (const where of ['/assets/missing.js', '/assets/../../etc/passwd', '/assets/%2e%2e%2findex.html']) {
      const response = await raw({ path: where });
      expect([403, 404, 400], where).toContain(response.status);
      expect(JSON.parse(response.body)).toHaveProperty('error');
    }
    const posted = await office.fetch('/meetings', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect(posted.status).toBe(404);
    expect(await posted.json()).toEqual({ error: 'not found' });
  });

  test('a file of the build goes out as it was packed when it was built, to whoever can unpack it, and is kept for good', async () => {
    const plain = await raw({ path: '/assets/a.js' });
    expect(plain.body).toBe('export {};');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const packed = await office.fetch('/assets/a.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(await packed.text()).toBe('export {};');
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('content-length')).toBe(String(gzipSync('export {};').length));
    for (const cache of [plain.headers['cache-control'], packed.headers.get('cache-control')]) expect(cache).toContain('immutable');
    expect(packed.headers.get('content-type')).toContain('javascript');
  });

  test('health is told to anybody, and nothing else with it', async () => {
    expect((await raw({ path: '/healthz' })).body).toBe('{"ok":true}');
    expect(JSON.parse((await raw({ path: '/readyz' })).body)).toMatchObject({ ok: true });
  });
});

test('too many mutations from one address wait; reads and the stream are not counted', async () => {
  const busy = await serveWorld();
  try {
    const visitor = busy.visit();
    await visitor.signIn('office');
    for (let round = 0; round < 13; round++) await Promise.all(Array.from({ length: 50 }, () => visitor.query('auth.me')));
    const stream = await visitor.fetch('/trpc/live.stream?input={}', { headers: { accept: 'text/event-stream' } });
    expect(stream.headers.get('ratelimit-remaining')).toBeNull();
    await stream.body?.cancel();
    const first = await visitor.mutate('displays.create', {});
    expect(first.status).toBe(400);
    for (let round = 0; round < 12; round++) await Promise.all(Array.from({ length: 50 }, () => visitor.mutate('displays.create', {})));
    const refused = await visitor.mutate('displays.create', { name: '屏' });
    expect(refused).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS', details: { minutes: 1 } });
    expect((await visitor.query('units.list')).status).toBe(200);
  } finally {
    await busy.close();
  }
});
