import { assertNever } from '#shared/kit/errors.ts';
import type { ScreenPage } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import styles from './ConsolePage.module.css';
import type { ScreenData } from './ConsolePage.tsx';

type PageListProps = { data: ScreenData; pages: ScreenPage[]; at: number; onTurn: (page: ScreenPage) => void };

/** The screen's pages in their order; the one in front is marked. */
export function PageList({ data, pages, at, onTurn }: PageListProps) {
  const { meetings } = useMessages();

  function titleOf(page: ScreenPage): string {
    switch (page.page) {
      case 'overview':
        return meetings.overview;
      case 'follow-up':
        return meetings.followUp;
      case 'item':
        return data.items.find((item) => item.id === page.agendaItemId)?.title ?? '';
      case 'closing':
        return meetings.closing;
      default:
        return assertNever(page);
    }
  }

  return (
    <nav className={styles.pages} aria-label={meetings.pages}>
      {pages.map((page, index) => {
        const made = page.page === 'item' ? data.decisions.filter((decision) => decision.agendaItemId === page.agendaItemId).length : 0;
        return (
          <button
            key={page.page === 'item' ? page.agendaItemId : page.page}
            type="button"
            className={styles.page}
            aria-current={index === at ? 'page' : undefined}
            onClick={() => onTurn(page)}
          >
            <span className={styles.place}>{page.page === 'item' ? index - 1 : ''}</span>
            <span>{titleOf(page)}</span>
            <span className={styles.quiet}>{index === at ? meetings.onScreen : made > 0 ? made : ''}</span>
          </button>
        );
      })}
    </nav>
  );
}
