import { assertNever } from '#shared/kit/errors.ts';
import type { ScreenPage } from '#shared/meetings/schema.ts';
import type { ScreenItem } from '#shared/meetings/screen.ts';
import type { Catalogue } from '../app/messages.ts';

/** What a page of the screen is called on the console. */
export function pageTitle(page: ScreenPage, items: readonly Pick<ScreenItem, 'id' | 'title'>[], words: Catalogue['meetings']): string {
  switch (page.page) {
    case 'overview':
      return words.overview;
    case 'follow-up':
      return words.followUp;
    case 'item':
      return items.find((item) => item.id === page.agendaItemId)?.title ?? '';
    case 'closing':
      return words.closing;
    default:
      return assertNever(page);
  }
}
