import type { Inspection } from '#shared/inspections/schema.ts';
import type { Id } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Section } from '../kit/Page.tsx';
import { ProgressTrack } from '../kit/ProgressTrack.tsx';
import styles from './PlanPanel.module.css';
import { useDayText } from './words.ts';

export type PlanOf = Pick<Inspection, 'quarter' | 'day' | 'state' | 'criteria' | 'groups' | 'redPerGroup' | 'blackPerGroup'>;

/** What was laid down before the day. */
export function PlanPanel({ inspection, onEdit }: { inspection: PlanOf; onEdit: (() => void) | null }) {
  const text = useMessages().inspections.plan;
  const dayText = useDayText();
  const edit = onEdit && (
    <Button size="small" icon="edit" onClick={onEdit}>
      {text.edit}
    </Button>
  );
  return (
    <Section title={text.title} actions={edit}>
      <dl className={styles.facts}>
        <dt>{text.day}</dt>
        <dd>{dayText(inspection.day)}</dd>
        {inspection.criteria.map((criterion) => (
          <CriterionFact key={criterion.id} name={criterion.name} text={text.points(criterion.weight)} hint={criterion.hint} />
        ))}
        <dt>{text.red}</dt>
        <dd>{inspection.redPerGroup}</dd>
        <dt>{text.black}</dt>
        <dd>{inspection.blackPerGroup}</dd>
      </dl>
      <p className={styles.note}>{text.sameRule}</p>
    </Section>
  );
}

function CriterionFact({ name, text, hint }: { name: string; text: string; hint: string | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {text} {hint && <span className={styles.note}>{hint}</span>}
      </dd>
    </>
  );
}

type Inspector = { id: Id<'account'>; name: string; sheets: number };

/** Who has handed in how much; their marks are their own. */
export function Inspectors({ inspectors, entries }: { inspectors: readonly Inspector[]; entries: number }) {
  const text = useMessages().inspections.plan;
  return (
    <Section title={text.inspectors}>
      {inspectors.length === 0 && <p className={styles.note}>{text.noInspectors}</p>}
      <ul className={styles.people}>
        {inspectors.map((person) => (
          <li key={person.id} className={styles.person}>
            <span>{person.name}</span>
            <ProgressTrack label={person.name} done={person.sheets} total={entries} />
            <span className={styles.note}>
              {person.sheets} / {entries}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
