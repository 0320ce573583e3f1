import { useEffect, useRef } from 'react';

/** Something that can be done on the page in hand, or a key that acts there. */
export type Action = {
  id: string;
  label: string;
  /** The caps of its key, in the order in which they are pressed; none where it has no key. */
  keys?: readonly string[];
  /** Null for a key that acts where one stands, on a card or in a cell: it is named in the key map and not run from afar. */
  run: (() => void) | null;
  /** Why it cannot be done now. */
  whyNot?: string | null;
};

/** The actions of one page, or of the frame and so of every page, under its name. */
export type ActionGroup = { title: string; actions: readonly Action[] };

/** As a function it is asked when somebody looks: its words need not be there before. */
type Said = readonly Action[] | (() => readonly Action[]);
type Registered = { title: string; actions: Said; isEverywhere: boolean };

const registered = new Set<{ current: Registered }>();

/**
 * Says what can be done while the component is shown. Both the key map and the palette are drawn from what is said here,
 * so that neither can name what the other does not.
 */
export function useActions(title: string, actions: Said, isEverywhere = false): void {
  const latest = useRef<Registered>({ title, actions, isEverywhere });
  latest.current = { title, actions, isEverywhere };
  useEffect(() => {
    registered.add(latest);
    return () => {
      registered.delete(latest);
    };
  }, []);
}

/** What can be done now: the page's own first, what can be done everywhere last. */
export function actionGroups(): ActionGroup[] {
  return Array.from(registered, ({ current }) => current)
    .sort((a, b) => Number(a.isEverywhere) - Number(b.isEverywhere))
    .map(({ title, actions }) => ({ title, actions: typeof actions === 'function' ? actions() : actions }));
}
