import { assertNever } from '../kit/errors.ts';
import { type Id, type IdKind, makeId } from '../kit/ids.ts';
import { keyAfter } from '../kit/rank.ts';
import type { Card } from './card.ts';
import type { BoardCommand } from './commands.ts';
import { entryIn, type OrderedList } from './entries.ts';

/** Stands in for a record's id until the server has made the record. */
function coming<Kind extends IdKind>(kind: Kind): Id<Kind> {
  return makeId(kind, '0'.repeat(32));
}

/**
 * The card as it will be once a command is carried out: what the page shows at once, before the server has said yes.
 * `cards` are the others of the board, for the order.
 */
export function applyCommand(card: Card, command: BoardCommand, cards: Iterable<Card>): Card {
  switch (command.type) {
    case 'openReturn':
    case 'moveStage':
      return card;
    case 'addToAgenda':
      return {
        ...card,
        agenda: { id: coming('agendaItem'), orderKey: keyFor('agenda', command.after, card, cards), version: 0, minutes: 8, reason: null },
      };
    case 'moveOnAgenda':
      return card.agenda ? { ...card, agenda: { ...card.agenda, orderKey: keyFor('agenda', command.after, card, cards) } } : card;
    case 'leaveAgenda':
      return { ...card, agenda: null };
    case 'nominate': {
      const orderKey = keyFor(command.kind, command.after, card, cards);
      return { ...card, nomination: { ...(card.nomination ?? { id: coming('nomination'), version: 0 }), kind: command.kind, orderKey } };
    }
    case 'withdrawNomination':
      return { ...card, nomination: null };
    case 'placeOnRoute': {
      const routeKey = keyFor('route', command.after, card, cards);
      return { ...card, entry: { ...(card.entry ?? { id: coming('entry'), groupId: '', isScored: false, version: 0 }), routeKey } };
    }
    case 'leaveRoute':
      return { ...card, entry: card.entry && { ...card.entry, routeKey: null } };
    case 'proposeFlag':
      return { ...card, flag: { id: coming('flag'), colour: command.colour, state: 'proposed', version: 0 } };
    case 'withdrawFlag':
      return { ...card, flag: null };
    case 'overrideLamp':
      return { ...card, lamp: command.lamp, isOverridden: true };
    case 'withdrawOverride':
      return { ...card, lamp: card.ruleLamp, isOverridden: false, overrideReason: null };
    default:
      return assertNever(command);
  }
}

function keyFor(column: OrderedList, after: string | null, moving: Card, cards: Iterable<Card>) {
  const entries = [];
  for (const card of cards) {
    const entry = entryIn(column, card);
    if (entry) entries.push(entry);
  }
  return keyAfter(entries, after, entryIn(column, moving)?.id ?? null);
}

/** The entries of a project that a command makes or moves, as the server answers with them. */
export type SettledEntries = Partial<Pick<Card, 'agenda' | 'nomination' | 'entry' | 'flag'>>;

/** The card once the server has said what its entry is: what was heard of it meanwhile and is newer stays. */
export function settled(card: Card, entries: SettledEntries): Card {
  const newer = <Entry extends { id: string; version: number }>(held: Entry | null, given: Entry | null | undefined): Entry | null => {
    if (!given) return held;
    return held && held.id === given.id && held.version > given.version ? held : given;
  };
  return {
    ...card,
    agenda: newer(card.agenda, entries.agenda),
    nomination: newer(card.nomination, entries.nomination),
    entry: newer(card.entry, entries.entry),
    flag: newer(card.flag, entries.flag),
  };
}
