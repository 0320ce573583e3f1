import type { PlannedRow, RowWrite } from '#shared/imports/planned.ts';
import type { RowPlace } from '#shared/imports/schema.ts';
import type { Id, IdKind } from '#shared/kit/ids.ts';
import type { Tx } from '../db/tables.ts';
import type * as events from '../events/store.ts';
import type { Reach } from '../trpc.ts';

/** Who applies, when, and where new ids come from. */
export type Applier = events.Witness & { newId: <Kind extends IdKind>(kind: Kind) => Id<Kind> };

/** An application under way; `log` appends an event and notes the row that it came from, for undoing. */
export type Writing = {
  tx: Tx;
  applier: Applier;
  reach: Reach;
  /** The file's name. */
  source: string;
  log: (place: RowPlace, happening: events.Happening) => Promise<void>;
};

/** A row that can be used, with what applying it writes. */
export type Chosen = PlannedRow & { write: RowWrite };
