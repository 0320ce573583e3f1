import type { View } from '#shared/board/view.ts';
import { DomainError } from '#shared/kit/errors.ts';

/** A view is its file: what lies in the folder and exports a `view` is on the board, and nothing else names it. */
const files = import.meta.glob<View>(['../../../shared/src/board/views/*.ts', '!../../../shared/src/board/views/*.test.ts'], {
  eager: true,
  import: 'view',
});

export const views: readonly View[] = Object.values(files).sort((a, b) => a.order - b.order);

/** The view of that name, or the usual one. */
export function viewNamed(name: string): View {
  const found = views.find((view) => view.name === name) ?? views[0];
  if (!found) throw new DomainError('INTERNAL', { missing: 'views of the board' });
  return found;
}
