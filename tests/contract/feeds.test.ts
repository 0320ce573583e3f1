import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type ServedWorld, serveWorld, type Visitor } from '#tests/support/visitor.ts';

let world: ServedWorld;
let office: Visitor;
let token: string;

beforeAll(async () => {
  world = await serveWorld();
  office = world.visit();
  await office.signIn('office');
  await office.mutate('agenda.add', { projectId: null, title: '研究冬季施工安全工作' });
  token = z.object({ token: z.string() }).parse((await office.mutate('feeds.create')).data).token;
});
afterAll(() => world?.close());

/** As a calendar program asks: without a cookie, without an origin. */
const asked = (file: string, init: RequestInit = {}) => fetch(`${world.server.url}/feeds/${file}`, init);

test('a calendar reads the meetings by the secret link alone, and learns nothing of the agenda', async () => {
  const response = await asked(`${token}.ics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = (await response.text()).replaceAll('\r\n ', '');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text).toContain('SUMMARY:第1次重点项目推进周例会');
  expect(text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(5);
  expect(text).not.toContain('研究冬季施工安全工作');
});

test('another token, another name and another method find nothing there', async () => {
  expect((await asked(`${'0'.repeat(64)}.ics`)).status).toBe(404);
  expect((await asked(token)).status).toBe(404);
  expect((await asked(`${token}.ics`, { method: 'POST' })).status).toBe(404);
});

test('one meeting is saved as a file by whoever may read it', async () => {
  const { data } = await office.query('meetings.current');
  const { week } = z.object({ meeting: z.object({ week: z.string() }) }).parse(data).meeting;
  const response = await office.fetch(`/files/meetings/${week}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename=meeting-${week}.ics`);
  expect((await response.text()).match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect((await world.visit().fetch(`/files/meetings/${week}`)).status).toBe(401);
  expect((await office.fetch('/files/meetings/2026-44')).status).toBe(404);
});

test('what is revoked is gone at once', async () => {
  await office.mutate('feeds.revoke');
  expect((await asked(`${token}.ics`)).status).toBe(404);
});
