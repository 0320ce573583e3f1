import { Link } from 'wouter';
import type { Day, Instant, Week } from '#shared/kit/calendar.ts';
import { formatWan } from '#shared/kit/money.ts';
import { isOwed, type ReturnLine } from '#shared/returns/sheet.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { NumberCell } from '../kit/Table.tsx';
import { AcceptButton } from './AcceptButton.tsx';
import { ChaseButton } from './ChaseButton.tsx';
import styles from './ReturnRow.module.css';
import { senderWords, whenWords } from './words.ts';

type ReturnRowProps = {
  line: ReturnLine;
  /** On the unit's first row: over how many rows its name stands, and how many of its projects have returned. */
  unit: { rows: number; done: number; total: number; chasedAt: Instant | null } | null;
  week: Week;
  isOpen: boolean;
  today: Day;
  onSendBack: () => void;
};

/** One project's return in the office's list. */
export function ReturnRow({ line, unit, week, isOpen, today, onSendBack }: ReturnRowProps) {
  const { kit, returns } = useMessages();
  const { office } = returns;
  const { current } = line;
  return (
    <tr>
      {unit && (
        <th scope="rowgroup" rowSpan={unit.rows} className={styles.unit}>
          {line.unitName}
          <small>{office.counts(unit.done, unit.total)}</small>
          {isOpen && unit.done < unit.total && (
            <ChaseButton asked={{ week, unitIds: [line.unitId] }} label={office.chase} name={office.chaseOf(line.unitName)} />
          )}
          {unit.chasedAt && <small>{office.lastChased(whenWords(unit.chasedAt, today, returns))}</small>}
        </th>
      )}
      <td className={styles.project}>{line.name}</td>
      <td>
        <State line={line} />
      </td>
      <NumberCell>{current ? formatWan(current.doneThisWeek, 4) : '·'}</NumberCell>
      <NumberCell>{current ? formatWan(current.doneThisYear, 4) : '·'}</NumberCell>
      <td className={styles.progress}>
        {current?.progress}
        {current?.request && <b className={styles.request}>{kit.labelled(returns.request, current.request)}</b>}
        {current?.state === 'sent-back' && <b className={styles.back}>{kit.labelled(office.reason, current.sentBackReason ?? '')}</b>}
      </td>
      <td className={styles.sent}>{current && `${whenWords(current.submittedAt, today, returns)} ${senderWords(current, returns)}`}</td>
      <td>
        <span className={styles.acts}>
          {current?.state === 'submitted' && <AcceptButton given={current} name={line.name} />}
          {isOpen && current && !isOwed(current) && (
            <Button size="small" look="text" onClick={onSendBack}>
              {office.sendBack}
            </Button>
          )}
          {isOpen && isOwed(current) && (
            <Link className={styles.fillIn} href={`/returns?project=${line.id}`} aria-label={`${office.fillIn} ${line.name}`}>
              {office.fillIn}
            </Link>
          )}
        </span>
      </td>
    </tr>
  );
}

function State({ line: { current, missedLastWeek } }: Pick<ReturnRowProps, 'line'>) {
  const { returns, vocabulary } = useMessages();
  if (!current) {
    return (
      <span className={styles.state}>
        <Chip look="red">{returns.office.missing}</Chip>
        {missedLastWeek && <small>{returns.office.missed}</small>}
      </span>
    );
  }
  const looks = { submitted: 'plain', accepted: 'green', 'sent-back': 'yellow' } as const;
  return <Chip look={looks[current.state]}>{vocabulary.returnState[current.state]}</Chip>;
}
