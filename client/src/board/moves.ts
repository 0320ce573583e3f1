import { useCallback, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Role } from '#shared/accounts/schema.ts';
import type { BoardSnapshot, Card } from '#shared/board/card.ts';
import type { Picked } from '#shared/board/carry.ts';
import type { BoardCommand } from '#shared/board/commands.ts';
import { overLimit, planTogether, type Staying, type Target } from '#shared/board/together.ts';
import type { View } from '#shared/board/view.ts';
import type { Day } from '#shared/kit/calendar.ts';
import type { Refusal } from '#shared/kit/errors.ts';
import type { Stage } from '#shared/projects/schema.ts';
import { GateRefusal, isToldInWords, whyNotMoveStage } from '#shared/projects/stages.ts';
import { errorSentence, failureOf, refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { newRequestId } from '../app/trpc.ts';
import { useOnItsWay, useToast } from '../kit/Toast.tsx';
import { listsNow } from './lists.ts';
import { type Done, type Order, useCarryOut } from './mutations.ts';

/** What a person was heard to do: moved, asked for words first, refused, or nothing at all. */
export type Heard = 'moved' | 'asked' | 'refused' | 'nothing';

/** Moves cards to a place; what it comes to is heard at once. */
export type OnMove = (picks: readonly Picked[], target: Target) => Heard;

/** A card that stayed, with the sentence why. */
export type Stayed = { card: Card; why: string };

/** What the board is waiting for from its person. */
export type Asking =
  /** `typed` is what was given before and not taken, `failure` why. */
  | { kind: 'words'; command: BoardCommand; picks: readonly Picked[]; target: Target; typed?: string; failure?: string }
  | { kind: 'stage'; card: Card; to: Stage }
  | { kind: 'stages'; to: Stage; asksWords: boolean; picks: readonly Picked[]; target: Target }
  | ({ kind: 'gate'; card: Card } & GateRefusal)
  | { kind: 'report'; title: string; stayed: readonly Stayed[] };

type Given = { words?: string; on?: Day | null };

/** Carries out what a drop comes to in a view, for one card or for several, and takes it back. */
export function useMoves(view: View, role: Role, board: BoardSnapshot | undefined) {
  const messages = useMessages();
  const { board: words } = messages;
  const [, navigate] = useLocation();
  const toast = useToast();
  const onItsWay = useOnItsWay();
  const { carryOut, takeBack } = useCarryOut();
  const [asking, setAsking] = useState<Asking | null>(null);
  /** Where the focus goes with a card that was moved or put back. */
  const follow = useRef<(card: Card, column: string) => void>(() => undefined);
  const latest = useRef(board);
  latest.current = board;

  const tellStayed = useCallback(
    (stayed: readonly Stayed[], picked: number, title: string) => {
      const [only] = stayed;
      if (only && picked === 1) toast({ tone: 'failure', text: only.why });
      else if (only) setAsking({ kind: 'report', title, stayed });
    },
    [toast],
  );
  const whyOf = useCallback(({ card, refused }: Staying): Stayed => ({ card, why: refusalSentence(refused, messages) }), [messages]);

  const undo = useCallback(
    async (moved: readonly Done[]) => {
      const stayed: Stayed[] = [];
      for (const done of [...moved].reverse()) {
        try {
          await takeBack(done);
        } catch (error) {
          stayed.push({ card: done.card, why: errorSentence(error, messages) });
        }
      }
      const [first] = moved;
      if (first) follow.current(first.card, first.from);
      if (stayed.length < moved.length) toast({ text: words.undone(moved.length - stayed.length) });
      tellStayed(stayed, moved.length, words.notUndone(stayed.length));
    },
    [messages, takeBack, tellStayed, toast, words],
  );

  const carryAll = useCallback(
    async (picks: readonly Picked[], target: Target, given: Given = {}) => {
      const moved: Done[] = [];
      const stayed: Stayed[] = [];
      const full: Picked[] = [];
      let type: BoardCommand['type'] | null = null;
      let tried: Extract<Asking, { kind: 'words' }> | null = null;
      let { above } = target;
      for (const pick of picks) {
        const held = latest.current;
        const card = held?.cards.find((each) => each.id === pick.card.id);
        if (!held || !card) continue;
        const { going, staying } = planTogether(view, [{ card, from: pick.from }], { column: target.column, above }, role);
        stayed.push(...staying.map(whyOf));
        const command = going[0]?.command;
        if (!command || command.type === 'openReturn') continue;
        const { lampMonth: month, meeting } = held.header;
        const order: Order = { card, command, month, seriesId: meeting.seriesId, requestId: newRequestId(), ...given };
        if (given.words && command.type !== 'moveStage') tried = { kind: 'words', command, picks, target };
        try {
          const entries = await carryOut(order);
          moved.push({ card, from: pick.from, requestId: order.requestId, entries });
          above = { ...card, ...entries };
          type = command.type;
        } catch (error) {
          // Somebody else was faster, and the agenda has filled up meanwhile: now it takes a word why.
          if (failureOf(error)?.details.reason === 'agenda-full') full.push(pick);
          else stayed.push({ card, why: errorSentence(error, messages) });
        }
      }
      if (type) {
        const text = moved.length === 1 ? words.done[type] : words.movedTogether(moved.length);
        toast({ text, undo: () => void undo(moved) });
      }
      const [first] = full;
      if (first) {
        const command: BoardCommand = { type: 'addToAgenda', projectId: first.card.id, after: null };
        setAsking({ kind: 'words', command, picks: full, target: { ...target, above } });
      }
      const [only] = stayed;
      // One card that stayed with its words: they are not typed again.
      if (given.words && only && picks.length === 1 && tried) setAsking({ ...tried, typed: given.words, failure: only.why });
      else tellStayed(stayed, picks.length, words.notMoved(stayed.length));
    },
    [carryOut, messages, role, tellStayed, toast, undo, view, whyOf, words],
  );
  const run = useCallback(
    (picks: readonly Picked[], target: Target, given?: Given): Promise<void> => {
      const act = carryAll(picks, target, given);
      onItsWay(act);
      return act;
    },
    [carryAll, onItsWay],
  );

  const refuse = useCallback(
    (card: Card, refused: Refusal) => {
      const gate = GateRefusal.safeParse(refused).data;
      if (gate) setAsking({ kind: 'gate', card, ...gate });
      else toast({ tone: 'failure', text: refusalSentence(refused, messages) });
    },
    [messages, toast],
  );

  const move: OnMove = useCallback(
    (picks, target) => {
      const { going, staying } = planTogether(view, picks, target, role);
      const [first] = going;
      if (!first) {
        const [only] = staying;
        if (!only) return 'nothing';
        if (staying.length === 1) refuse(only.card, only.refused);
        else tellStayed(staying.map(whyOf), picks.length, words.notMoved(staying.length));
        return 'refused';
      }
      const { command, card } = first;
      if (command.type === 'openReturn') {
        navigate(`/returns?project=${card.id}`);
        return 'asked';
      }
      if (command.type === 'moveStage') {
        const { to } = command;
        const asksWords = going.some((each) => asksForWords(each.card, to, role));
        setAsking(picks.length === 1 ? { kind: 'stage', card, to } : { kind: 'stages', to, asksWords, picks, target });
        return 'asked';
      }
      if (takesWords(going, view, target.column, latest.current)) {
        setAsking({ kind: 'words', command, picks, target });
        return 'asked';
      }
      void run(picks, target);
      return 'moved';
    },
    [navigate, refuse, role, run, tellStayed, view, whyOf, words],
  );

  /** A stage that the form has moved is taken back like everything else. */
  const movedStage = useCallback(
    (card: Card, requestId: string) => {
      const moved: Done[] = [{ card, from: card.stage, requestId, entries: {} }];
      toast({ text: words.done.moveStage, undo: () => void undo(moved) });
    },
    [toast, undo, words],
  );

  const close = useCallback(() => setAsking(null), []);
  return { move, run, asking, close, movedStage, follow };
}

function asksForWords(card: Card, to: Stage, role: Role): boolean {
  const refusal = whyNotMoveStage({ ...card, reason: null, evidenceNote: null }, to, role);
  return refusal?.missing.some(isToldInWords) ?? false;
}

/** How many cards, and on the agenda matters, stand in a column now. */
export function countIn(view: View, column: string, board: BoardSnapshot | undefined): number {
  if (!board) return 0;
  const matters = column === 'agenda' ? board.header.meeting.matters.length : 0;
  return (listsNow(board.cards, view)[column] ?? []).length + matters;
}

/** Whether a move needs a word why: a flag, a lamp set by hand, more items than a meeting takes. */
function takesWords(going: readonly { command: BoardCommand }[], view: View, column: string, board: BoardSnapshot | undefined): boolean {
  const commands = going.map(({ command }) => command);
  if (commands.some(({ type }) => type === 'proposeFlag' || type === 'overrideLamp')) return true;
  const limit = view.limitOf?.(column) ?? null;
  return limit !== null && overLimit(commands, limit, countIn(view, column, board)) > 0;
}
