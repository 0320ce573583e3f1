import { useLocation } from 'wouter';
import type { Card } from '#shared/board/card.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { IconButton } from '../kit/Button.tsx';
import { Menu, type MenuGroup, type MenuItem } from '../kit/Menu.tsx';
import { type Spot, useBoardTools } from './context.ts';

type CardMenuProps = Spot & { card: Card; isPicked: boolean };

/** The same moves as dragging, by name; what is refused stays readable with its reason. */
export function CardMenu({ card, column, lane, isPicked }: CardMenuProps) {
  const { view, role, canMove, canReturn, nameOf, lastOf, onMove, onPick } = useBoardTools();
  const messages = useMessages();
  const { board } = messages;
  const [, navigate] = useLocation();

  function movesOf(): MenuItem[] {
    const here = new Set(view.place(card));
    return view.columns.flatMap((to): MenuItem[] => {
      const above = lastOf(to);
      const outcome = to === column ? null : view.drop(card, column, { column: to, above }, role);
      if (outcome === null) return [];
      // An entry that stands there already is moved from its own column.
      if (here.has(to) && ('refused' in outcome || view.isOrdered(to))) return [];
      const whyNot = 'refused' in outcome ? refusalSentence(outcome.refused, messages) : null;
      return [{ key: to, label: nameOf(to), whyNot, onSelect: () => void onMove([{ card, from: column }], { column: to, above }) }];
    });
  }

  /** Worked out when it opens: a board has hundreds of these menus, and one of them is open. */
  function groups(): MenuGroup[] {
    const acts: MenuItem[] = [{ key: 'open', label: board.openProject, icon: 'arrow', onSelect: () => navigate(`/projects/${card.id}`) }];
    if (canReturn)
      acts.push({ key: 'return', label: board.openReturn, icon: 'edit', onSelect: () => navigate(`/returns?project=${card.id}`) });
    if (canMove)
      acts.push({
        key: 'pick',
        label: isPicked ? board.unpick : board.pick,
        icon: 'check',
        onSelect: () => onPick(card, { column, lane }),
      });
    return [...(canMove ? [{ title: board.moveTo, items: movesOf() }] : []), { items: acts }];
  }

  const name = board.cardMenu(card.name);
  return (
    // What is pressed in the menu is not pressed on the card below it.
    <span onPointerDown={(event) => event.stopPropagation()}>
      <Menu label={name} trigger={<IconButton icon="dots" label={name} size="small" />} groups={groups} />
    </span>
  );
}
