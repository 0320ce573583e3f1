import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { startSession } from '#server/auth/store.ts';
import { runChange } from '#server/change.ts';
import * as events from '#server/events/store.ts';
import { hashToken } from '#server/kit/random.ts';
import { type RunningServer, startServer } from '#server/server.ts';
import type { Actor } from '#shared/accounts/schema.ts';
import { idOf } from '#shared/kit/ids.ts';
import { launchBrowser } from './browser.ts';
import type { World } from './world.ts';

const built = path.resolve(import.meta.dirname, '../../dist/client');

/** Sizes that pages are drawn for. */
export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
export const wall = { width: 1920, height: 1080 };

/** How long an act may take on a busy machine before the test says that it did not happen. */
const PATIENCE_MS = 20_000;

/** A world behind a real server with the built client, and a real browser in front of it. */
export type Site = Awaited<ReturnType<typeof openSite>>;

/** What a site shows: a test's own world, or a demo district. */
type Shown = Pick<World, 'services' | 'clock'>;

/** Opens the production build on a world; `npm test` has built it before. Closing the site closes its worlds too. */
export async function openSite(first: Shown) {
  if (!existsSync(path.join(built, 'index.html'))) throw new Error('dist/client is not built: run npm test, or node scripts/prepare.mjs');
  let world = first;
  let server: RunningServer | null = await serve(first, 0);
  const { url } = server;
  const browser: Browser = await launchBrowser();
  const complaints: string[] = [];
  let drawn = 0;

  function serve(shown: Shown, port: number): Promise<RunningServer> {
    return startServer({ ...shown.services, config: { ...shown.services.config, port, clientFolder: built } });
  }

  async function stop(): Promise<void> {
    await server?.close();
    server = null;
  }

  async function signedIn(actor: Actor): Promise<string> {
    drawn++;
    const token = `f${drawn.toString(16).padStart(63, '0')}`;
    const { services, clock } = world;
    await runChange(services, async (tx) => {
      await startSession(tx, idOf('account').parse(actor.id), hashToken(token), clock.now);
      const witness = { now: clock.now, actor, requestId: 'window', auditKey: services.config.auditKey };
      await events.append(tx, witness, { action: 'session.started', id: actor.id });
    });
    return token;
  }

  /** A browser of its own, with somebody signed in already; null for nobody. */
  async function windowOf(actor: Actor | null, size = desk, given: { keepsBuild?: boolean } = {}): Promise<BrowserContext> {
    const touch = size === phone ? { hasTouch: true, isMobile: true } : {};
    // Every window would fetch the whole build for itself; only a journey without a line needs that.
    const serviceWorkers = given.keepsBuild ? 'allow' : 'block';
    const context = await browser.newContext({
      serviceWorkers,
      viewport: size,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      baseURL: url,
      ...touch,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    context.on('page', (page) => listenTo(page, complaints));
    if (actor) {
      await context.addCookies([{ name: 'tuijin-session', value: await signedIn(actor), url, httpOnly: true, sameSite: 'Lax' }]);
    }
    return context;
  }

  return {
    url,
    browser,
    windowOf,
    /** A window of somebody with one page open. */
    pageOf: async (actor: Actor | null, address: string, size = desk): Promise<Page> => {
      const page = await (await windowOf(actor, size)).newPage();
      await page.goto(address);
      return page;
    },
    /** Ends every window: what was shown there belongs to the test before. */
    closeWindows: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    /** Puts another world behind the same address. */
    show: async (next: Shown): Promise<void> => {
      await stop();
      world = next;
      server = await serve(next, Number(new URL(url).port));
    },
    /** Stops the server as a restart of the machine does: its streams end and its database is closed. */
    stop,
    /** What broke in any page since the last look: errors nobody caught, answers of 500. */
    expectNoComplaints: () => {
      expect(complaints.splice(0)).toEqual([]);
    },
    close: async () => {
      await browser.close();
      await stop();
    },
  };
}

/** A line that is down and an answer that refuses are part of a journey; what nobody caught is not. */
function listenTo(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    const isNetwork = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isNetwork) complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${page.url()}: ${response.status()} from ${response.url()}`);
  });
}
