import { assertNever } from '../kit/errors.ts';
import { type Id, type IdKind, makeId } from '../kit/ids.ts';
import { keyAfter } from '../kit/rank.ts';
import type { Card } from './card.ts';
import type { BoardCommand } from './commands.ts';
import { entryIn, type OrderedList } from './entries.ts';

const DIGITS = 32;

/** Stands in for the id of a project's record until the server has made the record: the project's own digits under its prefix. */
function coming<Kind extends IdKind>(kind: Kind, { id }: Pick<Card, 'id'>): Id<Kind> {
  return makeId(kind, id.slice(-DIGITS));
}

/** A command that writes something by itself or by its form. */
export type SentCommand = Exclude<BoardCommand, { type: 'openReturn' }>;

/**
 * A command as it goes out. The entry that it is to stand behind may have been only coming when the command was given; by
 * now its card may have the entry itself. `cards` are those of the board as it is now.
 */
export function asSent(command: SentCommand, cards: readonly Card[]): SentCommand {
  if (!('after' in command) || command.after === null) return command;
  const digits = command.after.slice(-DIGITS);
  const above = cards.find(({ id }) => id.endsWith(digits));
  switch (command.type) {
    case 'addToAgenda':
    case 'moveOnAgenda':
      return { ...command, after: above?.agenda?.id ?? command.after };
    case 'nominate':
      return { ...command, after: above?.nomination?.id ?? command.after };
    case 'placeOnRoute':
      return { ...command, after: above?.entry?.id ?? command.after };
    default:
      return assertNever(command);
  }
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
        agenda: {
          id: coming('agendaItem', card),
          orderKey: keyFor('agenda', command.after, card, cards),
          version: 0,
          minutes: 8,
          reason: null,
        },
      };
    case 'moveOnAgenda':
      return card.agenda ? { ...card, agenda: { ...card.agenda, orderKey: keyFor('agenda', command.after, card, cards) } } : card;
    case 'leaveAgenda':
      return { ...card, agenda: null };
    case 'nominate': {
      const orderKey = keyFor(command.kind, command.after, card, cards);
      return {
        ...card,
        nomination: { ...(card.nomination ?? { id: coming('nomination', card), version: 0 }), kind: command.kind, orderKey },
      };
    }
    case 'withdrawNomination':
      return { ...card, nomination: null };
    case 'placeOnRoute': {
      const routeKey = keyFor('route', command.after, card, cards);
      return { ...card, entry: { ...(card.entry ?? { id: coming('entry', card), groupId: '', isScored: false, version: 0 }), routeKey } };
    }
    case 'leaveRoute':
      return { ...card, entry: card.entry && { ...card.entry, routeKey: null } };
    case 'proposeFlag':
      return { ...card, flag: { id: coming('flag', card), colour: command.colour, state: 'proposed', version: 0 } };
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

/** The entries of a project that a command makes or moves, as the server answers with them; null for one that it has taken away. */
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
