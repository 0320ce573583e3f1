import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { pause } from './pause.ts';

const AGAIN_AFTER_MS = 2_000;

/**
 * What is fetched from the build when it is needed. A line that is down is waited for, as a page waits for its data: a file
 * that did not come must not take down what already stands.
 */
export async function fetched<Value>(load: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await load();
    } catch {
      await pause(AGAIN_AFTER_MS);
    }
  }
}

/** A part of the page in a file of its own. */
export function part<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await fetched(load) }));
}
