import { Link } from 'wouter';
import type { Day } from '#shared/kit/calendar.ts';
import type { ReturnSheet } from '#shared/returns/sheet.ts';
import { useMessages } from '../app/language.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { TextArea } from '../kit/TextField.tsx';
import styles from './ReturnTicks.module.css';
import { Group } from './ReturnTicks.tsx';
import { dayWords } from './words.ts';

type ReturnDecisionsProps = {
  decisions: ReturnSheet['decisions'];
  /** 办理情况 by the decision's id; whatever has none is still under way. */
  answers: Readonly<Record<string, string>>;
  /** The decision that cannot be sent without its words. */
  unanswered: string | null;
  today: Day;
  isLocked: boolean;
  onAnswers: (answers: Record<string, string>) => void;
};

/** The name of a decision's field of words. */
export function answerField(id: string): string {
  return `answer-${id}`;
}

/** 例会交办 of the project that is the unit's own: ticked as carried out, with how, it goes to the office for its 销号. */
export function ReturnDecisions({ decisions, answers, unanswered, today, isLocked, onAnswers }: ReturnDecisionsProps) {
  const { returns } = useMessages();
  const { decided } = returns.ticks;
  const own = decisions.filter(({ isToAnswer }) => isToAnswer);
  if (own.length === 0) return null;
  const turn = (id: string, value: 'open' | 'done') => {
    const { [id]: before = '', ...rest } = answers;
    onAnswers(value === 'done' ? { ...rest, [id]: before } : rest);
  };
  return (
    <Group title={returns.decisions} note={decided.count(own.length)}>
      {own.map(({ id, text, dueOn, meetingNumber, seriesName }) => {
        const answer = answers[id];
        return (
          <li key={id}>
            <div className={styles.row}>
              <span className={styles.what}>
                {text} <small>{decided.meeting(meetingNumber, seriesName)}</small>{' '}
                <Chip look={dueOn < today ? 'red' : 'yellow'}>
                  {(dueOn < today ? decided.overdue : decided.due)(dayWords(dueOn, returns))}
                </Chip>
              </span>
              <Segmented
                label={text}
                value={answer === undefined ? 'open' : 'done'}
                onValue={(value) => turn(id, value)}
                segments={[
                  { value: 'open', label: decided.open, disabled: isLocked },
                  { value: 'done', label: decided.done, disabled: isLocked },
                ]}
              />
            </div>
            {answer !== undefined && (
              <div className={styles.answer}>
                <TextArea
                  label={decided.how}
                  name={answerField(id)}
                  required
                  rows={2}
                  limit={500}
                  error={unanswered === id ? decided.missing : null}
                  value={answer}
                  changed={answer.trim() !== ''}
                  onText={(words) => onAnswers({ ...answers, [id]: words })}
                />
                <p className={styles.hint}>
                  {decided.hint} <Link href="/decisions/own">{decided.withFiles}</Link>
                </p>
              </div>
            )}
          </li>
        );
      })}
    </Group>
  );
}
