import { setImmediate } from 'node:timers/promises';

const EVERY = 50;

/**
 * Lets the server answer others between the writes of a long change. The embedded database answers at once, without ever
 * giving the event loop a turn: five thousand rows would stop every stream and health check until they are written.
 */
export async function breathe(done: number): Promise<void> {
  if (done % EVERY === 0) await setImmediate();
}
