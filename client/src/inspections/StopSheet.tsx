import type { FlagColour } from '#shared/flags/schema.ts';
import type { Criterion } from '#shared/inspections/schema.ts';
import { formatWan, type Money } from '#shared/kit/money.ts';
import { lampText, type ToldLamp } from '#shared/lamps/explain.ts';
import { useMessages } from '../app/language.tsx';
import { FlagMark } from '../flags/FlagMark.tsx';
import { useLanguage } from '../kit/language.ts';
import { TextArea } from '../kit/TextField.tsx';
import { Lamp, LampReason } from '../lamps/Lamp.tsx';
import { MarkSlider } from './MarkSlider.tsx';
import styles from './ScorePage.module.css';

export type StopFigures = ToldLamp & { plannedToDate: Money | null; doneThisYear: Money };

type StopSheetProps = {
  stop: { projectName: string; unitName: string; figures: StopFigures | null; lastFlag: FlagColour | null };
  place: number;
  criteria: readonly Criterion[];
  groupName: string;
  marks: Readonly<Record<string, number>>;
  remark: string;
  disabled: boolean;
  onMark: (criterionId: Criterion['id'], mark: number) => void;
  onRemark: (remark: string) => void;
};

/** A stop's scoresheet: what to know of the project, one slider a criterion, and what was seen. */
export function StopSheet({ stop, place, criteria, groupName, marks, remark, disabled, onMark, onRemark }: StopSheetProps) {
  const { inspections } = useMessages();
  const { language } = useLanguage();
  const text = inspections.score;
  const { figures } = stop;
  const reason = figures && lampText(figures, language);
  return (
    <>
      <section className={styles.head}>
        <h2 className={styles.name}>
          <span className={styles.place}>{place}</span>
          {stop.projectName}
        </h2>
        <p className={styles.facts}>
          {figures?.lamp && <Lamp colour={figures.lamp} provisional />}
          {reason && <LampReason colour={figures.lamp}>{reason}</LampReason>}
          <span className={styles.muted}>
            {groupName} · {stop.unitName}
          </span>
          {stop.lastFlag && (
            <span className={styles.muted}>
              <FlagMark colour={stop.lastFlag} /> {text.lastFlag}
            </span>
          )}
        </p>
      </section>
      {criteria.map((criterion) => (
        <MarkSlider
          key={criterion.id}
          criterion={criterion}
          hint={hintOf(criterion, figures, text.plan)}
          mark={marks[criterion.id]}
          disabled={disabled}
          onMark={(mark) => onMark(criterion.id, mark)}
        />
      ))}
      <div className={styles.remark}>
        <TextArea label={text.remark} hint={text.remarkHint} value={remark} onText={onRemark} limit={500} rows={3} disabled={disabled} />
      </div>
    </>
  );
}

/** The preset's investment criterion says what the figures are; the others what the sheet says. */
function hintOf(criterion: Criterion, figures: StopFigures | null, plan: (planned: string, done: string) => string): string | null {
  if (criterion.id !== 'investment' || !figures?.plannedToDate) return criterion.hint;
  return plan(formatWan(figures.plannedToDate, 0), formatWan(figures.doneThisYear, 0));
}
