import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test asks for the run's PostgreSQL; asked for the first time, it starts. */
    postgresDesk: string;
  }
}

/** One PostgreSQL serves a whole run, and none is started for a run that never asks for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | null = null;
  const desk = http.createServer((_request, response) => {
    server ??= startPostgres();
    server.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  const { port } = desk.address() as AddressInfo;
  project.provide('postgresDesk', `http://127.0.0.1:${port}`);
  return async () => {
    desk.closeAllConnections();
    desk.close();
    await server?.then(
      (running) => running.stop(),
      () => undefined,
    );
  };
}
