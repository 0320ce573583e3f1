import { dayOf, timeOf } from '#shared/kit/calendar.ts';
import type { ProblemAnswer } from '#shared/problems/schema.ts';
import { useMessages } from '../app/language.tsx';
import { sizeText } from '../files/size.ts';
import styles from './problems.module.css';

/** What was done about a problem, the latest first, with the files that show it. */
export function Answers({ answers }: { answers: readonly ProblemAnswer[] }) {
  const { kit, problems } = useMessages();
  if (answers.length === 0) return null;
  return (
    // What was sent back is read at once.
    <details className={styles.answers} open={answers[0]?.sentBackReason != null}>
      <summary>{problems.answers(answers.length)}</summary>
      {answers.map((answer) => (
        <div key={answer.id} className={styles.answer}>
          <p>{answer.text}</p>
          <p className={styles.facts}>
            <span>
              {kit.phrases([
                answer.answeredByName,
                `${kit.day(dayOf(answer.answeredAt))} ${timeOf(answer.answeredAt)}`,
                ...(answer.saysSolved ? [problems.saidSolved] : []),
              ])}
            </span>
            {answer.files.map((file) => (
              <a key={file.id} href={`/files/problems/${file.id}`} download={file.name}>
                {`${file.name} ${sizeText(file.size)}`}
              </a>
            ))}
          </p>
          {answer.sentBackReason && <p className={styles.sentBack}>{problems.sentBackOf(answer.sentBackReason)}</p>}
        </div>
      ))}
    </details>
  );
}
