import { useState } from 'react';
import { HOME_ROWS } from '#shared/home/rules.ts';
import type { HomeReturn, OfficeHome as Waits } from '#shared/home/schema.ts';
import { monthNumber, yearOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { UnknownYears } from '../calendar/UnknownYears.tsx';
import { Button } from '../kit/Button.tsx';
import { problemsAt } from '../problems/address.ts';
import { AcceptButton } from '../returns/AcceptButton.tsx';
import { ChaseButton } from '../returns/ChaseButton.tsx';
import { SendBackDialog } from '../returns/SendBackDialog.tsx';
import { senderWords, whenWords } from '../returns/words.ts';
import styles from './Home.module.css';
import { DecisionRow, OverdueDecisions, ProblemList } from './rows.tsx';
import { WaitList, WaitRow } from './WaitList.tsx';

/** What waits for the office: the week's chase on the left, what came up to it on the right. */
export function OfficeHome({ home: waits }: { home: Waits }) {
  const { home } = useMessages();
  return (
    <div className={styles.columns}>
      {waits.unknownYears.length > 0 && (
        <div className={styles.whole}>
          <UnknownYears years={waits.unknownYears} />
        </div>
      )}
      <div className={styles.column}>
        <Chase waits={waits} />
        <Accept waits={waits} />
      </div>
      <div className={styles.column}>
        {waits.meetings.map((meeting) => (
          <Agenda key={meeting.seriesId} meeting={meeting} />
        ))}
        <Papers waits={waits} />
        <WaitList
          title={home.answers.title}
          all={{ href: '/decisions', label: home.answers.open }}
          none={home.answers.none}
          total={waits.answers.total}
        >
          {waits.answers.first.map((decision) => (
            <DecisionRow key={decision.id} decision={decision} href="/decisions" />
          ))}
        </WaitList>
        <ProblemList {...home.escalated} href={problemsAt({})} problems={waits.escalated} />
        <ProblemList {...home.solved} href={problemsAt({ isSolved: true })} problems={waits.solved} />
        <OverdueDecisions overdue={waits.overdue} />
      </div>
    </div>
  );
}

function Chase({ waits: { week, units, owed, owing } }: { waits: Waits }) {
  const { home, kit, returns } = useMessages();
  return (
    <WaitList
      title={home.chase.title}
      note={kit.apart([home.chase.note(owed, owing), home.returns.until(kit.day(week.dueOn), week.dueTime)])}
      all={{ href: '/returns?state=missing', label: home.chase.all }}
      none={home.chase.none}
      total={units.total}
    >
      {units.first.map((unit) => (
        <WaitRow
          key={unit.unitId}
          href={null}
          title={unit.unitName}
          facts={[
            home.chase.owes(unit.owed, unit.total),
            unit.chasedAt && returns.office.lastChased(whenWords(unit.chasedAt, week.today, returns)),
          ]}
          act={
            <ChaseButton
              asked={{ week: week.week, unitIds: [unit.unitId] }}
              label={returns.office.chase}
              name={returns.office.chaseOf(unit.unitName)}
            />
          }
        />
      ))}
    </WaitList>
  );
}

function Accept({ waits: { week, returns: waiting } }: { waits: Waits }) {
  const { home, returns } = useMessages();
  const { office } = returns;
  const [sendingBack, setSendingBack] = useState<HomeReturn | null>(null);
  return (
    <WaitList
      title={home.accept.title}
      all={{ href: '/returns?state=submitted', label: home.accept.open }}
      none={home.accept.none}
      total={waiting.total}
    >
      {waiting.first.map((one) => (
        <WaitRow
          key={one.id}
          href={`/projects/${one.projectId}`}
          title={one.projectName}
          facts={[one.unitName, `${whenWords(one.submittedAt, week.today, returns)} ${senderWords(one, returns)}`]}
          act={
            <>
              <AcceptButton given={one} name={one.projectName} />
              <Button size="small" look="text" aria-label={`${office.sendBack} ${one.projectName}`} onClick={() => setSendingBack(one)}>
                {office.sendBack}
              </Button>
            </>
          }
        />
      ))}
      {sendingBack && <SendBackDialog name={sendingBack.projectName} given={sendingBack} onClose={() => setSendingBack(null)} />}
    </WaitList>
  );
}

function Agenda({ meeting }: { meeting: Waits['meetings'][number] }) {
  const { home, kit } = useMessages();
  const href = meeting.seriesName === null ? '/meetings' : `/meetings?series=${meeting.seriesId}`;
  const minutes = meeting.items.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <WaitList
      title={home.agenda.title(meeting.seriesName)}
      note={kit.apart([home.agenda.held(kit.day(meeting.day), meeting.time), home.agenda.items(meeting.items.length, minutes)])}
      all={{ href, label: home.agenda.open }}
      none={home.agenda.none}
      total={meeting.items.length + meeting.requests.length}
    >
      {meeting.requests.map((request) => (
        <WaitRow
          key={request.id}
          href={href}
          title={request.projectName ?? request.text}
          facts={[home.agenda.asked(`${request.unitName} ${request.byName}`), request.projectName && request.text]}
        />
      ))}
      {meeting.items.slice(0, HOME_ROWS).map((item, at) => (
        <WaitRow
          key={item.id}
          href={href}
          mark={<span className={styles.place}>{at + 1}</span>}
          title={item.title}
          facts={[home.agenda.minutes(item.minutes), item.reason]}
        />
      ))}
    </WaitList>
  );
}

function Papers({ waits: { bulletins, flags } }: { waits: Waits }) {
  const { home, vocabulary } = useMessages();
  // Most days of a month there is none.
  if (bulletins.length + flags.length === 0) return null;
  return (
    <WaitList title={home.papers.office} none="" total={bulletins.length + flags.length}>
      {bulletins.map(({ month, state }) => (
        <WaitRow
          key={month}
          href={`/bulletins?month=${month}`}
          title={home.papers.bulletin(yearOf(month), monthNumber(month))}
          facts={[vocabulary.bulletinState[state]]}
        />
      ))}
      {flags.map((flag) => (
        <WaitRow key={flag.id} href="/inspections" title={flag.holder} facts={[home.papers.announce[flag.colour], flag.basis]} />
      ))}
    </WaitList>
  );
}
