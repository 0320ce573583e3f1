import { type ComponentType, createElement, type FunctionComponent, lazy, useState } from 'react';
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

/** A part of the page in a file of its own, which may be fetched before it is drawn. */
export type Part<Props> = FunctionComponent<Props> & { ahead: () => Promise<void> };

/**
 * Splits a part of the page off. Fetched ahead it stands at once: what React has to wait for, if only for a moment, it first
 * shows a stand-in for, and then holds back for a third of a second.
 */
export function part<Props extends object>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  let here: ComponentType<Props> | null = null;
  let coming: Promise<ComponentType<Props>> | null = null;
  const come = () => {
    coming ??= fetched(load).then((component) => {
      here = component;
      return component;
    });
    return coming;
  };
  const Later = lazy(async () => ({ default: await come() }));
  // Chosen once: what stands is not built anew because its file has come meanwhile.
  // biome-ignore lint/correctness/noComponentHookFactories: called where modules begin, as lazy is
  const Part = (props: Props) => {
    const [chosen] = useState<ComponentType<Props>>(() => here ?? Later);
    return createElement(chosen, props);
  };
  return Object.assign(Part, { ahead: async () => void (await come()) });
}
