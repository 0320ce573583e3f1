import { explain } from '#shared/lamps/explain.ts';
import type { Lamp as LampColour } from '#shared/lamps/schema.ts';
import { countTurns, type TrialMonth, type TrialTurn } from '#shared/lamps/trial.ts';
import { useMessages } from '../app/language.tsx';
import { useLanguage } from '../kit/language.ts';
import { Table } from '../kit/Table.tsx';
import { Lamp } from './Lamp.tsx';
import styles from './RulesTab.module.css';

/** A month's turns as far as a dialog can hold them. */
const MOST = 50;

/** Which lamps would turn, this month first and then back through the months that were cut. */
export function TrialTable({ months }: { months: readonly TrialMonth[] }) {
  const { kit, lamps } = useMessages();
  const words = lamps.trial;
  const { lamps: turned, subjects } = countTurns(months);
  return (
    <div className={styles.trial}>
      <p role="status">
        <b>{turned === 0 ? words.none : words.some(subjects, turned)}</b>
      </p>
      {months.toReversed().map((month) => (
        <section key={month.month}>
          <h3 className={styles.trialMonth}>
            {words.month(month.month, month.turns.length, month.rated)}
            {month.isProvisional && kit.bracketed(words.provisional)}
          </h3>
          {month.unknown > 0 && <p className={styles.note}>{words.unknown(month.unknown)}</p>}
          {month.turns.length > 0 && <Turns month={month} />}
        </section>
      ))}
    </div>
  );
}

function Turns({ month: { month, turns } }: { month: TrialMonth }) {
  const { lamps } = useMessages();
  const { language } = useLanguage();
  const words = lamps.trial;
  const nameOf = (turn: TrialTurn) => (turn.month === month ? turn.name : words.task(turn.name, turn.month));
  return (
    <>
      <Table label={words.month(month, turns.length, turns.length)}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.to}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {turns.slice(0, MOST).map((turn) => (
            <tr key={`${turn.subjectId} ${turn.month}`}>
              <th scope="row" className={styles.turned}>
                {nameOf(turn)}
              </th>
              <td>
                <Named colour={turn.from} />
              </td>
              <td>
                <Named colour={turn.to} />
              </td>
              <td className={styles.reading}>{turn.reason && explain(turn.reason, language).short}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {turns.length > MOST && <p className={styles.note}>{words.more(turns.length - MOST)}</p>}
    </>
  );
}

function Named({ colour }: { colour: LampColour | null }) {
  const { vocabulary } = useMessages();
  return (
    <span className={styles.lampHead}>
      <Lamp colour={colour} size={18} silent />
      {colour ? vocabulary.lamp[colour] : vocabulary.noLamp}
    </span>
  );
}
