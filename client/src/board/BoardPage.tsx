import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { mayCall } from '#shared/auth/permissions.ts';
import { addressFromQuery, addressToQuery, type BoardAddress } from '#shared/board/address.ts';
import { noFilter, passes } from '#shared/board/filter.ts';
import { timeOf } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useNow, useSession } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Kbd } from '../kit/Kbd.tsx';
import { Menu } from '../kit/Menu.tsx';
import { Page } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useLine } from '../live/live.ts';
import { useBoardActions } from './actions.ts';
import { Board } from './Board.tsx';
import styles from './BoardPage.module.css';
import { useBoard } from './data.ts';
import { FilterBar } from './FilterBar.tsx';
import { useMoves } from './moves.ts';
import { viewNamed } from './views.ts';

// What opens on demand is loaded on demand, with its words.
const MoveDialogs = lazy(async () => ({ default: (await import('./MoveDialogs.tsx')).MoveDialogs }));

export function BoardPage() {
  const messages = useMessages();
  const { board: words } = messages;
  const board = useBoard();
  const [, navigate] = useLocation();
  const query = useSearch();
  const address = useMemo(() => addressFromQuery(new URLSearchParams(query)), [query]);
  const { filter, lanes } = address;
  const go = (next: BoardAddress) => navigate(`/?${addressToQuery(next)}`, { replace: true });
  const { actor } = useSession();
  const role = actor?.role ?? 'display';
  const view = viewNamed(address.view);
  useBoardActions({ address: { ...address, view: view.name }, onAddress: go, role });
  const moves = useMoves(view, role, board.data);
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
  return (
    <div className={styles.page}>
      <h1 className={styles.hidden}>{words.title}</h1>
      <FilterBar
        cards={board.data.cards}
        address={{ ...address, view: view.name }}
        onAddress={go}
        actions={mayCall(role, 'projects.create') && <AddMenu />}
      />
      {cards.length === 0 && board.data.cards.length > 0 && (
        <div className={styles.none}>
          <EmptyState
            title={words.nothingPasses}
            action={<Button onClick={() => go({ ...address, filter: noFilter })}>{words.clear}</Button>}
          />
        </div>
      )}
      <div className={styles.board}>
        <Board
          {...{ view, cards, role }}
          header={board.data.header}
          allCards={board.data.cards}
          laneKey={lanes}
          onMove={moves.move}
          followRef={moves.follow}
        />
      </div>
      <StatusBar>
        {address.view === 'lamps' && mayCall(role, 'lamps.month') && (
          <Link href="/lamps" className={styles.months}>
            {words.pastMonths}
          </Link>
        )}
      </StatusBar>
      <Suspense fallback={null}>{moves.asking && <MoveDialogs moves={moves} cards={board.data.cards} role={role} />}</Suspense>
    </div>
  );
}

/** What puts projects on the list. */
function AddMenu() {
  const messages = useMessages();
  const { board } = messages;
  const [, navigate] = useLocation();
  return (
    <Menu
      label={board.addProject}
      trigger={<Button icon="plus">{board.addProject}</Button>}
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
  );
}

const statusKeys = ['space', 'across', 'within', 'cancel', 'pick', 'undo'] as const;

/** The keys of the board, and how fresh it is. */
function StatusBar({ children }: { children: ReactNode }) {
  const { board } = useMessages();
  const line = useLine();
  const now = useNow();
  const minutes = Math.floor((Date.now() - line.since) / 60_000);
  return (
    <footer className={styles.status}>
      {statusKeys.map((key) => (
        <span key={key} className={styles.key}>
          <Kbd>{board.keyCaps[key]}</Kbd>
          {board.keys[key]}
        </span>
      ))}
      <span className={styles.grow} />
      {children}
      <span role="status">{line.isUp ? board.synced(timeOf(now)) : board.behind(minutes)}</span>
    </footer>
  );
}
