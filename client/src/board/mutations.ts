import { useMutation, useQueryClient } from '@tanstack/react-query';
import { applyCommand } from '#shared/board/apply.ts';
import type { Card } from '#shared/board/card.ts';
import type { PlainCommand } from '#shared/board/commands.ts';
import type { Month } from '#shared/kit/calendar.ts';
import { assertNever, DomainError } from '#shared/kit/errors.ts';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { usePatchCard } from './data.ts';

/** A command with what only a person can add to it; `month` is the one whose lamps the card shows. */
export type Order = { card: Card; command: PlainCommand; month: Month; words?: string };

/**
 * Carries out a command of the board. The card moves at once; where the server refuses, the fields that moved
 * go back to what they were, and nothing else does.
 */
export function useCarryOut() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const patch = usePatchCard();
  return useMutation({
    mutationFn: (order: Order) => send(client, order),
    onMutate: ({ card, command }: Order) => {
      patch(card.id, (current, cards) => applyCommand(current, command, cards));
    },
    onError: (_error, { card }: Order) => {
      const { agenda, nomination, entry, flag, lamp, isOverridden } = card;
      patch(card.id, (current) => ({ ...current, agenda, nomination, entry, flag, lamp, isOverridden }));
      // Somebody else may have been faster: what stands now is asked for again.
      void queryClient.invalidateQueries({ queryKey: trpc.board.snapshot.queryKey() });
    },
  });
}

type Client = ReturnType<typeof useTRPCClient>;

async function send(client: Client, { card, command, month, words }: Order): Promise<unknown> {
  const { projectId } = command;
  switch (command.type) {
    case 'addToAgenda':
      return client.agenda.add.mutate({ projectId, after: command.after, ...(words ? { overLimitReason: words } : {}) });
    case 'moveOnAgenda':
      return client.agenda.move.mutate({ ...known(card.agenda), after: command.after });
    case 'leaveAgenda':
      return client.agenda.remove.mutate(known(card.agenda));
    case 'nominate':
      return client.bulletins.nominate.mutate({ projectId, kind: command.kind, after: command.after });
    case 'withdrawNomination':
      return client.bulletins.withdrawNomination.mutate({ projectId });
    case 'placeOnRoute':
      return card.entry?.routeKey
        ? client.inspections.moveStop.mutate({ ...known(card.entry), after: command.after })
        : client.inspections.addStop.mutate({ projectId, after: command.after });
    case 'leaveRoute':
      return client.inspections.removeStop.mutate(known(card.entry));
    case 'proposeFlag':
      return client.flags.propose.mutate({ projectId, colour: command.colour, basis: words ?? '' });
    case 'withdrawFlag':
      return client.flags.withdraw.mutate(known(card.flag));
    case 'overrideLamp':
      return client.lamps.override.mutate({ projectId, month, lamp: command.lamp, reason: words ?? '' });
    case 'withdrawOverride':
      return client.lamps.withdrawOverride.mutate({ projectId, month });
    default:
      return assertNever(command);
  }
}

function known<Entry extends { id: string; version: number }>(entry: Entry | null): Pick<Entry, 'id' | 'version'> {
  if (!entry) throw new DomainError('NOT_FOUND', {});
  return { id: entry.id, version: entry.version };
}

/** The command that takes another one back; null where a person has to do it again with words. */
export function undoOf({ card, command }: Order, cards: readonly Card[]): PlainCommand | null {
  const projectId = card.id;
  switch (command.type) {
    case 'addToAgenda':
      return { type: 'leaveAgenda', projectId };
    case 'moveOnAgenda':
      return { type: 'moveOnAgenda', projectId, after: aboveOf(card.agenda, cards, (each) => each.agenda) };
    case 'leaveAgenda':
      return { type: 'addToAgenda', projectId, after: aboveOf(card.agenda, cards, (each) => each.agenda) };
    case 'nominate':
    case 'withdrawNomination':
      return card.nomination
        ? {
            type: 'nominate',
            projectId,
            kind: card.nomination.kind,
            after: aboveOf(card.nomination, cards, (each) => (each.nomination?.kind === card.nomination?.kind ? each.nomination : null)),
          }
        : { type: 'withdrawNomination', projectId };
    case 'placeOnRoute':
    case 'leaveRoute':
      return card.entry?.routeKey
        ? { type: 'placeOnRoute', projectId, after: aboveOf(onRoute(card), cards, onRoute) }
        : { type: 'leaveRoute', projectId };
    case 'proposeFlag':
      return card.flag ? null : { type: 'withdrawFlag', projectId };
    case 'withdrawFlag':
      return null;
    case 'overrideLamp':
      return card.isOverridden ? null : { type: 'withdrawOverride', projectId };
    case 'withdrawOverride':
      return null;
    default:
      return assertNever(command);
  }
}

function onRoute({ entry }: Card) {
  return entry?.routeKey ? { id: entry.id, orderKey: entry.routeKey } : null;
}

/** The entry that stood above, as the card was before the command. */
function aboveOf<Entry extends { id: string; orderKey: string }>(
  own: Entry | null,
  cards: readonly Card[],
  entryOf: (card: Card) => Entry | null,
): Entry['id'] | null {
  let above: Entry | null = null;
  for (const card of cards) {
    const entry = entryOf(card);
    if (own && entry && entry.id !== own.id && entry.orderKey < own.orderKey && (!above || entry.orderKey > above.orderKey)) above = entry;
  }
  return above?.id ?? null;
}
