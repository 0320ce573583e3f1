import { Fragment } from 'react';
import { Link } from 'wouter';
import type { Day, Instant } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { isPastDue } from '#shared/returns/course.ts';
import { isOwed, type ReturnSheet, type ReturnWeek } from '#shared/returns/sheet.ts';
import { useMessages } from '../app/language.tsx';
import { classes } from '../kit/classes.ts';
import { Icon } from '../kit/Icon.tsx';
import { Kbd } from '../kit/Kbd.tsx';
import { ProgressBlocks } from '../kit/ProgressTrack.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import { ByExcel } from './ByExcel.tsx';
import styles from './ReturnList.module.css';
import { dayWords, weekWords, whenWords } from './words.ts';

type ReturnListProps = {
  week: ReturnWeek;
  sheets: readonly ReturnSheet[];
  openId: Id<'project'>;
  now: Instant;
  today: Day;
  /** The officer whose list it is. */
  ownId: string;
  /** What this device has not sent, or could not. */
  waits: ReadonlyMap<Id<'project'>, 'waiting' | 'refused'>;
  onOpen: (id: Id<'project'>) => void;
};

/** The week's projects, what is late first; on a phone a row of buttons above the form. */
export function ReturnList({ week, sheets, openId, now, today, ownId, waits, onOpen }: ReturnListProps) {
  const { returns } = useMessages();
  // Headings only where there is something to tell apart.
  const own = sheets.filter((sheet) => sheet.officerId === ownId).length;
  const heads =
    own > 0 && own < sheets.length
      ? new Map([
          [0, returns.own(own)],
          [own, returns.others(sheets.length - own)],
        ])
      : null;
  const isLeft = (sheet: ReturnSheet) => isOwed(sheet.current) && waits.get(sheet.project.id) !== 'waiting';
  const left = sheets.filter(isLeft).length;
  return (
    <aside className={styles.side}>
      <div className={styles.head}>
        <h1 className={styles.title}>{returns.owed(left)}</h1>
        <p className={styles.note}>
          {weekWords(week.week, returns)} · {returns.count(sheets.length)}
        </p>
        <div className={styles.links}>
          <ByExcel />
          <Link href="/returns/ledger">{returns.punctuality.title}</Link>
        </div>
        <ProgressBlocks
          label={returns.returned(sheets.length - left, sheets.length)}
          parts={sheets.toReversed().map((sheet) => (isLeft(sheet) ? (sheet.missedLastWeek || sheet.current ? 'over' : 'open') : 'done'))}
        />
      </div>
      <nav className={styles.list} aria-label={returns.list}>
        {sheets.map((sheet, at) => (
          <Fragment key={sheet.project.id}>
            {heads?.has(at) && <h2 className={styles.group}>{heads.get(at)}</h2>}
            <button
              type="button"
              className={styles.item}
              aria-current={sheet.project.id === openId ? 'true' : undefined}
              onClick={() => onOpen(sheet.project.id)}
            >
              <StateMark sheet={sheet} isWaiting={waits.get(sheet.project.id) === 'waiting'} isOpen={sheet.project.id === openId} />
              <span className={styles.name}>{sheet.project.name}</span>
              <span className={styles.lamp}>{sheet.lamp && <Lamp colour={sheet.lamp} size={22} provisional />}</span>
              <span className={styles.state}>
                <Standing
                  sheet={sheet}
                  waits={waits.get(sheet.project.id) ?? null}
                  week={week}
                  now={now}
                  today={today}
                  isOpen={sheet.project.id === openId}
                />
              </span>
            </button>
          </Fragment>
        ))}
      </nav>
      <dl className={styles.keys}>
        <Key caps={['Tab']} does={returns.keys.next} />
        <Key caps={['Ctrl', 'D']} does={returns.keys.same} />
        <Key caps={[returns.noChangeKey]} does={returns.keys.noChange} />
        <Key caps={['Ctrl', 'Enter']} does={returns.keys.submit} />
        <Key caps={['Alt', '↑', '↓']} does={returns.keys.other} />
      </dl>
    </aside>
  );
}

function Key({ caps, does }: { caps: readonly string[]; does: string }) {
  return (
    <div>
      <dt>
        {caps.map((cap) => (
          <Kbd key={cap}>{cap}</Kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}

function StateMark({ sheet, isWaiting, isOpen }: { sheet: ReturnSheet; isWaiting: boolean; isOpen: boolean }) {
  if (!isOwed(sheet.current) || isWaiting) {
    return (
      <span className={classes(styles.mark, styles.done)}>
        <Icon name="check" size={12} />
      </span>
    );
  }
  const isLate = sheet.current !== null || sheet.missedLastWeek;
  return (
    <span className={classes(styles.mark, isLate && styles.late, isOpen && styles.filling)} aria-hidden="true">
      {isLate ? '!' : ''}
    </span>
  );
}

function Standing({
  sheet: { current, missedLastWeek },
  waits,
  week,
  now,
  today,
  isOpen,
}: Pick<ReturnListProps, 'week' | 'now' | 'today'> & { sheet: ReturnSheet; waits: 'waiting' | 'refused' | null; isOpen: boolean }) {
  const { returns } = useMessages();
  const { standing } = returns;
  if (waits === 'waiting') return standing.waiting;
  if (waits === 'refused') return <b className={styles.lateWord}>{standing.refused}</b>;
  if (current?.state === 'accepted') return standing.accepted(whenWords(current.submittedAt, today, returns));
  if (current?.state === 'submitted') return standing.submitted(whenWords(current.submittedAt, today, returns));
  const due = (isPastDue(now, week) ? standing.overdue : standing.due)(dayWords(week.dueOn, returns), week.dueTime);
  const rest = isOpen ? standing.filling : due;
  if (current) return <Late word={standing.sentBack} rest={rest} />;
  return missedLastWeek ? <Late word={standing.missed} rest={rest} /> : rest;
}

function Late({ word, rest }: { word: string; rest: string }) {
  return (
    <>
      <b className={styles.lateWord}>{word}</b> · {rest}
    </>
  );
}
