import type { ScreenPage } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import styles from './ConsolePage.module.css';
import type { ScreenData } from './ConsolePage.tsx';
import { pageTitle } from './pages.ts';

type PageListProps = { data: ScreenData; pages: ScreenPage[]; at: number; mayTurn: boolean; onTurn: (page: ScreenPage) => void };

/** The screen's pages in their order; the one in front is marked. */
export function PageList({ data, pages, at, mayTurn, onTurn }: PageListProps) {
  const { meetings } = useMessages();
  return (
    <nav className={styles.pages} aria-label={meetings.pages}>
      {pages.map((page, index) => {
        const made = page.page === 'item' ? data.decisions.filter((decision) => decision.agendaItemId === page.agendaItemId).length : 0;
        return (
          <button
            key={page.page === 'item' ? page.agendaItemId : page.page}
            type="button"
            className={styles.page}
            disabled={!mayTurn}
            aria-current={index === at ? 'page' : undefined}
            onClick={() => onTurn(page)}
          >
            <span className={styles.place}>{page.page === 'item' ? index - 1 : ''}</span>
            <span>{pageTitle(page, data.items, meetings)}</span>
            <span className={styles.quiet}>{index === at ? meetings.onScreen : made > 0 ? made : ''}</span>
          </button>
        );
      })}
    </nav>
  );
}
