import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { runChange } from '#server/change.ts';
import type { StoreConfig } from '#server/db/open.ts';
import * as events from '#server/events/store.ts';
import { changeEphemeral } from '#server/live/ephemeral.ts';
import { openServices, type RunningServer, startServer } from '#server/server.ts';
import type { Instant } from '#shared/kit/calendar.ts';
import { type Id, makeId } from '#shared/kit/ids.ts';
import { LiveMessage, screenTopic } from '#shared/live/schema.ts';
import type { ScreenState } from '#shared/meetings/schema.ts';
import { createPostgresDatabase } from '#tests/support/postgres.ts';
import { admit, type Visitor, visit } from '#tests/support/visitor.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';

const typing: ScreenState = {
  meetingId: makeId('meeting', '0'.repeat(32)),
  show: { page: 'follow-up' },
  ...{ isRehearsal: false, cover: null, driver: null, shownAt: '2026-11-02T01:00:00.000Z' as Instant, spent: {} },
  draft: { agendaItemId: null, text: '加快征迁', ownerUnitId: null, helperUnitIds: [], dueOn: null, supervisor: null, byName: '宋科长' },
};

type Heard = { id: string; message: LiveMessage };

/** A stream as a browser holds it: what it said so far, a way to wait for more, and whether it has ended. */
async function listen(visitor: Visitor, lastEventId: number | null = null) {
  const heard: Heard[] = [];
  const closing = new AbortController();
  const input = encodeURIComponent(JSON.stringify({ lastEventId }));
  const response = await visitor.fetch(`/trpc/live.stream?input=${input}`, {
    headers: { accept: 'text/event-stream' },
    signal: closing.signal,
  });
  const state = { isOver: false };
  const reading = read(response, heard).finally(() => {
    state.isOver = true;
  });
  reading.catch(() => undefined);

  async function until<Found>(find: () => Found | undefined | false): Promise<Found> {
    const patience = Date.now() + 8_000;
    for (;;) {
      const found = find();
      if (found) return found;
      if (Date.now() > patience) throw new Error(`never heard; only ${JSON.stringify(heard)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  return {
    refusal: () => reading.then(() => null, String),
    heard,
    hello: () => until(() => heard.map(({ message }) => message).find((message) => message.type === 'hello')),
    change: (action: string) =>
      until(() =>
        heard.flatMap(({ message }) => (message.type === 'changes' ? message.changes : [])).find((change) => change.action === action),
      ),
    screen: () => until(() => heard.map(({ message }) => (message.type === 'screen' ? message.screen : null)).find((screen) => screen)),
    /** Waits until the names of those who have a form open are these. */
    editors: (...names: string[]) => until(() => namesEditing(heard).join() === names.join()),
    end: () => until(() => state.isOver),
    close: () => closing.abort(),
  };
}

/** Who was last said to have a form open. */
function namesEditing(heard: readonly Heard[]): string[] {
  const said = heard.flatMap(({ message }) => (message.type === 'editing' ? [message.editing] : []));
  return said.at(-1)?.map(({ name }) => name) ?? ['nothing said'];
}

async function read(response: Response, heard: Heard[]): Promise<void> {
  let text = '';
  for await (const part of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    text += part;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const line = (name: string) =>
        block
          .split('\n')
          .find((each) => each.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const data = line('data');
      // A stream that is refused opens all the same, says why and ends; a browser cannot read the status of a failed one.
      if (line('event') === 'serialized-error') throw new Error(z.object({ message: z.string() }).parse(JSON.parse(data ?? '')).message);
      if (line('event') !== undefined || data === undefined || data === '') continue;
      heard.push({ id: line('id') ?? '', message: LiveMessage.parse(JSON.parse(data)) });
    }
  }
}

for (const dialect of dialects) {
  describe(`the live stream on ${dialect}`, () => {
    let folder: string;
    let store: StoreConfig;
    let world: World;
    let servers: RunningServer[];
    let server: RunningServer;
    let office: Visitor;

    beforeEach(async () => {
      folder = mkdtempSync(path.join(os.tmpdir(), 'tuijin-live-'));
      store =
        dialect === 'sqlite'
          ? { kind: 'sqlite', file: path.join(folder, 'tuijin.db') }
          : { kind: 'postgres', url: (await createPostgresDatabase()).url };
      world = await openWorld({ store });
      await admit(world, 'office', 'admin');
      server = await startServer(world.services);
      servers = [server];
      office = visit(server.url);
      await office.signIn('office');
    });
    afterEach(async () => {
      for (const each of servers) await each.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** The same database under another server, as after a restart or beside the first. */
    async function another(port = 0): Promise<RunningServer> {
      const services = await openServices({ ...world.services.config, port }, { clock: () => world.clock.now });
      const next = await startServer(services);
      servers.push(next);
      return next;
    }

    const project = (visitor: Visitor, name: string) =>
      visitor.mutate('projects.create', {
        ...{ unitId: world.units.housing.id, code: null, name, kind: 'key', level: 'district', track: 'approval', yearClass: 'new' },
        ...{ category: null, location: null, content: null, leaderName: null, totalInvestment: 10_000, plannedStart: null },
        ...{ plannedFinish: null, actualStart: null, actualFinish: null, stage: 'planned', annualPlan: 0, doneBeforeYear: 0 },
      });

    test('it says at once where it stands, then every change by its number', async () => {
      const stream = await listen(office);
      const hello = await stream.hello();
      const made = await project(office, '示例一路');
      expect(made.status).toBe(200);
      const change = await stream.change('project.created');
      expect(change.seq).toBeGreaterThan(hello.seq);
      expect(change).toMatchObject({ entity: 'project', projectId: (made.data as { id: string }).id });
      expect(stream.heard.every(({ id }) => /^\d+$/.test(id))).toBe(true);
      stream.close();
    });

    test('who signs in and who is turned away is not news', async () => {
      const stream = await listen(office);
      await stream.hello();
      await visit(server.url).signIn('admin', 'wrong');
      await visit(server.url).signIn('admin');
      await project(office, '示例二路');
      await stream.change('project.created');
      const actions = stream.heard.flatMap(({ message }) => (message.type === 'changes' ? message.changes.map((each) => each.action) : []));
      expect(actions.filter((action) => action.startsWith('session') || action.startsWith('access'))).toEqual([]);
      stream.close();
    });

    test('after a restart on the same database it goes on where it stopped, without waiting for the next change', async () => {
      const before = await listen(office);
      const { seq } = await before.hello();
      await project(office, '示例三路');
      await before.change('project.created');
      const restarted = await restart();
      const again = visit(restarted.url);
      for (const [name, value] of office.cookies) again.cookies.set(name, value);
      const after = await listen(again, seq);
      expect((await after.hello()).seq).toBe(seq);
      expect(await after.change('project.created')).toMatchObject({ entity: 'project' });
      await project(again, '示例四路');
      await after.change('project.created');
      after.close();
    });

    test('a number from beyond this database’s end begins at its end', async () => {
      const stream = await listen(office, 1_000_000);
      const { seq } = await stream.hello();
      expect(seq).toBeLessThan(1000);
      await project(office, '示例五路');
      await stream.change('project.created');
      stream.close();
    });

    test('signing out ends the stream of that session, and only that one', async () => {
      const other = visit(server.url);
      await other.signIn('office');
      const [mine, theirs] = [await listen(office), await listen(other)];
      await Promise.all([mine.hello(), theirs.hello()]);
      await office.mutate('auth.signOut');
      await mine.end();
      await project(other, '示例六路');
      await theirs.change('project.created');
      expect(await (await listen(office)).refusal()).toContain('UNAUTHORIZED');
      theirs.close();
    });

    test('a changed role, a reset password and a revoked link end the stream at once', async () => {
      const admin = visit(server.url);
      await admin.signIn('admin');
      const { id, name, unitId, version } = await accountOfOffice();
      const { data } = await office.mutate('displays.create', { name: '屏' });
      const link = data as { id: string; token: string };
      const screen = visit(server.url);
      await screen.mutate('displays.enter', { token: link.token });
      const shown = await listen(screen);
      await shown.hello();
      await office.mutate('displays.revoke', { id: link.id });
      await shown.end();
      const first = await listen(office);
      await first.hello();
      await admin.mutate('accounts.resetPassword', { id });
      await first.end();
      await admit(world, 'office');
      await office.signIn('office');
      const second = await listen(office);
      await second.hello();
      const changed = await admin.mutate('accounts.update', { id, name, unitId, role: 'leader', active: true, version: version + 1 });
      expect(changed.status).toBe(200);
      await second.end();
    });

    test('what the meeting’s screen shows is told to those who may see it, and to nobody else', async () => {
      await world.addAccount('inspector', world.officeUnitId, '评委二', 'inspector.two');
      await admit(world, 'inspector.two');
      const inspector = visit(server.url);
      await inspector.signIn('inspector.two');
      const [seen, unseen] = [await listen(office), await listen(inspector)];
      await Promise.all([seen.hello(), unseen.hello()]);
      await changeEphemeral(world.services, screenTopic(world.districtId, await ownSeries()), () => typing, world.clock.now);
      expect((await seen.screen())?.draft?.text).toBe('加快征迁');
      await project(office, '示例八路');
      await unseen.change('project.created');
      expect(unseen.heard.map(({ message }) => message.type)).not.toContain('screen');
      const later = await listen(inspector);
      await later.hello();
      await project(office, '示例九路');
      await later.change('project.created');
      expect(later.heard.map(({ message }) => message.type)).not.toContain('screen');
      for (const stream of [seen, unseen, later]) stream.close();
    });

    /** Somebody of the world in a browser of their own, with a stream open. */
    async function onlooker(role: 'office' | 'officer' | 'leader', unitId: Id<'unit'>, name: string) {
      const username = `${role}.beside`;
      await world.addAccount(role, unitId, name, username);
      await admit(world, username);
      const visitor = visit(server.url);
      await visitor.signIn(username);
      const stream = await listen(visitor);
      await stream.hello();
      return { visitor, stream };
    }

    test('an open form is told to the others who may see its project, and closed again, without an event', async () => {
      const { id: projectId } = await world.addProject({ name: '示例九路' });
      const [own, leader] = [await listen(office), await onlooker('leader', world.districtId, '李常委')];
      const neighbour = await onlooker('officer', world.units.water.id, '程科员');
      await Promise.all([own.editors(), leader.stream.editors(), neighbour.stream.editors()]);
      const before = await events.head(world.db);
      expect((await office.mutate('live.editing', { projectId, isOpen: true })).status).toBe(200);
      await leader.stream.editors('宋科长');
      const late = await listen(leader.visitor);
      await late.editors('宋科长');
      expect((await neighbour.visitor.mutate('live.editing', { projectId, isOpen: true })).status).toBe(404);
      expect((await office.mutate('live.editing', { projectId, isOpen: false })).status).toBe(200);
      await Promise.all([leader.stream.editors(), late.editors()]);
      expect(await events.head(world.db)).toBe(before);
      for (const stream of [own, neighbour.stream]) {
        expect(stream.heard.filter(({ message }) => message.type === 'editing' && message.editing.length > 0)).toEqual([]);
      }
      for (const stream of [own, leader.stream, neighbour.stream, late]) stream.close();
    });

    test('a form whose browser has gone is closed by time', async () => {
      const { id: projectId } = await world.addProject({ name: '示例十路' });
      const { stream } = await onlooker('leader', world.districtId, '李常委');
      await office.mutate('live.editing', { projectId, isOpen: true });
      await stream.editors('宋科长');
      world.clock.now = new Date(Date.parse(world.clock.now) + 60_000).toISOString() as Instant;
      // Whatever wakes a stream is its next look.
      await project(office, '示例十一路');
      await stream.editors();
      stream.close();
    });

    test('one session holds as many streams as a browser can, and no more', async () => {
      const streams = [];
      for (let count = 0; count < 6; count++) streams.push(await listen(office));
      await Promise.all(streams.map((stream) => stream.hello()));
      expect(await (await listen(office)).refusal()).toContain('TOO_MANY_REQUESTS');
      const other = visit(server.url);
      await other.signIn('office');
      const theirs = await listen(other);
      await theirs.hello();
      for (const stream of streams) stream.close();
      await vi.waitFor(async () => {
        const again = await listen(office);
        try {
          await Promise.race([again.hello(), again.end().then(() => Promise.reject(new Error('refused')))]);
        } finally {
          again.close();
        }
      });
      theirs.close();
    });

    test('a server that shuts down ends its streams instead of waiting for them', async () => {
      const stream = await listen(office);
      await stream.hello();
      const started = Date.now();
      await server.close();
      servers = [];
      await stream.end();
      expect(Date.now() - started).toBeLessThan(5_000);
    });

    if (dialect === 'postgres') {
      test('a change on one server is heard on another, and so is the end of a session', async () => {
        const second = await another();
        const there = visit(second.url);
        for (const [name, value] of office.cookies) there.cookies.set(name, value);
        const stream = await listen(there);
        await stream.hello();
        await project(office, '示例七路');
        await stream.change('project.created');
        await office.mutate('auth.signOut');
        await stream.end();
      });
    }

    if (dialect === 'postgres') {
      test('a form opened on one server is told on another', async () => {
        const { id: projectId } = await world.addProject({ name: '示例十二路' });
        const { visitor } = await onlooker('leader', world.districtId, '李常委');
        const there = visit((await another()).url);
        for (const [name, value] of visitor.cookies) there.cookies.set(name, value);
        const stream = await listen(there);
        await office.mutate('live.editing', { projectId, isOpen: true });
        await stream.editors('宋科长');
        await office.mutate('live.editing', { projectId, isOpen: false });
        await stream.editors();
        stream.close();
      });
    }

    if (dialect === 'postgres') {
      test('what another server has written is found even where its word was lost', async () => {
        const stream = await listen(office);
        await stream.hello();
        const speechless = { ...world.services, hub: { ...world.services.hub, wake: () => undefined } };
        const actor = { ...events.systemActor, districtId: world.districtId };
        const { auditKey } = world.services.config;
        await runChange(speechless, (tx) =>
          events.append(
            tx,
            { now: world.clock.now, actor, requestId: 'elsewhere', auditKey },
            { action: 'unit.created', id: 'unt_elsewhere' },
          ),
        );
        expect(await stream.change('unit.created')).toMatchObject({ requestId: 'elsewhere' });
        await changeEphemeral(speechless, screenTopic(world.districtId, await ownSeries()), () => typing, world.clock.now);
        expect((await stream.screen())?.draft?.text).toBe('加快征迁');
        stream.close();
      });
    }

    async function ownSeries(): Promise<string> {
      const [own] = await world.as('office').series.list();
      return own?.id ?? '';
    }

    async function restart(): Promise<RunningServer> {
      await server.close();
      servers = [];
      return another();
    }

    async function accountOfOffice() {
      return world.db
        .selectFrom('account')
        .select(['id', 'name', 'unitId', 'version'])
        .where('username', '=', 'office')
        .executeTakeFirstOrThrow();
    }
  });
}

test('time stamps are those of the server’s clock', async () => {
  const world = await openWorld();
  await admit(world, 'office');
  world.clock.now = '2026-11-02T01:00:00.000Z' as Instant;
  const server = await startServer(world.services);
  const visitor = visit(server.url);
  await visitor.signIn('office');
  const stream = await listen(visitor);
  expect((await stream.hello()).now).toBe('2026-11-02T01:00:00.000Z');
  stream.close();
  await server.close();
});
