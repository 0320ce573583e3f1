import { useState } from 'react';
import { Link } from 'wouter';
import { formatWan } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { Chip, type ChipLook } from '../kit/Chip.tsx';
import { NumberCell, NumberHead, Table } from '../kit/Table.tsx';
import { useFieldText } from '../projects/words.ts';
import type { PreviewRow } from './data.ts';
import styles from './ImportPage.module.css';

const looks: Record<PreviewRow['verdict'], ChipLook> = { new: 'green', changed: 'yellow', unchanged: 'plain', 'left-out': 'red' };
const SHOWN = 100;

type RowTableProps = {
  rows: readonly PreviewRow[];
  /** The places of the chosen rows. */
  chosen: ReadonlySet<string>;
  onChoose: (places: readonly string[], isChosen: boolean) => void;
};

/** Names a row of the workbook within this page. */
export function placeOf(row: PreviewRow): string {
  return `${row.sheet}|${row.row}`;
}

/** Whether writing the row would change anything. */
export function isWritable(row: PreviewRow): boolean {
  return row.verdict === 'new' || row.verdict === 'changed';
}

/** The rows with what becomes of each: new, changed field by field, unchanged, or left out and why. */
export function RowTable({ rows, chosen, onChoose }: RowTableProps) {
  const { imports } = useMessages();
  const [shown, setShown] = useState(SHOWN);
  const writable = rows.filter(isWritable).map(placeOf);
  return (
    <>
      {writable.length > 0 && (
        <Checkbox
          label={imports.selectAll}
          checked={writable.every((place) => chosen.has(place))}
          onChecked={(isChosen) => onChoose(writable, isChosen)}
        />
      )}
      <Table label={imports.counts}>
        <thead>
          <tr>
            <th scope="col">{imports.row}</th>
            <th scope="col">{imports.name}</th>
            <th scope="col">{imports.unit}</th>
            <NumberHead>{imports.total}</NumberHead>
            <NumberHead>{imports.annual}</NumberHead>
            <th scope="col">{imports.change}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <Row
              key={placeOf(row)}
              row={row}
              isChosen={chosen.has(placeOf(row))}
              onChosen={(isChosen) => onChoose([placeOf(row)], isChosen)}
            />
          ))}
        </tbody>
      </Table>
      {rows.length > shown && <Button onClick={() => setShown(shown + 500)}>{imports.more(rows.length - shown)}</Button>}
    </>
  );
}

function Row({ row, isChosen, onChosen }: { row: PreviewRow; isChosen: boolean; onChosen: (isChosen: boolean) => void }) {
  const { imports, kit, projects } = useMessages();
  const changeText = useFieldText();
  const name = row.name ?? imports.nothing;
  const place = `${row.sheet} ${row.row}`;
  return (
    <tr>
      <td className={styles.place}>
        {isWritable(row) ? <PlaceBox place={place} name={name} isChosen={isChosen} onChosen={onChosen} /> : place}
      </td>
      <th scope="row" className={styles.name}>
        {row.projectId ? <Link href={`/projects/${row.projectId}`}>{name}</Link> : name}
      </th>
      <td className={styles.unit}>
        {row.unitName} {row.isNewUnit && <Chip look="dashed">{imports.newUnit}</Chip>}
      </td>
      <NumberCell>{row.totalInvestment === null ? '' : formatWan(row.totalInvestment)}</NumberCell>
      <NumberCell>{row.annual === null ? '' : formatWan(row.annual)}</NumberCell>
      <td className={styles.change}>
        <Chip look={looks[row.verdict]}>{imports.verdict[row.verdict]}</Chip> {row.leftOut && imports.whyLeftOut[row.leftOut]}
        {row.notes.length > 0 && <span className={styles.quiet}>{kit.clauses(row.notes.map((note) => imports.notes[note]))}</span>}
        {row.changes.length > 0 && (
          <ul className={styles.changes}>
            {row.changes.map((change) => (
              <li key={change.field}>
                {kit.lead(projects.fields[change.field])}
                <del>{changeText(change.field, change.from)}</del> → <b>{changeText(change.field, change.to)}</b>
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}

function PlaceBox({
  place,
  name,
  isChosen,
  onChosen,
}: {
  place: string;
  name: string;
  isChosen: boolean;
  onChosen: (is: boolean) => void;
}) {
  const { imports } = useMessages();
  return (
    <label className={styles.pick}>
      <input type="checkbox" aria-label={imports.select(name)} checked={isChosen} onChange={(event) => onChosen(event.target.checked)} />
      {place}
    </label>
  );
}
