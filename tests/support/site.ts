import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { startSession } from '#server/auth/store.ts';
import { runChange } from '#server/change.ts';
import * as events from '#server/events/store.ts';
import { hashToken } from '#server/kit/random.ts';
import { startServer } from '#server/server.ts';
import { idOf } from '#shared/kit/ids.ts';
import type { Actor } from '#shared/accounts/schema.ts';
import { launchBrowser } from './browser.ts';
import type { World } from './world.ts';

const built = path.resolve(import.meta.dirname, '../../dist/client');

/** A world behind a real server with the built client, and a real browser in front of it. */
export type Site = Awaited<ReturnType<typeof openSite>>;

/** Opens the production build on a world; `npm test` has built it before. */
export async function openSite(world: World) {
  if (!existsSync(path.join(built, 'index.html'))) throw new Error('dist/client is not built: run npm test, or node scripts/prepare.mjs');
  const server = await startServer({ ...world.services, config: { ...world.services.config, clientFolder: built } });
  const browser: Browser = await launchBrowser();
  let drawn = 0;

  /** A window in which somebody is signed in already; null for nobody. */
  async function windowOf(actor: Actor | null, size = { width: 1440, height: 900 }): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: server.url });
    if (actor) {
      drawn++;
      const token = drawn.toString(16).padStart(64, '0');
      await runChange(world.services, async (tx) => {
        await startSession(tx, idOf('account').parse(actor.id), hashToken(token), world.clock.now);
        await events.append(tx, { now: world.clock.now, actor, requestId: 'window', auditKey: world.services.config.auditKey }, { action: 'session.started', id: actor.id });
      });
      await context.addCookies([{ name: 'tuijin-session', value: token, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
    }
    return context;
  }

  return {
    url: server.url,
    browser,
    windowOf,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
