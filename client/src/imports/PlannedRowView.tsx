import { Link } from 'wouter';
import type { ChangedField } from '#shared/imports/changes.ts';
import { groupBy } from '#shared/kit/collections.ts';
import { formatWan, yuan } from '#shared/kit/money.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Chip, type ChipLook } from '../kit/Chip.tsx';
import { NumberCell } from '../kit/Table.tsx';
import { useFieldText } from '../projects/words.ts';
import type { PreviewRow } from './data.ts';
import styles from './ImportPage.module.css';
import { useNoteText } from './words.ts';

const looks: Record<PreviewRow['verdict'], ChipLook> = { new: 'green', changed: 'yellow', unchanged: 'plain', 'left-out': 'red' };

/** Names a row of the workbook within this page. */
export function placeOf(row: Pick<PreviewRow, 'sheet' | 'row'>): string {
  return `${row.sheet}|${row.row}`;
}

/** Whether writing the row would change anything. */
export function isWritable(row: Pick<PreviewRow, 'verdict'>): boolean {
  return row.verdict === 'new' || row.verdict === 'changed';
}

type PlannedRowViewProps = {
  row: PreviewRow;
  index: number;
  /** How many amounts are shown of it. */
  amounts: number;
  measure: (element: Element | null) => void;
  isChosen: boolean;
  onChosen: (isChosen: boolean) => void;
};

/** One row with what becomes of it: new, changed field by field, unchanged, or left out and why. */
export function PlannedRowView({ row, index, amounts, measure, isChosen, onChosen }: PlannedRowViewProps) {
  const messages = useMessages();
  const { imports } = messages;
  const noteText = useNoteText();
  const name = row.name ?? imports.nothing;
  const place = `${row.sheet} ${row.row}`;
  const why = row.refusal ? refusalSentence(row.refusal, messages) : row.leftOut && imports.preview.whyLeftOut[row.leftOut];
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <td className={styles.place}>
        {isWritable(row) ? (
          <label className={styles.pick}>
            <input
              type="checkbox"
              aria-label={imports.select(name)}
              checked={isChosen}
              onChange={(event) => onChosen(event.target.checked)}
            />
            {place}
          </label>
        ) : (
          place
        )}
      </td>
      <th scope="row" className={styles.name}>
        {row.projectId ? <Link href={`/projects/${row.projectId}`}>{name}</Link> : name}
      </th>
      <td className={styles.unit}>
        {row.unit?.name} {row.unit?.isNew && <Chip look="dashed">{imports.newUnit}</Chip>}
      </td>
      {row.amounts.slice(0, amounts).map((amount, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <NumberCell key={at}>{amount === null ? '' : formatWan(yuan(amount))}</NumberCell>
      ))}
      <td className={styles.change}>
        <Chip look={looks[row.verdict]}>{imports.preview.verdict[row.verdict]}</Chip> {why}
        {row.notes.length > 0 && (
          <ul className={styles.notes}>
            {row.notes.map((note) => (
              <li key={`${note.code} ${note.facts?.step ?? ''}`}>{noteText(note)}</li>
            ))}
          </ul>
        )}
        <Changes row={row} />
      </td>
    </tr>
  );
}

/** What would change; what concerns one step or the months stands in one line. */
function Changes({ row }: { row: Pick<PreviewRow, 'changes' | 'verdict'> }) {
  const { changes } = row;
  const { imports, kit, projects } = useMessages();
  const plainText = useFieldText();
  const stepText = useFieldText('step');
  const labels: Record<ChangedField, string> = { ...projects.fields, ...imports.preview.fields };
  if (changes.length === 0) return null;
  const own = changes.filter(({ of }) => of === undefined);
  const months = changes.filter(({ field }) => field === 'byMonth');
  const steps = groupBy(
    changes.filter(({ of, field }) => of !== undefined && field !== 'byMonth'),
    ({ of }) => of,
  );
  return (
    <ul className={styles.changes}>
      {own.map(({ field, from, to }) => (
        <li key={field}>
          {kit.lead(labels[field])}
          {row.verdict === 'new' ? plainText(field, to) : <Turn from={plainText(field, from)} to={plainText(field, to)} />}
        </li>
      ))}
      {[...steps].map(([step, parts]) => (
        <li key={step}>
          {kit.lead(step ?? '')}
          {parts.map(({ field, from, to }, at) => (
            <span key={field}>
              {at > 0 && kit.apart([' ', ' '])}
              {from === null ? <b>{stepText(field, to)}</b> : <Turn from={stepText(field, from)} to={stepText(field, to)} />}
            </span>
          ))}
        </li>
      ))}
      {months.length > 0 && (
        <li>
          {kit.lead(imports.preview.byMonth)}
          {months.map(({ of, from, to }) => (
            <span key={of} className={styles.month}>
              {imports.preview.monthTurn(Number(of), from === null ? null : plainText('annual', from), plainText('annual', to))}
            </span>
          ))}
        </li>
      )}
    </ul>
  );
}

function Turn({ from, to }: { from: string; to: string }) {
  return (
    <>
      <del>{from}</del> → <b>{to}</b>
    </>
  );
}
