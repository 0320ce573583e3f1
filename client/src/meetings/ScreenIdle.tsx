import { useEffect, useState } from 'react';
import { dayOf, monthNumber, timeOf } from '#shared/kit/calendar.ts';
import type { Milestone } from '#shared/meetings/idle.ts';
import { useMessages } from '../app/language.tsx';
import type { ScreenData } from './ConsolePage.tsx';
import screen from './Screen.module.css';
import { ScreenHead } from './ScreenHead.tsx';
import { ScreenOverview } from './ScreenOverview.tsx';
import styles from './ScreenTable.module.css';
import { dayText, dayWithWeekday } from './words.ts';

const ROWS = 10;
const EACH_MS = 20_000;
const faces = ['lamps', 'milestones', 'late'] as const;

/** A screen that nobody drives goes round: lamps, what comes up, who has not reported, each with the time of its data. */
export function ScreenIdle({ data }: { data: ScreenData }) {
  const { kit, meetings } = useMessages();
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setAt((before) => (before + 1) % faces.length), EACH_MS);
    return () => clearInterval(timer);
  }, []);
  const { meeting, next } = data;
  const coming = meeting.state === 'planned' ? meeting : next;
  return (
    <>
      <Face face={faces[at] ?? 'lamps'} data={data} />
      <footer className={screen.foot}>
        <span>{meetings.screen.idle.asOf(`${dayText(dayOf(data.now), meetings)} ${timeOf(data.now)}`)}</span>
        <span className={screen.grow} />
        <span className={screen.nextUp}>
          {kit.apart([meetings.screen.idle.nextMeeting, `${dayWithWeekday(coming.day, meetings)} ${coming.time}`])}
        </span>
      </footer>
    </>
  );
}

function Face({ face, data }: { face: (typeof faces)[number]; data: ScreenData }) {
  if (face === 'lamps' || data.idle === null) return <ScreenOverview data={data} />;
  return face === 'milestones' ? <Milestones milestones={data.idle.milestones} /> : <LateReturns late={data.idle.lateReturns} />;
}

function Milestones({ milestones }: { milestones: readonly Milestone[] }) {
  const { meetings } = useMessages();
  const { idle } = meetings.screen;
  return (
    <>
      <ScreenHead title={idle.milestones} page={null}>
        <span className={screen.headNote}>{idle.milestonesNote}</span>
      </ScreenHead>
      <Rows
        empty={idle.noMilestones}
        rows={milestones.map((one) => ({
          key: `${one.projectId} ${one.what}`,
          cells: [
            one.name,
            one.unitName,
            one.what === 'step'
              ? idle.step(one.step, dayText(one.on, meetings))
              : one.what === 'start'
                ? idle.start(monthNumber(one.month))
                : idle.finish(monthNumber(one.month)),
          ],
        }))}
      />
    </>
  );
}

function LateReturns({ late }: { late: NonNullable<ScreenData['idle']>['lateReturns'] }) {
  const { meetings } = useMessages();
  const { idle } = meetings.screen;
  return (
    <>
      <ScreenHead title={idle.late} page={null}>
        {late.length > 0 && <span className={screen.headNote}>{idle.lateNote(late.length)}</span>}
      </ScreenHead>
      <Rows empty={idle.noLate} rows={late.map((one) => ({ key: one.projectId, cells: [one.name, one.unitName] }))} />
    </>
  );
}

type Row = { key: string; cells: [string, ...string[]] };

function Rows({ rows, empty }: { rows: readonly Row[]; empty: string }) {
  const { meetings } = useMessages();
  if (rows.length === 0) return <p className={screen.notice}>{empty}</p>;
  return (
    <>
      <table className={styles.table}>
        <tbody>
          {rows.slice(0, ROWS).map(({ key, cells: [name, ...rest] }) => (
            <tr key={key}>
              <th scope="row" className={styles.said}>
                <span>{name}</span>
              </th>
              {rest.map((cell) => (
                <td key={cell}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > ROWS && <p className={styles.after}>{meetings.screen.idle.more(rows.length - ROWS)}</p>}
    </>
  );
}
