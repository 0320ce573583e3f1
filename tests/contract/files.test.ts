import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { FILE_BYTES } from '#shared/files/types.ts';
import { idOf } from '#shared/kit/ids.ts';
import type { Project } from '#shared/projects/schema.ts';
import { admit, type ServedWorld, serveWorld, type Visitor } from '#tests/support/visitor.ts';

// Files over HTTP: what comes in, what is turned away, and how it goes out again.
const Received = z.object({ id: idOf('file') });
const Refused = z.object({ data: z.object({ domain: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }) }) });
const PDF = Buffer.from('%PDF-1.7\n批复 %%EOF');
const PNG = Buffer.from('\x89PNG\r\n\x1a\n<script>alert(1)</script>', 'latin1');

let world: ServedWorld;
let office: Visitor;
let officer: Visitor;
let stranger: Visitor;
let project: Project;

beforeAll(async () => {
  world = await serveWorld();
  await world.addAccount('officer', world.units.water.id, '邱科员', 'water');
  await world.addAccount('officer', world.units.housing.id, '罗科员', 'housing');
  await admit(world, 'water', 'housing');
  [office, officer, stranger] = [world.visit(), world.visit(), world.visit()];
  await office.signIn('office');
  await officer.signIn('housing');
  await stranger.signIn('water');
  project = await world.addProject({ name: '城东污水处理厂扩建工程' });
});
afterAll(() => world?.close());

function send(who: Visitor, name: string, body: Buffer, headers: Record<string, string> = {}): Promise<Response> {
  const common = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) };
  return who.fetch('/files', { method: 'POST', headers: { ...common, ...headers }, body: new Uint8Array(body) });
}

async function sent(who: Visitor, name: string, body: Buffer) {
  const response = await send(who, name, body);
  expect(response.status).toBe(200);
  return Received.parse(await response.json()).id;
}

async function hung(who: Visitor, name: string, body: Buffer): Promise<string> {
  const fileId = await sent(who, name, body);
  const reply = await who.mutate('attachments.add', { projectId: project.id, fileId, title: name, kind: 'other' });
  expect(reply.status, reply.body).toBe(200);
  return z.object({ id: z.string() }).parse(reply.data).id;
}

async function refusal(response: Response) {
  return { status: response.status, ...Refused.parse(await response.json()).data.domain };
}

/** Every file below the store's folder, and how many rows speak of files. */
async function kept() {
  const folder = path.join(world.services.config.dataFolder);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return { names: names.map((entry) => entry.name).sort(), rows: (await world.db.selectFrom('file').select('id').execute()).length };
}

describe('a file that is handed in', () => {
  test('comes back as it was, to be saved and never opened as a page', async () => {
    const id = await hung(officer, '关于城东污水处理厂初步设计的批复（示发改〔2026〕12号）.pdf', PDF);
    const response = await office.fetch(`/files/attachments/${id}`);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename\*=UTF-8''%E5%85%B3[%0-9A-Za-z.-]+$/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
  });

  test('is shown only if it is a picture, and then as a picture alone', async () => {
    const picture = await hung(officer, '现场.png', PNG);
    const shown = await office.fetch(`/files/attachments/${picture}?show=1`);
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    const letter = await hung(officer, '函.pdf', PDF);
    expect((await office.fetch(`/files/attachments/${letter}?show=1`)).headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('twice is kept once', async () => {
    const before = await kept();
    await sent(officer, '一.pdf', Buffer.from('%PDF-1.7 同一份'));
    await sent(officer, '二.pdf', Buffer.from('%PDF-1.7 同一份'));
    const after = await kept();
    expect([after.names.length - before.names.length, after.rows - before.rows]).toEqual([1, 2]);
  });

  test('lies in the store whatever its name asks for', async () => {
    const before = await kept();
    const id = await hung(officer, '../../../../tmp/escaped.pdf', Buffer.from('%PDF-1.7 逃'));
    const after = await kept();
    expect(after.names.filter((name) => !before.names.includes(name))).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    const disposition = (await office.fetch(`/files/attachments/${id}`)).headers.get('content-disposition');
    expect(disposition).toBe("attachment; filename*=UTF-8''escaped.pdf");
  });
});

describe('a file that is turned away leaves nothing', () => {
  test.each([
    ['page.html', '<html><script>'],
    ['logo.svg', '<svg onload=alert(1)>'],
    ['html.png', '<!doctype html><script>'],
    ['gif.jpg', 'GIF89a/*<script>*/=1'],
    ['run.pdf', 'MZ\x90'],
    ['macro.docm', 'PK\x03\x04word/vbaProject.bin'],
    ['macro.docx', 'PK\x03\x04word/document.xml word/vbaProject.bin'],
  ])('%s is not what an office hands in', async (name, begin) => {
    const before = await kept();
    expect(await refusal(await send(officer, name, Buffer.from(begin, 'latin1')))).toMatchObject({
      status: 415,
      code: 'FILE_TYPE_REFUSED',
    });
    expect(await kept()).toEqual(before);
  });

  test('what is too large is refused, also where the length is not told', async () => {
    const before = await kept();
    const large = Buffer.concat([PDF, Buffer.alloc(FILE_BYTES)]);
    expect(await refusal(await send(officer, '大.pdf', large))).toMatchObject({ status: 413, code: 'TOO_LARGE' });
    const body = new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < 21; at++) controller.enqueue(new Uint8Array(1024 * 1024));
        controller.close();
      },
    });
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'a.pdf' };
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
    const response = await officer.fetch('/files', init as Parameters<Visitor['fetch']>[1]);
    expect(response.status).toBe(413);
    expect(await kept()).toEqual(before);
  });

  test('an empty one, one from nobody, one from whom nothing is asked, one from another site', async () => {
    const before = await kept();
    expect(await refusal(await send(officer, '空.pdf', Buffer.alloc(0)))).toMatchObject({ status: 422 });
    expect((await send(world.visit(), '一.pdf', PDF)).status).toBe(401);
    const leader = world.visit();
    const username = await usernameOf('leader');
    await admit(world, username);
    await leader.signIn(username);
    expect((await send(leader, '一.pdf', PDF)).status).toBe(403);
    expect((await send(officer, '一.pdf', PDF, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await send(officer, '一.pdf', PDF, { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(415);
    expect(await kept()).toEqual(before);
  });
});

async function usernameOf(role: 'leader'): Promise<string> {
  const row = await world.db.selectFrom('account').select('username').where('role', '=', role).executeTakeFirstOrThrow();
  return row.username;
}

describe('another unit', () => {
  test('does not find the attachment, to read, to rename or to remove', async () => {
    const id = await hung(officer, '函.pdf', PDF);
    expect((await stranger.fetch(`/files/attachments/${id}`)).status).toBe(404);
    expect((await stranger.fetch(`/files/attachments/att_${'0'.repeat(32)}`)).status).toBe(404);
    expect((await stranger.fetch('/files/attachments/..%2f..%2fetc%2fpasswd')).status).toBe(404);
    for (const act of ['rename', 'remove']) {
      const words = act === 'rename' ? { title: '改', kind: 'other' } : {};
      expect((await stranger.mutate(`attachments.${act}`, { id, version: 1, ...words })).status).toBe(404);
    }
    expect((await world.visit().fetch(`/files/attachments/${id}`)).status).toBe(401);
  });

  test('cannot hang up what somebody else has sent', async () => {
    const fileId = await sent(office, '只给项目办.pdf', Buffer.from('%PDF-1.7 只给项目办'));
    const reply = await officer.mutate('attachments.add', { projectId: project.id, fileId, title: '试', kind: 'other' });
    expect([reply.status, reply.code]).toEqual([404, 'NOT_FOUND']);
  });
});
