import type { ReactNode } from 'react';
import { daysSince } from '#shared/calendar/spans.ts';
import type { Day } from '#shared/kit/calendar.ts';
import type { OpenStep, ReturnSheet } from '#shared/returns/sheet.ts';
import { whyNotTickStep } from '#shared/returns/ticks.ts';
import { useMessages } from '../app/language.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import styles from './ReturnTicks.module.css';
import { dayWords } from './words.ts';

type ReturnTicksProps = {
  sheet: Pick<ReturnSheet, 'steps' | 'problems'>;
  /** Ids of what is ticked off so far. */
  ticked: readonly string[];
  today: Day;
  isLocked: boolean;
  onTicked: (ticked: string[]) => void;
};

/** 手续 and 问题 of the project, ticked off in the form of its return: what is not touched stays as it is. */
export function ReturnTicks({ sheet: { steps, problems }, ticked, today, isLocked, onTicked }: ReturnTicksProps) {
  const { returns, vocabulary } = useMessages();
  const { ticks } = returns;
  const turn = (id: string) => (value: 'open' | 'done') =>
    onTicked(value === 'done' ? [...ticked.filter((each) => each !== id), id] : ticked.filter((each) => each !== id));
  const whyNot = (step: OpenStep) => whyNotTickStep(step, { on: today, today, actor: { role: 'officer' } });
  const standOf = (id: string) => (ticked.includes(id) ? 'done' : 'open');
  return (
    <>
      {steps.length > 0 && (
        <Group title={ticks.steps} note={ticks.stepsCount(steps.length)}>
          {steps.map((step) => (
            <li key={step.id} className={styles.row}>
              <span className={styles.what}>
                <b>{step.name}</b> <Deadline step={step} /> {step.agencyName && <small>{step.agencyName}</small>}
                {whyNot(step) && <small> · {ticks.notYet}</small>}
              </span>
              <Segmented
                label={step.name}
                value={standOf(step.id)}
                onValue={turn(step.id)}
                segments={[
                  { value: 'open', label: vocabulary.approvalState[step.state], disabled: isLocked },
                  {
                    ...{ value: 'done', label: ticks.stepDone },
                    disabled: isLocked || whyNot(step) !== null,
                  },
                ]}
              />
            </li>
          ))}
        </Group>
      )}
      {problems.length > 0 && (
        <Group title={ticks.problems} note={ticks.problemsCount(problems.length)}>
          {problems.map((problem) => (
            <li key={problem.id} className={styles.row}>
              <span className={styles.what}>
                {problem.title} <small>{ticks.dayNumber(daysSince(problem.raisedOn, today))}</small>
              </span>
              <Segmented
                label={problem.title}
                value={standOf(problem.id)}
                onValue={turn(problem.id)}
                segments={[
                  { value: 'open', label: ticks.problemOpen, disabled: isLocked },
                  { value: 'done', label: ticks.problemSolved, disabled: isLocked },
                ]}
              />
            </li>
          ))}
        </Group>
      )}
    </>
  );
}

/** One kind of what is ticked off beside the figures, with how many there are. */
export function Group({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.title}>
        {title}
        <small>{note}</small>
      </h3>
      <ul className={styles.rows}>{children}</ul>
    </section>
  );
}

function Deadline({ step }: { step: OpenStep }) {
  const { returns } = useMessages();
  if (step.overdueWorkdays > 0) return <Chip look="red">{returns.ticks.overdue(step.overdueWorkdays)}</Chip>;
  return step.dueOn ? <Chip look="yellow">{returns.ticks.due(dayWords(step.dueOn, returns))}</Chip> : null;
}
