import { type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { addressFromQuery, addressToQuery, type BoardAddress, lookToQuery, USUAL_VIEW } from '#shared/board/address.ts';
import { isOff, noFilter, passes } from '#shared/board/filter.ts';
import { timeOf } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useNow, useSession } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Kbd } from '../kit/Kbd.tsx';
import { Menu } from '../kit/Menu.tsx';
import { Page } from '../kit/Page.tsx';
import { part } from '../kit/part.ts';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useLine } from '../live/live.ts';
import { useBoardActions } from './actions.ts';
import { Board } from './Board.tsx';
import styles from './BoardPage.module.css';
import { useCardAddress } from './card-address.ts';
import { useBoard } from './data.ts';
import { FilterBar } from './FilterBar.tsx';
import { useMoves } from './moves.ts';
import { useSounding } from './sounding.ts';
import { viewNamed } from './views.ts';

// What opens on demand is loaded on demand, with its words.
const ViewMenu = part(async () => (await import('../views/ViewMenu.tsx')).ViewMenu);
const CardDrawer = part(async () => (await import('./CardDrawer.tsx')).CardDrawer);
const MoveDialogs = part(async () => (await import('./MoveDialogs.tsx')).MoveDialogs);

export function BoardPage() {
  const messages = useMessages();
  const { board: words } = messages;
  const board = useBoard();
  const [, navigate] = useLocation();
  const query = useSearch();
  const asked = useMemo(() => addressFromQuery(new URLSearchParams(query)), [query]);
  const view = viewNamed(asked.view);
  const address = useMemo(() => ({ ...asked, view: view.name }), [asked, view]);
  const { filter, lanes } = address;
  const openCard = useCardAddress(address);
  const go = useCallback((next: BoardAddress) => navigate(`/?${addressToQuery(next)}`, { replace: true }), [navigate]);
  const { actor } = useSession();
  const role = actor?.role ?? 'display';
  useBoardActions({ address, onAddress: go, role });
  const moves = useMoves(view, role, board.data);
  const sounding = useSounding(filter.text);
  const cards = useMemo(() => {
    if (isOff(filter)) return board.data?.cards ?? [];
    const others = { ...filter, text: '' };
    return board.data?.cards.filter((card) => passes(filter, card) || (sounding.has(card.id) && passes(others, card))) ?? [];
  }, [board.data, filter, sounding]);
  const barActions = useMemo(() => <BarActions {...{ address, role }} onAddress={go} />, [address, role, go]);

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
  const opened = board.data.cards.find((card) => card.id === address.card);
  return (
    <div className={styles.page}>
      <h1 className={styles.hidden}>{words.title}</h1>
      <FilterBar cards={board.data.cards} address={address} onAddress={go} actions={barActions} />
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
          onOpen={openCard.open}
        />
      </div>
      {opened && (
        <Suspense fallback={null}>
          <CardDrawer card={opened} canReturn={mayCall(role, 'returns.submit')} onTurn={openCard.turn} onClose={openCard.close} />
        </Suspense>
      )}
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

type BarActionsProps = { address: BoardAddress; role: Role; onAddress: (address: BoardAddress) => void };

/** What stands at the end of the filters: looks that are kept, and new projects. */
function BarActions({ address, role, onAddress }: BarActionsProps) {
  const { views } = useMessages();
  // Whose agenda is shown is each person's own choice, and no part of a view that others take.
  const { card: _card, series: _series, ...look } = address;
  const [isAsked, setAsked] = useState(false);
  const waiting = (
    <Button icon="eye" onClick={() => setAsked(true)}>
      {views.title}
    </Button>
  );
  return (
    <>
      <Suspense fallback={waiting}>
        <ViewMenu
          isAsked={isAsked}
          look={{ place: 'board', view: look }}
          queryOf={(other) => (other.place === 'board' ? lookToQuery(other.view) : '')}
          onChoose={(saved) => saved.place === 'board' && onAddress({ ...address, ...saved.view })}
          onUsual={() => onAddress({ ...address, view: USUAL_VIEW, lanes: null, filter: noFilter })}
          size="normal"
        />
      </Suspense>
      {mayCall(role, 'projects.create') && <AddMenu />}
    </>
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
