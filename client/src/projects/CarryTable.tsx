import { Link } from 'wouter';
import { formatWan, yuan } from '#shared/kit/money.ts';
import { YearClass } from '#shared/projects/schema.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { readMoney } from '../kit/money.ts';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';
import styles from './CarryPage.module.css';
import { type CarryEdit, shownOf, stateOf } from './carry-form.ts';
import type { CarryRow } from './data.ts';

type CarryTableProps = {
  year: number;
  rows: readonly CarryRow[];
  edits: Readonly<Record<string, CarryEdit>>;
  onEdit: (id: string, part: CarryEdit) => void;
  asked: boolean;
};

/** One project a line; what is typed in a line chooses it. */
export function CarryTable({ year, rows, edits, onEdit, asked }: CarryTableProps) {
  const { carry } = useMessages().projects;
  return (
    <Table label={carry.list(year)}>
      <thead>
        <tr>
          <th aria-label={carry.chooseAll} />
          <th scope="col">{carry.project}</th>
          <th scope="col">{carry.unit}</th>
          <th scope="col">{carry.stage}</th>
          <th scope="col">{carry.present}</th>
          <th scope="col">{carry.yearClass}</th>
          <NumberHead>{carry.doneBefore}</NumberHead>
          <NumberHead>{carry.remaining}</NumberHead>
          <NumberHead>{carry.annual}</NumberHead>
          <th scope="col">{carry.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} edit={edits[row.id]} onEdit={(part) => onEdit(row.id, part)} asked={asked} />
        ))}
      </tbody>
    </Table>
  );
}

type RowProps = { row: CarryRow; edit: CarryEdit | undefined; onEdit: (part: CarryEdit) => void; asked: boolean };

function Row({ row, edit, onEdit, asked }: RowProps) {
  const messages = useMessages();
  const { projects, vocabulary } = messages;
  const { carry } = projects;
  const { yearClass, annual } = shownOf(row, edit);
  const isOut = row.refusal !== null;
  const isWrong = Boolean(asked && edit?.isChosen && readMoney(annual).state !== 'amount');
  const state = stateOf(row);
  const words =
    state === 'moved' && row.has ? carry.moved(formatWan(row.has.doneBeforeYear)) : carry[state === 'open' ? 'open' : 'carried'];
  return (
    <tr className={isOut ? styles.out : undefined}>
      <td>
        <input
          type="checkbox"
          aria-label={carry.choose(row.name)}
          checked={edit?.isChosen ?? false}
          disabled={isOut}
          onChange={(event) => onEdit({ isChosen: event.target.checked })}
        />
      </td>
      <th scope="row" className={styles.name}>
        <Link href={`/projects/${row.id}/overview`}>{row.name}</Link>
      </th>
      <td className={styles.plain}>{row.unitName}</td>
      <td className={styles.plain}>{vocabulary.stage[row.stage]}</td>
      <td className={styles.plain}>{vocabulary.yearClass[row.yearClass]}</td>
      <td>
        {!isOut && (
          <select
            className={styles.select}
            aria-label={carry.classOf(row.name)}
            value={yearClass}
            onChange={(event) => onEdit({ yearClass: YearClass.parse(event.target.value), isChosen: true })}
          >
            {YearClass.options.map((option) => (
              <option key={option} value={option}>
                {vocabulary.yearClass[option]}
              </option>
            ))}
          </select>
        )}
      </td>
      <NumberCell>{formatWan(row.proposal.doneBeforeYear)}</NumberCell>
      <NumberCell>{formatWan(yuan(Math.max(0, row.totalInvestment - row.proposal.doneBeforeYear)))}</NumberCell>
      <NumberCell>
        {!isOut && (
          <input
            className={styles.amount}
            inputMode="decimal"
            autoComplete="off"
            aria-label={carry.annualOf(row.name)}
            aria-invalid={isWrong || undefined}
            value={annual}
            onChange={(event) => onEdit({ annual: event.target.value, isChosen: true })}
          />
        )}
      </NumberCell>
      <td className={styles.state}>{row.refusal ? refusalSentence(row.refusal, messages) : words}</td>
    </tr>
  );
}
