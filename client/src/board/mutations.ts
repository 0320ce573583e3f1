import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { applyCommand, asSent, type SentCommand, type SettledEntries, settled } from '#shared/board/apply.ts';
import type { Card } from '#shared/board/card.ts';
import { agendaEntry, flagEntry, nominationEntry, stopEntry } from '#shared/board/entries.ts';
import type { Day, Month } from '#shared/kit/calendar.ts';
import { assertNever, DomainError } from '#shared/kit/errors.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Stage } from '#shared/projects/schema.ts';
import { whyNotMoveStage } from '#shared/projects/stages.ts';
import { useTRPC, useTRPCClient } from '../app/trpc.ts';
import { useHeldCards } from './data.ts';

/**
 * A command with what only a person can add to it: words, a stage's day. `month` is the one whose lamps the card shows,
 * `requestId` names the act, so that it can be taken back.
 */
export type Order = {
  card: Card;
  command: SentCommand;
  month: Month;
  /** Whose agenda the board shows. */
  seriesId: Id<'meetingSeries'>;
  requestId: string;
  words?: string;
  on?: Day | null;
};

/** A move that was carried out: the card as it was before, and the request by which it is taken back. */
export type Done = { card: Card; from: string; requestId: string; entries: SettledEntries };

/** What one person does to the board goes out in one line. */
const LINE = { id: 'board' };

/**
 * Carries out commands of the board and takes them back, one after another, each on the version that the one before has
 * left: whoever is faster than the line is not taken for two people. The card moves at once and stays where the last of its
 * orders puts it; where the server refuses one, the fields that moved go back to what they were, and nothing else does.
 */
export function useCarryOut() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const held = useHeldCards();
  /** What the orders before have left of a card, while others of it are waiting. */
  const left = useRef(new Map<Card['id'], SettledEntries>());
  const waiting = useRef<readonly Order[]>([]);
  /** The card is what it has come to, with what is still waiting done to it. */
  const come = (id: Card['id'], to: (card: Card) => Card) => {
    const next = waiting.current.filter(({ card }) => card.id === id);
    if (next.length === 0) left.current.delete(id);
    held.patch(id, (current, cards) => next.reduce((card, { command }) => applyCommand(card, asSent(command, cards), cards), to(current)));
  };
  const leave = (id: Card['id'], entries: SettledEntries) => {
    left.current.set(id, { ...left.current.get(id), ...entries });
    come(id, (card) => settled(card, entries));
  };
  const fail = (id: Card['id'], to: (card: Card) => Card) => {
    come(id, to);
    // Somebody else may have been faster: what stands now is asked for again.
    void queryClient.invalidateQueries({ queryKey: trpc.board.snapshot.queryKey() });
  };
  const end = (order: Order) => {
    waiting.current = waiting.current.filter((one) => one !== order);
  };
  const { mutateAsync: carryOut } = useMutation({
    scope: LINE,
    mutationFn: (order: Order) => {
      const card = settled(order.card, left.current.get(order.card.id) ?? {});
      return send(client, { ...order, card, command: asSent(order.command, held.cards()) });
    },
    onMutate: (order: Order) => {
      waiting.current = [...waiting.current, order];
      held.patch(order.card.id, (current, cards) => applyCommand(current, asSent(order.command, cards), cards));
    },
    onSuccess: (entries, order: Order) => {
      end(order);
      leave(order.card.id, entries);
    },
    onError: (_error, order: Order) => {
      const known = left.current.get(order.card.id) ?? {};
      end(order);
      fail(order.card.id, (card) => settled({ ...card, ...movable(order.card) }, known));
    },
  });
  /** The card is at once as it was, and the server says whether somebody has changed it since. */
  const { mutateAsync: takeBack } = useMutation({
    scope: LINE,
    mutationFn: ({ card, requestId }: Done) => client.board.undo.mutate({ projectId: card.id, requestId }),
    onMutate: ({ card }: Done) => {
      const before = held.cards().find(({ id }) => id === card.id);
      held.patch(card.id, (current) => ({ ...current, ...movable(card) }));
      return before && movable(before);
    },
    onSuccess: ({ entries }, { card }: Done) => leave(card.id, entries),
    onError: (_error, { card }: Done, before) => fail(card.id, (current) => ({ ...current, ...before })),
  });
  return { carryOut, takeBack };
}

/** What a move on the board may change of a card at once. */
function movable({ agenda, nomination, entry, flag, lamp, isOverridden, stage }: Card) {
  return { agenda, nomination, entry, flag, lamp, isOverridden, stage };
}

type Client = ReturnType<typeof useTRPCClient>;

async function send(client: Client, { card, command, month, seriesId, words, on, requestId }: Order): Promise<SettledEntries> {
  const { projectId } = command;
  const named = { context: { requestId } };
  switch (command.type) {
    case 'addToAgenda': {
      const input = { seriesId, projectId, after: command.after, ...(words ? { overLimitReason: words } : {}) };
      return { agenda: agendaEntry(await client.agenda.add.mutate(input, named)) };
    }
    case 'moveOnAgenda':
      return { agenda: agendaEntry(await client.agenda.move.mutate({ ...known(card.agenda), after: command.after }, named)) };
    case 'leaveAgenda':
      await client.agenda.remove.mutate(known(card.agenda), named);
      return { agenda: null };
    case 'nominate': {
      const nomination = await client.bulletins.nominate.mutate({ projectId, kind: command.kind, after: command.after }, named);
      return { nomination: nominationEntry(nomination) };
    }
    case 'withdrawNomination':
      await client.bulletins.withdrawNomination.mutate({ projectId }, named);
      return { nomination: null };
    case 'placeOnRoute': {
      const entry = card.entry?.routeKey
        ? await client.inspections.moveStop.mutate({ ...known(card.entry), after: command.after }, named)
        : await client.inspections.addStop.mutate({ projectId, after: command.after }, named);
      return { entry: stopEntry(entry, card.entry?.isScored ?? false) };
    }
    case 'leaveRoute':
      await client.inspections.removeStop.mutate(known(card.entry), named);
      return { entry: null };
    case 'proposeFlag': {
      const flag = await client.flags.propose.mutate({ projectId, colour: command.colour, basis: words ?? '' }, named);
      return { flag: flagEntry(flag) };
    }
    case 'withdrawFlag':
      await client.flags.withdraw.mutate(known(card.flag), named);
      return { flag: null };
    case 'overrideLamp':
      await client.lamps.override.mutate({ projectId, month, lamp: command.lamp, reason: words ?? '' }, named);
      return {};
    case 'withdrawOverride':
      await client.lamps.withdrawOverride.mutate({ projectId, month }, named);
      return {};
    case 'moveStage': {
      const told = words ? { [toldAs(card, command.to)]: words } : {};
      await client.projects.moveStage.mutate({ id: card.id, version: card.version, to: command.to, ...(on ? { on } : {}), ...told }, named);
      return {};
    }
    default:
      return assertNever(command);
  }
}

/** What a stage's words are: what 达效 rests on, or why. */
function toldAs(card: Card, to: Stage): 'evidenceNote' | 'reason' {
  const refusal = whyNotMoveStage({ ...card, reason: null, evidenceNote: null }, to, 'office');
  return refusal?.missing.includes('evidence-note-missing') ? 'evidenceNote' : 'reason';
}

function known<Entry extends { id: string; version: number }>(entry: Entry | null): Pick<Entry, 'id' | 'version'> {
  if (!entry) throw new DomainError('NOT_FOUND', {});
  return { id: entry.id, version: entry.version };
}
