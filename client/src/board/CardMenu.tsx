import { useLocation } from 'wouter';
import type { Card } from '#shared/board/card.ts';
import { type CycleColumn, cycleColumns, cycleView } from '#shared/board/cycle.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { IconButton } from '../kit/Button.tsx';
import { Menu, type MenuItem } from '../kit/Menu.tsx';

type CardMenuProps = {
  card: Card;
  column: CycleColumn;
  canMove: boolean;
  canReturn: boolean;
  /** The last card of a column: a move by menu goes behind it. */
  lastOf: (column: CycleColumn) => Card | null;
  onMove: (card: Card, from: CycleColumn, to: CycleColumn, above: Card | null) => void;
};

/** The same moves as dragging, by name; what is refused stays readable with its reason. */
export function CardMenu({ card, column, canMove, canReturn, lastOf, onMove }: CardMenuProps) {
  const messages = useMessages();
  const { board } = messages;
  const [, navigate] = useLocation();
  const here = new Set(cycleView.place(card));
  const moves = cycleColumns.flatMap((to): MenuItem[] => {
    const above = lastOf(to);
    if (to === column || (here.has(to) && to !== 'owing' && to !== 'returned')) return [];
    const outcome = cycleView.drop(card, column, { column: to, above });
    if (outcome === null) return [];
    const whyNot = 'refused' in outcome ? refusalSentence(outcome.refused, messages) : null;
    return [{ key: to, label: board.columns[to], whyNot, onSelect: () => onMove(card, column, to, above) }];
  });
  return (
    <Menu
      label={board.cardMenu(card.name)}
      trigger={<IconButton icon="dots" label={board.cardMenu(card.name)} size="small" onPointerDown={(event) => event.stopPropagation()} />}
      groups={[
        ...(canMove ? [{ title: board.moveTo, items: moves }] : []),
        {
          items: [
            { key: 'open', label: board.openProject, icon: 'arrow' as const, onSelect: () => navigate(`/projects/${card.id}`) },
            ...(canReturn
              ? [{ key: 'return', label: board.openReturn, icon: 'edit' as const, onSelect: () => navigate(`/returns?project=${card.id}`) }]
              : []),
          ],
        },
      ]}
    />
  );
}
