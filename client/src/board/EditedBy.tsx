import { timeOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import { Face } from '../kit/Face.tsx';
import { useEditors } from '../live/live.ts';
import styles from './EditedBy.module.css';

/** The line at a card's foot while others have its project's form open. */
export function EditedBy({ id }: { id: Id<'project'> }) {
  const { board, kit } = useMessages();
  const [first, ...others] = useEditors(id);
  if (!first) return null;
  return (
    <p className={styles.line}>
      <Face name={first.name} named />
      {board.editedBy(kit.list([first, ...others].map(({ name }) => name)), timeOf(first.since))}
    </p>
  );
}
