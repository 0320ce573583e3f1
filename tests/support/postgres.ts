import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
// The import brings the type of what the set-up provides.
import type {} from './setup-postgres.ts';

/** The address of the run's PostgreSQL, which starts when it is asked for the first time. */
async function serverUrl(): Promise<string> {
  const answer = await fetch(inject('postgresDesk'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

/** An empty PostgreSQL database for one test file, and how to be rid of it. */
export type TestDatabase = { url: string; drop: () => Promise<void> };

/** Makes an empty database of a real PostgreSQL. Whatever is not dropped goes with the server at the end of the run. */
export async function createPostgresDatabase(): Promise<TestDatabase> {
  const server = await serverUrl();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await ask(server, `create database ${name} template template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => ask(server, `drop database if exists ${name} with (force)`) };
}

async function ask(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
