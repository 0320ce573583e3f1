import { useCallback, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { mayCall } from '#shared/auth/permissions.ts';
import type { Card } from '#shared/board/card.ts';
import { type CycleColumn, type CycleCommand, cycleView, isAgendaFull } from '#shared/board/cycle.ts';
import { filterFromQuery, filterToQuery, noFilter, passes } from '#shared/board/filter.ts';
import { timeOf } from '#shared/kit/calendar.ts';
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
import styles from './BoardPage.module.css';
import { CycleBoard } from './CycleBoard.tsx';
import { useBoard } from './data.ts';
import { FilterBar } from './FilterBar.tsx';
import { type Order, undoOf, useCarryOut } from './mutations.ts';
import { WordsDialog } from './WordsDialog.tsx';

export function BoardPage() {
  const messages = useMessages();
  const { board: words } = messages;
  const board = useBoard();
  const { actor } = useSession();
  const [, navigate] = useLocation();
  const query = useSearch();
  const filter = useMemo(() => filterFromQuery(new URLSearchParams(query)), [query]);
  const toast = useToast();
  const carryOut = useCarryOut();
  const [asking, setAsking] = useState<Order | null>(null);
  const latest = useRef(board.data);
  latest.current = board.data;

  const run = useCallback(
    (order: Order, isUndo = false) => {
      const back = undoOf(order, latest.current?.cards ?? []);
      carryOut.mutate(order, {
        onSuccess: () => {
          const undo = () => {
            const card = latest.current?.cards.find((each) => each.id === order.card.id);
            if (card && back && back.type !== 'openReturn') run({ card, command: back }, true);
          };
          toast({ text: words.done[order.command.type], ...(back && !isUndo ? { undo } : {}) });
        },
        onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
      });
    },
    [carryOut.mutate, messages, toast, words],
  );

  const onMove = useCallback(
    (card: Card, from: CycleColumn, to: CycleColumn, above: Card | null) => {
      const outcome = cycleView.drop(card, from, { column: to, above });
      if (outcome === null) return;
      if ('refused' in outcome) {
        toast({ tone: 'failure', text: refusalSentence(outcome.refused, messages) });
        return;
      }
      const command: CycleCommand = outcome;
      if (command.type === 'openReturn') {
        navigate(`/returns?project=${card.id}`);
        return;
      }
      const agendaCount = latest.current?.cards.filter((each) => each.agenda).length ?? 0;
      const needsWords = command.type === 'proposeFlag' || (command.type === 'addToAgenda' && isAgendaFull(agendaCount));
      if (needsWords) setAsking({ card, command });
      else run({ card, command });
    },
    [messages, navigate, run, toast],
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
  const role = actor?.role ?? 'display';
  return (
    <div className={styles.page}>
      <h1 className={styles.hidden}>{words.title}</h1>
      <FilterBar
        cards={board.data.cards}
        filter={filter}
        onFilter={(next) => navigate(`/?${filterToQuery(next)}`, { replace: true })}
        actions={
          mayCall(role, 'projects.create') && (
            <Menu
              label={words.addProject}
              trigger={<Button icon="plus">{words.addProject}</Button>}
              groups={[
                {
                  items: [
                    { key: 'new', label: messages.projects.newTitle, icon: 'plus', onSelect: () => navigate('/projects/new') },
                    { key: 'import', label: messages.imports.title, icon: 'upload', onSelect: () => navigate('/import') },
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
            action={<Button onClick={() => navigate(`/?${filterToQuery(noFilter)}`)}>{words.clear}</Button>}
          />
        </div>
      )}
      <div className={styles.scroller}>
        <CycleBoard
          header={board.data.header}
          all={board.data.cards}
          cards={cards}
          canMove={mayCall(role, 'agenda.add')}
          canReturn={mayCall(role, 'returns.submit')}
          onMove={onMove}
        />
      </div>
      <StatusBar />
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
    </div>
  );
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
