import type { NominationKind } from '../bulletins/schema.ts';
import type { FlagColour } from '../flags/schema.ts';
import type { Id } from '../kit/ids.ts';
import type { Lamp } from '../lamps/schema.ts';
import type { Stage } from '../projects/schema.ts';
import type { Card } from './card.ts';

/**
 * What a drop writes, whichever view it fell on. `after` is the entry that it is to stand behind, null the first place.
 * `openReturn` and `moveStage` write nothing by themselves: they open the form that asks for what only a person knows.
 */
export type BoardCommand =
  | { type: 'openReturn'; projectId: Card['id'] }
  | { type: 'addToAgenda'; projectId: Card['id']; after: Id<'agendaItem'> | null }
  | { type: 'moveOnAgenda'; projectId: Card['id']; after: Id<'agendaItem'> | null }
  | { type: 'leaveAgenda'; projectId: Card['id'] }
  | { type: 'nominate'; projectId: Card['id']; kind: NominationKind; after: Id<'nomination'> | null }
  | { type: 'withdrawNomination'; projectId: Card['id'] }
  | { type: 'placeOnRoute'; projectId: Card['id']; after: Id<'entry'> | null }
  | { type: 'leaveRoute'; projectId: Card['id'] }
  | { type: 'proposeFlag'; projectId: Card['id']; colour: FlagColour }
  | { type: 'withdrawFlag'; projectId: Card['id'] }
  | { type: 'overrideLamp'; projectId: Card['id']; lamp: Lamp }
  | { type: 'withdrawOverride'; projectId: Card['id'] }
  | { type: 'moveStage'; projectId: Card['id']; to: Stage };
