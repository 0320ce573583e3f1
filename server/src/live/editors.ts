import { z } from 'zod';
import { closed, Editor, heardOf } from '#shared/live/editing.ts';
import { systemRandom } from '../kit/random.ts';
import type { Hub } from './hub.ts';

/** Who has which project's form open, in this server's memory; other servers are told in passing. */
export type Editors = {
  all: () => readonly Editor[];
  /** Somebody opened a form, or has it open still. */
  hear: (editor: Editor) => void;
  close: (form: Pick<Editor, 'projectId' | 'accountId'>) => void;
};

const Said = z.discriminatedUnion('isOpen', [
  z.object({ from: z.string(), isOpen: z.literal(true), editor: Editor }),
  z.object({ from: z.string(), isOpen: z.literal(false), editor: Editor.pick({ projectId: true, accountId: true }) }),
]);
type Said = z.infer<typeof Said>;

const TOPIC = 'editing:';

export function keepEditors(hub: Hub): Editors {
  const own = systemRandom.hex(16);
  let editors: readonly Editor[] = [];

  function take(said: Said): void {
    editors = said.isOpen ? heardOf(editors, said.editor) : closed(editors, said.editor);
  }

  function say(said: Said): void {
    take(said);
    hub.wake(`${TOPIC}${JSON.stringify(said)}`);
  }

  // A word that is lost costs little: what is open is said again soon, what is closed ends by itself.
  hub.on((topic) => {
    const said = topic.startsWith(TOPIC) ? Said.safeParse(JSON.parse(topic.slice(TOPIC.length))).data : null;
    if (said && said.from !== own) take(said);
  });

  return {
    all: () => editors,
    hear: (editor) => say({ from: own, isOpen: true, editor }),
    close: ({ projectId, accountId }) => say({ from: own, isOpen: false, editor: { projectId, accountId } }),
  };
}
