import { useState } from 'react';
import { Link } from 'wouter';
import { mayCall } from '#shared/auth/permissions.ts';
import { type Day, dayOf, timeOf } from '#shared/kit/calendar.ts';
import { decisionStanding, whyNotAnswer } from '#shared/meetings/decisions.ts';
import type { DecisionAnswer } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { Estimate } from '../calendar/Estimate.tsx';
import { sizeText } from '../files/size.ts';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import styles from './DecisionsPage.module.css';
import type { ListedDecision } from './DecisionsPage.tsx';
import { useMarkDecisionDone } from './mutations.ts';
import { SendBackDialog } from './SendBackDialog.tsx';

const looks = { done: 'green', answered: 'yellow', open: 'plain', overdue: 'red' } as const;

/** One decision with what its owner answered, and what may be done with it now. */
export function DecisionEntry({ decision, today }: { decision: ListedDecision; today: Day }) {
  const { kit, meetings, vocabulary } = useMessages();
  const { actor } = useSession();
  const markDone = useMarkDecisionDone();
  const [dialog, setDialog] = useState<'answer' | 'send-back' | null>(null);
  const standing = decisionStanding(decision);
  const mayClose = actor !== null && mayCall(actor.role, 'decisions.markDone') && decision.state !== 'done';
  const mayAnswer = decision.isOwn && whyNotAnswer(decision) === null;
  return (
    <li className={styles.entry}>
      <div className={styles.head}>
        <Chip look={looks[standing]}>
          {standing === 'overdue' ? meetings.overdue(decision.overdueDays) : vocabulary.decisionState[decision.state]}
        </Chip>
        <b>{decision.text}</b>
      </div>
      <p className={styles.facts}>
        {decision.projectId && actor?.role !== 'officer' ? (
          <Link href={`/projects/${decision.projectId}/decisions`}>{decision.subject}</Link>
        ) : (
          decision.subject
        )}
        <span>
          {kit.apart([
            meetings.ofMeeting(decision.meetingNumber, decision.seriesName),
            kit.labelled(meetings.owner, decision.ownerName),
            decision.helperNames.length > 0 && kit.labelled(meetings.helpers, kit.list(decision.helperNames)),
            kit.labelled(meetings.due, kit.day(decision.dueOn)),
            decision.supervisor && kit.labelled(meetings.supervisor, decision.supervisor),
          ])}
        </span>
      </p>
      <Estimate years={decision.unknownYears} />
      {decision.answers.map((answer) => (
        <Answer key={answer.id} answer={answer} />
      ))}
      <div className={styles.acts}>
        {mayAnswer && (
          <Button size="small" look="primary" icon="edit" onClick={() => setDialog('answer')}>
            {meetings.follow.answer}
          </Button>
        )}
        {mayClose && (
          <Button
            size="small"
            icon="check"
            busy={markDone.isPending}
            onClick={() => markDone.mutate({ id: decision.id, doneOn: today, version: decision.version })}
          >
            {meetings.follow.close}
          </Button>
        )}
        {mayClose && decision.state === 'answered' && (
          <Button size="small" onClick={() => setDialog('send-back')}>
            {meetings.follow.sendBack}
          </Button>
        )}
      </div>
      {dialog === 'answer' && <AnswerDialog decision={decision} onClose={() => setDialog(null)} />}
      {dialog === 'send-back' && <SendBackDialog decision={decision} onClose={() => setDialog(null)} />}
    </li>
  );
}

function Answer({ answer }: { answer: DecisionAnswer }) {
  const { kit, meetings } = useMessages();
  return (
    <div className={styles.answer}>
      <p>{answer.text}</p>
      <p className={styles.facts}>
        {meetings.follow.byAt(answer.answeredByName, `${kit.day(dayOf(answer.answeredAt))} ${timeOf(answer.answeredAt)}`)}
        {answer.files.map((file) => (
          <a key={file.id} href={`/files/evidence/${file.id}`} download={file.name}>
            {`${file.name} ${sizeText(file.size)}`}
          </a>
        ))}
      </p>
      {answer.sentBackReason && <p className={styles.sentBack}>{meetings.follow.sentBackOf(answer.sentBackReason)}</p>}
    </div>
  );
}
