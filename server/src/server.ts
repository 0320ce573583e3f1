import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import path from 'node:path';
import { createApp } from './app.ts';
import { withdrawTolerances } from './approvals/lapse.ts';
import { createDenialCounter } from './auth/denials.ts';
import { rememberSessions } from './auth/remembered.ts';
import { keepBoards } from './board/kept.ts';
import { keepSending } from './channels/sending.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { cutMonths } from './cuts/month-end.ts';
import { migrate } from './db/migrate.ts';
import { openStore } from './db/open.ts';
import { folderStore } from './files/folder.ts';
import { sweepFiles } from './files/sweep.ts';
import { sweepImports } from './imports/sweep.ts';
import { type Job, keepDoing } from './jobs/hourly.ts';
import { type Random, systemRandom } from './kit/random.ts';
import { keepEditors } from './live/editors.ts';
import { openHub } from './live/hub.ts';
import { escalateProblems } from './problems/escalate.ts';
import { turnYears } from './projects/turn.ts';
import type { Services } from './services.ts';

export type RunningServer = { services: Services; url: string; close: () => Promise<void> };

const CLOSE_WITHIN_MS = 10_000;
const SWEEP_MS = 50;
/** How often sockets are looked over for requests that take too long; Node's own 30 s would double every limit below. */
const LOOKED_OVER = { connectionsCheckingInterval: 5_000 };

/** Opens the database, brings it to this version's shape, and makes what lives as long as the server. */
export async function openServices(config: Config, given: { clock?: Clock; random?: Random } = {}): Promise<Services> {
  const store = await openStore(config.store);
  await migrate(store.db, store.dialect);
  const hub = await openHub(store);
  return {
    config,
    store,
    files: folderStore(path.join(config.dataFolder, 'files')),
    hub,
    editors: keepEditors(hub),
    clock: given.clock ?? systemClock,
    random: given.random ?? systemRandom,
    denials: createDenialCounter(),
    boards: keepBoards(),
    sessions: rememberSessions(),
  };
}

const renewBoards: Job = ({ boards, store, clock }) => boards.renew(store.db, clock());

/** Starts listening; answers the address and how to stop without losing what is under way. */
export async function startServer(services: Services): Promise<RunningServer> {
  const { config } = services;
  const app = createApp(services);
  const server: Server = config.tls ? createHttpsServer({ ...config.tls, ...LOOKED_OVER }, app) : createHttpServer(LOOKED_OVER, app);
  server.headersTimeout = 10_000;
  // Long enough for a file on a slow line; the app gives every other request less.
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
  server.maxConnections = 1024;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const say = (error: unknown) => void process.stderr.write(`${String(error)}\n`);
  // The boards come last: what the others change at midnight is then in them.
  const jobs = [turnYears, cutMonths, escalateProblems, withdrawTolerances, sweepFiles, sweepImports, renewBoards];
  const stopJobs = keepDoing(services, jobs, say);
  const stopSending = keepSending(services, say);
  const address = server.address();
  // A string is the name of a pipe, null a server that does not listen: it was given a port, and listens.
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = config.host === '0.0.0.0' || config.host === '127.0.0.1' ? 'localhost' : config.host;
  return {
    services,
    url: `${config.tls ? 'https' : 'http'}://${host}:${port}`,
    close: async () => {
      stopJobs();
      stopSending();
      // Streams never end by themselves: they are told to, then what is left is cut after ten seconds.
      services.hub.dismiss(null);
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      // A kept-alive connection is idle only once its last answer is through, so one look is not enough.
      const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
      const cut = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
      await closed;
      clearInterval(sweep);
      clearTimeout(cut);
      await services.hub.close();
      await services.store.close();
    },
  };
}

/** Closes the server on the signals that ask for it; a second one changes nothing. */
export function closeOnSignals(server: RunningServer): void {
  let isClosing = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isClosing) return;
      isClosing = true;
      void server.close().then(() => process.exit(0));
    });
  }
}
