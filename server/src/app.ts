import { createExpressMiddleware } from '@trpc/server/adapters/express';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { downloadRoute } from './attachments/download.ts';
import { readCookie, writeCookie } from './auth/cookies.ts';
import { ABSOLUTE_MS, actorOf, readSession } from './auth/store.ts';
import { boardRoute } from './board/route.ts';
import { bulletinRoute } from './bulletins/route.ts';
import { ownScripts, serveClient } from './client.ts';
import { actorOfDisplay } from './displays/store.ts';
import { docxRoute } from './documents/route.ts';
import * as events from './events/store.ts';
import { feedRoute, meetingFileRoute } from './feeds/route.ts';
import { receiveRoute } from './files/receive.ts';
import { importRoute } from './imports/upload.ts';
import { hashToken } from './kit/random.ts';
import { evidenceRoute } from './meetings/evidence.ts';
import { screenPhotoRoute } from './meetings/photo.ts';
import { problemFileRoute } from './problems/evidence.ts';
import { appRouter } from './router.ts';
import type { Services } from './services.ts';
import type { RequestContext } from './trpc.ts';

const DISPLAY_SECONDS = 90 * 24 * 3600;
const MUTATIONS_A_MINUTE = 600;
const FEEDS_A_MINUTE = 120;
const BODY_WITHIN_MS = 30_000;

/** Builds the HTTP application: the closed edge, the procedures, and the built client behind them. */
export function createApp(services: Services): Express {
  const { config } = services;
  const app = express();
  const ofRequest = (request: Request, response: Response) => contextOf(services, request, response);
  const ofRemembered = async (request: Request, response: Response) => {
    // Read before who asks, and with it before all that is answered: what is changed in between is asked for the next time.
    const seq = await events.head(services.store.db);
    const ctx = await contextOf(services, request, response, (db, key, now) => services.sessions.read(db, key, now, seq));
    return { ...ctx, seq };
  };
  app.disable('x-powered-by');
  app.set('trust proxy', config.proxies);
  app.use(headers(config.tls !== null, config.clientFolder ? ownScripts(config.clientFolder) : []));
  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  app.get('/readyz', (_request, response) => {
    services.store.db
      .selectFrom('event_head')
      .select('seq')
      .executeTakeFirstOrThrow()
      .then(
        (row) => response.json({ ok: true, seq: row.seq }),
        () => response.status(503).json({ ok: false }),
      );
  });
  // Before the compression: the board is kept packed.
  app.get('/board/snapshot', refuseForeign(config.devOrigin, 'application/json'), boardRoute(ofRemembered));
  app.use(compression({ filter: (request, response) => !isStream(response) && compression.filter(request, response) }));
  app.use('/trpc', refuseForeign(config.devOrigin, 'application/json'), mutationLimit(), signInAlone, hurried);
  app.use(
    '/trpc',
    createExpressMiddleware({
      router: appRouter,
      createContext: ({ req, res }) => contextOf(services, req, res),
      allowBatching: true,
      maxBatchSize: 10,
      maxBodySize: 1_000_000,
      onError: ({ error, path: procedure, ctx }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') report(services, error.cause ?? error, ctx?.requestId ?? null, procedure ?? null);
      },
    }),
  );
  app.post('/files/import', refuseForeign(config.devOrigin, 'application/octet-stream'), mutationLimit(), importRoute(ofRequest));
  app.post('/files', refuseForeign(config.devOrigin, 'application/octet-stream'), mutationLimit(), receiveRoute(ofRequest));
  app.get('/files/attachments/:id', refuseForeign(config.devOrigin, 'application/octet-stream'), downloadRoute(ofRequest));
  app.get('/files/documents/:id', refuseForeign(config.devOrigin, 'application/octet-stream'), docxRoute(ofRequest));
  app.get('/files/bulletins/:month', refuseForeign(config.devOrigin, 'application/octet-stream'), bulletinRoute(ofRequest));
  app.get('/files/evidence/:id', refuseForeign(config.devOrigin, 'application/octet-stream'), evidenceRoute(ofRequest));
  app.get('/files/problems/:id', refuseForeign(config.devOrigin, 'application/octet-stream'), problemFileRoute(ofRequest));
  app.get('/files/screen/:id', refuseForeign(config.devOrigin, 'application/octet-stream'), screenPhotoRoute(ofRequest));
  app.get('/files/meetings/:week', refuseForeign(config.devOrigin, 'application/octet-stream'), meetingFileRoute(ofRequest));
  app.get('/feeds/:file', feedLimit(), feedRoute(services));
  if (config.clientFolder) serveClient(app, config.clientFolder, ofRemembered, (error) => report(services, error, null, null));
  app.use((_request, response) => void response.status(404).json({ error: 'not found' }));
  app.use(lastWord(services));
  return app;
}

function headers(isSecure: boolean, scripts: readonly string[]) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...scripts],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure,
  });
}

function isStream(response: Response): boolean {
  return String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream');
}

/**
 * A form of another site could run a mutation without a preflight. So: POST carries a type that no form can send, and
 * every call comes from this origin by its own word or by the browser's.
 */
function refuseForeign(devOrigin: string | null, type: 'application/json' | 'application/octet-stream') {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method !== 'GET' && request.method !== 'POST') return void response.status(405).end();
    if (request.method === 'POST' && !request.is(type)) return void response.status(415).json({ error: `${type} only` });
    if (!isOwnOrigin(request, devOrigin)) return void response.status(403).json({ error: 'foreign origin' });
    response.setHeader('Cache-Control', 'no-store');
    next();
  };
}

function isOwnOrigin(request: Request, devOrigin: string | null): boolean {
  const { origin, referer, host } = request.headers;
  const own = `${request.protocol}://${host ?? ''}`;
  const isOwn = (claimed: string) => claimed === own || claimed === devOrigin;
  if (origin) return isOwn(origin);
  const site = request.headers['sec-fetch-site'];
  if (site) return site === 'same-origin';
  // Without TLS away from localhost a browser says neither when it reads. A read changes nothing, and another site
  // cannot see its answer, so there the page's own address is enough; a write always carries an Origin.
  return request.method === 'GET' && referer !== undefined && URL.canParse(referer) && isOwn(new URL(referer).origin);
}

/** Mutations per minute and address; the streams and reads of a screen must not use them up. */
function mutationLimit() {
  return rateLimit({
    windowMs: 60_000,
    limit: MUTATIONS_A_MINUTE,
    skip: (request) => request.method === 'GET',
    standardHeaders: true,
    legacyHeaders: false,
    // In the shape of every other refusal, so that a page says what happened instead of “unreachable”.
    message: {
      error: {
        message: 'TOO_MANY_REQUESTS',
        code: -32029,
        data: {
          code: 'TOO_MANY_REQUESTS',
          httpStatus: 429,
          domain: { code: 'TOO_MANY_REQUESTS', details: { minutes: 1 } },
          requestId: null,
        },
      },
    },
  });
}

/** A calendar asks once an hour; who tries tokens finds a wall. */
function feedLimit() {
  return rateLimit({ windowMs: 60_000, limit: FEEDS_A_MINUTE, standardHeaders: true, legacyHeaders: false });
}

/** Ten attempts in one request would pass the limits of requests as one, and each costs a password check and an event. */
function signInAlone(request: Request, response: Response, next: NextFunction): void {
  const calls = decoded(request.path).slice(1).split(',');
  if (calls.length > 1 && calls.includes('auth.signIn')) return void response.status(400).json({ error: 'sign in alone' });
  next();
}

/** A path as tRPC reads it; one that cannot be read it refuses itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Only a file may take its time; a call that trickles in is cut off. */
function hurried(request: Request, _response: Response, next: NextFunction): void {
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, BODY_WITHIN_MS);
  request.once('close', () => clearTimeout(timer));
  next();
}

async function contextOf(services: Services, request: Request, response: Response, read = readSession): Promise<RequestContext> {
  // Also where a proxy in front speaks TLS and says so, if it is one that the configuration counts.
  const isSecure = request.secure;
  const now = services.clock();
  const own = request.headers['x-request-id'];
  const base = {
    services,
    db: services.store.db,
    now,
    requestId: typeof own === 'string' && /^[0-9a-z-]{8,64}$/.test(own) ? own : services.random.hex(8),
    address: request.ip ?? 'unknown',
    setCookie: (kind: 'session' | 'display', token: string | null) =>
      writeCookie(response, kind, token, isSecure, kind === 'session' ? ABSOLUTE_MS / 1000 : DISPLAY_SECONDS),
  };
  const session = readCookie(request, 'session', isSecure);
  const sessionKey = session ? hashToken(session) : null;
  const account = sessionKey ? await read(services.store.db, sessionKey, now) : null;
  if (account) return { ...base, actor: actorOf(account), mustChangePassword: account.mustChangePassword === 1, sessionKey };
  const display = readCookie(request, 'display', isSecure);
  const actor = display ? await actorOfDisplay(services.store.db, hashToken(display), now) : null;
  return { ...base, actor, mustChangePassword: false, sessionKey: display && actor ? hashToken(display) : null };
}

function lastWord(services: Services) {
  return (error: unknown, _request: Request, response: Response, _next: NextFunction): void => {
    const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
    if (status >= 500) report(services, error, null, null);
    if (!response.headersSent) response.status(status).json({ error: status === 404 ? 'not found' : 'internal' });
  };
}

/** The browser gets a number; what lies behind it stands on the server's own output, one line of JSON. */
function report(services: Services, error: unknown, requestId: string | null, procedure: string | null): void {
  const line = { at: services.clock(), requestId, procedure, error: error instanceof Error ? error.stack : String(error) };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
