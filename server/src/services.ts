import type { DenialCounter } from './auth/denials.ts';
import type { RememberedSessions } from './auth/remembered.ts';
import type { KeptBoards } from './board/kept.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Store } from './db/open.ts';
import type { FileStore } from './files/folder.ts';
import type { Random } from './kit/random.ts';
import type { Editors } from './live/editors.ts';
import type { Hub } from './live/hub.ts';

/** Everything that lives as long as the server does. */
export type Services = {
  config: Config;
  store: Store;
  files: FileStore;
  hub: Hub;
  editors: Editors;
  clock: Clock;
  random: Random;
  denials: DenialCounter;
  boards: KeptBoards;
  sessions: RememberedSessions;
};
