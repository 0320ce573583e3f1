import type { LampCounts, UnitLamps } from '#shared/figures/lamps.ts';
import { monthNumber, monthOf } from '#shared/kit/calendar.ts';
import { formatPercent, formatWan } from '#shared/kit/money.ts';
import type { Lamp as LampColour } from '#shared/lamps/schema.ts';
import { foldUnits } from '#shared/meetings/screen.ts';
import { seriesNameOf } from '#shared/meetings/series-rules.ts';
import { useMessages } from '../app/language.tsx';
import { Lamp, LampMark } from '../lamps/Lamp.tsx';
import type { ScreenData } from './ConsolePage.tsx';
import { FollowUpSummary } from './FollowUpSummary.tsx';
import screen from './Screen.module.css';
import { MeetingLine, ScreenHead } from './ScreenHead.tsx';
import styles from './ScreenOverview.module.css';

const colours = ['red', 'yellow', 'green'] as const satisfies LampColour[];
/** Two columns of seven rows fit under the counts. */
const ROWS = 14;
/** So many shapes fit beside a unit's name; more are counted instead. */
const MARKS = 8;

/** The first page: counts, lamps against last month, lamps by unit, what became of the last decisions. */
export function ScreenOverview({ data }: { data: ScreenData }) {
  const { meetings, vocabulary } = useMessages();
  const { overview, meeting, series } = data;
  const percent = formatPercent(overview.done, overview.planned);
  return (
    <>
      <ScreenHead title={meetings.title(meeting.number, seriesNameOf(series))} page={<b className={screen.page}>{meetings.overview}</b>}>
        <MeetingLine meeting={meeting} />
      </ScreenHead>
      <section className={styles.counts}>
        <div>
          <p className={styles.big}>{overview.total}</p>
          <p className={styles.label}>
            {meetings.screen.listed}
            {series.kind === null && <b>{meetings.screen.kinds(overview.byKind.key, overview.byKind.reconstruction)}</b>}
          </p>
        </div>
        {colours.map((colour) => (
          <div key={colour}>
            <p className={styles.big}>
              <Lamp colour={colour} silent />
              {overview.lamps[colour]}
            </p>
            <p className={styles.label}>
              {vocabulary.lamp[colour]}
              {overview.before && <b>{meetings.screen.change(signed(overview.lamps, overview.before.lamps, colour))}</b>}
            </p>
          </div>
        ))}
        <div>
          <p className={styles.big}>
            {percent ?? '—'}
            {percent !== null && <small>%</small>}
          </p>
          <p className={styles.label}>{meetings.screen.doneOf(formatWan(overview.done, 0), formatWan(overview.planned, 0))}</p>
        </div>
      </section>
      <div className={styles.two}>
        <section>
          <h2>
            {meetings.screen.units}
            <small>{meetings.screen.unitsNote(monthNumber(monthOf(data.asOf)))}</small>
          </h2>
          <ul className={styles.units}>
            {foldUnits(overview.units, ROWS).map((unit) => (
              <UnitRow key={unit.unitName} unit={unit} />
            ))}
          </ul>
        </section>
        <FollowUpSummary data={data} />
      </div>
    </>
  );
}

function signed(now: LampCounts, before: LampCounts, colour: LampColour): string {
  const change = now[colour] - before[colour];
  return change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0';
}

function UnitRow({ unit }: { unit: UnitLamps }) {
  const { meetings } = useMessages();
  const { red, yellow, green } = unit.lamps;
  return (
    <li>
      <span className={styles.unitName}>{unit.units > 1 ? meetings.screen.unitsFolded(unit.unitName, unit.units) : unit.unitName}</span>
      <span className={styles.marks} role="img" aria-label={meetings.screen.unitLamps(red, yellow, green)}>
        {unit.total <= MARKS
          ? [
              ...colours.flatMap((colour) => Array.from({ length: unit.lamps[colour] }, () => colour)),
              ...Array.from({ length: unit.unrated }, () => null),
            ].map((colour, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the marks have nothing else to be told apart by
              <LampMark key={at} colour={colour} />
            ))
          : colours
              .filter((colour) => unit.lamps[colour] > 0)
              .map((colour) => (
                <span key={colour} className={styles.counted}>
                  <LampMark colour={colour} />
                  {unit.lamps[colour]}
                </span>
              ))}
      </span>
      <span className={screen.quiet}>{unit.total}</span>
    </li>
  );
}
