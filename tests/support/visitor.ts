import { z } from 'zod';
import { hashPassword } from '#server/auth/passwords.ts';
import { type RunningServer, startServer } from '#server/server.ts';
import { type Dialect, openWorld, type World } from './world.ts';

/** The password of every account that `admit` lets in. */
export const PASSWORD = 'Right-horse-7';
const stored = hashPassword(PASSWORD);

const Answer = z.object({ result: z.object({ data: z.unknown() }) });
const Failure = z.object({
  error: z.object({
    message: z.string(),
    data: z.object({
      domain: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }),
      requestId: z.string().nullable(),
    }),
  }),
});

/** What came back: the data of an answer, or the code and details of a refusal. */
export type Reply = {
  status: number;
  data: unknown;
  code: string | null;
  details: Record<string, unknown>;
  requestId: string | null;
  body: string;
};

/** A browser without a screen: it keeps cookies, and says where it comes from as browsers do. */
export type Visitor = Awaited<ReturnType<typeof visit>>;

export function visit(url: string) {
  const cookies = new Map<string, string>();

  async function fetched(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${url}${path}`, { ...init, headers: { origin: url, ...(cookie ? { cookie } : {}), ...init.headers } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  async function read(response: Response): Promise<Reply> {
    const body = await response.text();
    const json: unknown = body.startsWith('{') ? JSON.parse(body) : null;
    const answer = Answer.safeParse(json);
    const failure = Failure.safeParse(json);
    return {
      status: response.status,
      data: answer.success ? answer.data.result.data : null,
      code: failure.success ? failure.data.error.data.domain.code : null,
      details: failure.success ? failure.data.error.data.domain.details : {},
      requestId: failure.success ? failure.data.error.data.requestId : null,
      body,
    };
  }

  return {
    cookies,
    fetch: fetched,
    read,
    query: async (path: string, input?: unknown): Promise<Reply> =>
      read(await fetched(`/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`)),
    mutate: async (path: string, input?: unknown): Promise<Reply> =>
      read(
        await fetched(`/trpc/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          ...(input === undefined ? {} : { body: JSON.stringify(input) }),
        }),
      ),
    signIn: async (username: string, password = PASSWORD): Promise<Reply> =>
      read(
        await fetched('/trpc/auth.signIn', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ username, password }),
        }),
      ),
  };
}

/** Gives an account of a world the known password, so that it can sign in for real. */
export async function admit(world: World, ...usernames: string[]): Promise<void> {
  await world.db
    .updateTable('account')
    .set({ passwordHash: await stored, mustChangePassword: 0 })
    .where('username', 'in', usernames)
    .execute();
}

export type ServedWorld = World & { server: RunningServer; visit: () => Visitor };

/** A world that really listens; closing the server closes the world's database with it. */
export async function serveWorld(options: { dialect?: Dialect; clientFolder?: string } = {}): Promise<ServedWorld> {
  const world = await openWorld(options.dialect ? { dialect: options.dialect } : {});
  if (options.clientFolder) world.services.config.clientFolder = options.clientFolder;
  await admit(world, 'admin', 'office');
  const server = await startServer(world.services);
  return { ...world, server, visit: () => visit(server.url), close: server.close };
}
