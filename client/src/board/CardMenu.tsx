import { useLocation } from 'wouter';
import type { Role } from '#shared/accounts/schema.ts';
import type { Card } from '#shared/board/card.ts';
import type { View } from '#shared/board/view.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { IconButton } from '../kit/Button.tsx';
import { Menu, type MenuItem } from '../kit/Menu.tsx';

type CardMenuProps<Name extends string> = {
  view: View<Name>;
  card: Card;
  column: Name;
  role: Role;
  canMove: boolean;
  canReturn: boolean;
  nameOf: (column: Name) => string;
  /** The last card of a column: a move by menu goes behind it. */
  lastOf: (column: Name) => Card | null;
  onMove: (card: Card, from: Name, to: Name, above: Card | null) => void;
};

/** The same moves as dragging, by name; what is refused stays readable with its reason. */
export function CardMenu<Name extends string>(props: CardMenuProps<Name>) {
  const { view, card, column, role, canMove, canReturn, nameOf, lastOf, onMove } = props;
  const messages = useMessages();
  const { board } = messages;
  const [, navigate] = useLocation();
  const movesOf = () => {
    const here = new Set(view.place(card));
    return view.columns.flatMap((to): MenuItem[] => {
      const above = lastOf(to);
      const outcome = to === column ? null : view.drop(card, column, { column: to, above }, role);
      if (outcome === null) return [];
      // An entry that stands there already is moved from its own column.
      if (here.has(to) && ('refused' in outcome || view.isOrdered(to))) return [];
      const whyNot = 'refused' in outcome ? refusalSentence(outcome.refused, messages) : null;
      return [{ key: to, label: nameOf(to), whyNot, onSelect: () => onMove(card, column, to, above) }];
    });
  };
  return (
    <Menu
      label={board.cardMenu(card.name)}
      trigger={<IconButton icon="dots" label={board.cardMenu(card.name)} size="small" onPointerDown={(event) => event.stopPropagation()} />}
      groups={() => [
        ...(canMove ? [{ title: board.moveTo, items: movesOf() }] : []),
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
