import { useQuery } from '@tanstack/react-query';
import type { ScreenState } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import styles from './DecisionBox.module.css';
import { dayWithWeekday } from './words.ts';

/** The decision as it is typed, for the whole room to read along. */
export function DecisionBox({ draft }: { draft: NonNullable<ScreenState['draft']> }) {
  const { kit, meetings } = useMessages();
  const trpc = useTRPC();
  const units = useQuery(trpc.units.list.queryOptions(undefined, { staleTime: 5 * 60_000 })).data ?? [];
  const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.shortName ?? '—';
  return (
    <section className={styles.box} aria-label={meetings.screen.decision}>
      <header className={styles.boxHead}>
        <b>{meetings.screen.decision}</b>
        <span>{meetings.screen.typing(draft.byName)}</span>
      </header>
      <p className={styles.typed}>
        {draft.text}
        <span className={styles.caret} />
      </p>
      <dl className={styles.boxRow}>
        <div>
          <dt>{meetings.screen.unit}</dt>
          <dd>{nameOf(draft.ownerUnitId)}</dd>
        </div>
        {draft.helperUnitIds.length > 0 && (
          <div>
            <dt>{meetings.screen.helpers}</dt>
            <dd>{kit.list(draft.helperUnitIds.map(nameOf))}</dd>
          </div>
        )}
        <div>
          <dt>{meetings.screen.due}</dt>
          <dd>{draft.dueOn ? dayWithWeekday(draft.dueOn, meetings) : '—'}</dd>
        </div>
        {draft.supervisor && (
          <div>
            <dt>{meetings.screen.supervisor}</dt>
            <dd>{draft.supervisor}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
