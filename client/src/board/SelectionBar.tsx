import type { Picked } from '#shared/board/carry.ts';
import { planTogether } from '#shared/board/together.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Menu, type MenuItem } from '../kit/Menu.tsx';
import { useBoardTools } from './context.ts';
import styles from './SelectionBar.module.css';

/** What may be done with the cards that are picked; a column that takes only some of them says how many. */
export function SelectionBar({ picks, onClear }: { picks: readonly Picked[]; onClear: () => void }) {
  const { view, role, nameOf, lastOf, onMove } = useBoardTools();
  const messages = useMessages();
  const { board } = messages;

  function groups() {
    const items = view.columns.flatMap((column): MenuItem[] => {
      const target = { column, above: lastOf(column) };
      const moving = picks.filter((pick) => pick.from !== column);
      const { going, staying } = planTogether(view, moving, target, role);
      const [first] = staying;
      if (going.length === 0 && !first) return [];
      const whyNot = going.length === 0 && first ? refusalSentence(first.refused, messages) : null;
      const label =
        going.length < picks.length && going.length > 0 ? board.someOf(nameOf(column), going.length, picks.length) : nameOf(column);
      return [{ key: column, label, whyNot, onSelect: () => void onMove(moving, target) }];
    });
    return [{ title: board.moveTo, items }];
  }

  return (
    <div className={styles.bar} role="toolbar" aria-label={board.pickedCount(picks.length)}>
      <b>{board.pickedCount(picks.length)}</b>
      <Menu label={board.moveTo} align="start" trigger={<Button look="primary">{board.moveTo}</Button>} groups={groups} />
      <Button onClick={onClear}>{board.clearPicks}</Button>
    </div>
  );
}
