import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { mayCall } from '#shared/auth/permissions.ts';
import { addressFromQuery, addressToQuery, type BoardAddress } from '#shared/board/address.ts';
import type { Card } from '#shared/board/card.ts';
import type { PlainCommand } from '#shared/board/commands.ts';
import { cycleView, isAgendaFull } from '#shared/board/cycle.ts';
import { noFilter, passes } from '#shared/board/filter.ts';
import { flagView } from '#shared/board/flags.ts';
import { lampView } from '#shared/board/lamps.ts';
import { stageView } from '#shared/board/stage.ts';
import type { View } from '#shared/board/view.ts';
import { timeOf } from '#shared/kit/calendar.ts';
import type { Refusal } from '#shared/kit/errors.ts';
import type { Stage } from '#shared/projects/schema.ts';
import { GateRefusal } from '#shared/projects/stages.ts';
import { errorSentence, refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useNow, useSession } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Kbd } from '../kit/Kbd.tsx';
import { Menu } from '../kit/Menu.tsx';
import { Page } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useLine } from '../live/live.ts';
import { useBoardActions } from './actions.ts';
import type { OnMove } from './Board.tsx';
import styles from './BoardPage.module.css';
import { CycleBoard } from './CycleBoard.tsx';
import { useBoard } from './data.ts';
import { FilterBar } from './FilterBar.tsx';
import { FlagBoard } from './FlagBoard.tsx';
import { LampBoard } from './LampBoard.tsx';
import { type Order, undoOf, useCarryOut } from './mutations.ts';
import { StageBoard } from './StageBoard.tsx';

// What opens on demand is loaded on demand, with its words.
const GateDialog = lazy(async () => ({ default: (await import('../projects/GateDialog.tsx')).GateDialog }));
const StageDialog = lazy(async () => ({ default: (await import('../projects/StageDialog.tsx')).StageDialog }));
const WordsDialog = lazy(async () => ({ default: (await import('./WordsDialog.tsx')).WordsDialog }));

export function BoardPage() {
  const messages = useMessages();
  const { board: words } = messages;
  const board = useBoard();
  const [, navigate] = useLocation();
  const query = useSearch();
  const address = useMemo(() => addressFromQuery(new URLSearchParams(query)), [query]);
  const { filter } = address;
  const go = (next: BoardAddress) => navigate(`/?${addressToQuery(next)}`, { replace: true });
  const { actor } = useSession();
  const role = actor?.role ?? 'display';
  useBoardActions({ address, onAddress: go, role });
  const toast = useToast();
  const carryOut = useCarryOut();
  const [asking, setAsking] = useState<Order | null>(null);
  const [gate, setGate] = useState<({ card: Card } & GateRefusal) | null>(null);
  const [staging, setStaging] = useState<{ card: Card; to: Stage } | null>(null);
  const latest = useRef(board.data);
  latest.current = board.data;

  const run = useCallback(
    (order: Order, isUndo = false) => {
      const back = undoOf(order, latest.current?.cards ?? []);
      carryOut.mutate(order, {
        onSuccess: () => {
          const undo = () => {
            const card = latest.current?.cards.find((each) => each.id === order.card.id);
            if (card && back) run({ ...order, card, command: back }, true);
          };
          toast({ text: words.done[order.command.type], ...(back && !isUndo ? { undo } : {}) });
        },
        onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
      });
    },
    [carryOut.mutate, messages, toast, words],
  );

  const month = board.data?.header.lampMonth;
  const refuse = useCallback(
    (card: Card, refused: Refusal<string>) => {
      const gate = GateRefusal.safeParse(refused).data;
      if (gate) setGate({ card, ...gate });
      else toast({ tone: 'failure', text: refusalSentence(refused, messages) });
    },
    [messages, toast],
  );
  /** What a drop comes to in any view: a refusal in words, a form to fill, or a command that is carried out. */
  const onMoveIn = useCallback(
    <Name extends string>(view: View<Name>): OnMove<Name> =>
      (card, from, to, above) => {
        const command = view.drop(card, from, { column: to, above }, role);
        if (command === null || !month) return;
        if ('refused' in command) refuse(card, command.refused);
        else if (command.type === 'openReturn') navigate(`/returns?project=${card.id}`);
        else if (command.type === 'moveStage') setStaging({ card, to: command.to });
        else if (takesWords(command, latest.current?.cards ?? [])) setAsking({ card, command, month });
        else run({ card, command, month });
      },
    [month, navigate, refuse, role, run],
  );

  const moves = useMemo(
    () => ({ cycle: onMoveIn(cycleView), stage: onMoveIn(stageView), lamps: onMoveIn(lampView), flags: onMoveIn(flagView) }),
    [onMoveIn],
  );

  const cards = useMemo(() => board.data?.cards.filter((card) => passes(filter, card)) ?? [], [board.data, filter]);

  if (board.isPending) {
    return (
      <Page>
        <Skeleton label={words.loading} />
      </Page>
    );
  }
  if (!board.data) {
    const again = <Button onClick={() => void board.refetch()}>{words.again}</Button>;
    return (
      <Page>
        <EmptyState title={words.loadFailed} hint={board.error ? errorSentence(board.error, messages) : null} action={again} />
      </Page>
    );
  }
  const canReturn = mayCall(role, 'returns.submit');
  const plain = { cards, laneKey: address.lanes, role, canReturn };
  return (
    <div className={styles.page}>
      <h1 className={styles.hidden}>{words.title}</h1>
      <FilterBar
        cards={board.data.cards}
        address={address}
        onAddress={go}
        actions={
          mayCall(role, 'projects.create') && (
            <Menu
              label={words.addProject}
              trigger={<Button icon="plus">{words.addProject}</Button>}
              groups={() => [
                {
                  items: [
                    { key: 'new', label: messages.projects.newTitle, icon: 'plus', onSelect: () => navigate('/projects/new') },
                    { key: 'import', label: messages.imports.title, icon: 'upload', onSelect: () => navigate('/import') },
                    { key: 'carry', label: messages.projects.carry.title, icon: 'arrow', onSelect: () => navigate('/projects/carry') },
                  ],
                },
              ]}
            />
          )
        }
      />
      {cards.length === 0 && board.data.cards.length > 0 && (
        <div className={styles.none}>
          <EmptyState
            title={words.nothingPasses}
            action={<Button onClick={() => go({ ...address, filter: noFilter })}>{words.clear}</Button>}
          />
        </div>
      )}
      <div className={styles.scroller}>
        {address.view === 'cycle' && (
          <CycleBoard
            header={board.data.header}
            all={board.data.cards}
            {...{ cards, role, canReturn }}
            canMove={mayCall(role, 'agenda.add')}
            onMove={moves.cycle}
          />
        )}
        {address.view === 'stage' && <StageBoard {...plain} canMove={mayCall(role, 'projects.moveStage')} onMove={moves.stage} />}
        {address.view === 'lamps' && <LampBoard {...plain} canMove={mayCall(role, 'lamps.override')} onMove={moves.lamps} />}
        {address.view === 'flags' && <FlagBoard {...plain} canMove={mayCall(role, 'flags.propose')} onMove={moves.flags} />}
      </div>
      <StatusBar />
      <Suspense fallback={null}>
        {gate && <GateDialog project={gate.card} to={gate.to} missing={gate.missing} role={role} onClose={() => setGate(null)} />}
        {staging && (
          <StageDialog
            project={board.data.cards.find((card) => card.id === staging.card.id) ?? staging.card}
            to={staging.to}
            role={role}
            onClose={() => setStaging(null)}
          />
        )}
        {asking && (
          <WordsDialog
            order={asking}
            onClose={() => setAsking(null)}
            onWords={(typed) => {
              setAsking(null);
              run({ ...asking, words: typed });
            }}
          />
        )}
      </Suspense>
    </div>
  );
}

/** Whether a command needs a word why: a flag, a lamp set by hand, one item more than a meeting takes. */
function takesWords(command: PlainCommand, cards: readonly Card[]): boolean {
  switch (command.type) {
    case 'proposeFlag':
    case 'overrideLamp':
      return true;
    case 'addToAgenda':
      return isAgendaFull(cards.filter((card) => card.agenda).length);
    default:
      return false;
  }
}

/** The keys of the board, and how fresh it is. */
function StatusBar() {
  const { board } = useMessages();
  const line = useLine();
  const now = useNow();
  const minutes = Math.floor((Date.now() - line.since) / 60_000);
  return (
    <footer className={styles.status}>
      {(['space', 'across', 'within', 'cancel'] as const).map((key) => (
        <span key={key} className={styles.key}>
          <Kbd>{board.keyCaps[key]}</Kbd>
          {board.keys[key === 'space' ? 'lift' : key]}
        </span>
      ))}
      <span className={styles.grow} />
      <span role="status">{line.isUp ? board.synced(timeOf(now)) : board.behind(minutes)}</span>
    </footer>
  );
}
