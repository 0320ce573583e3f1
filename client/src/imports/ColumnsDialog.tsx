import { useState } from 'react';
import { fieldChoices } from '#shared/imports/field-choices.ts';
import { type Field, type ImportKind, isAmount } from '#shared/imports/fields.ts';
import { MoneyUnit } from '#shared/imports/money-units.ts';
import type { SheetReading } from '#shared/imports/read.ts';
import { useMessages } from '../app/language.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { Pick } from '../kit/Select.tsx';
import { Table } from '../kit/Table.tsx';
import type { Column, Meaning } from './correction.ts';
import styles from './ImportPage.module.css';
import { useFieldName } from './words.ts';

type ColumnsDialogProps = {
  kind: ImportKind;
  sheet: SheetReading;
  busy: boolean;
  failure: string | null;
  onSave: (said: ReadonlyMap<string, Meaning>) => void;
  onClose: () => void;
};

/** What each column of a sheet means, put right by hand; the file is read again with it. */
export function ColumnsDialog({ kind, sheet, busy, failure, onSave, onClose }: ColumnsDialogProps) {
  const { imports } = useMessages();
  const [said, setSaid] = useState<ReadonlyMap<string, Meaning>>(new Map());
  const named = sheet.columns.filter((column) => column.header !== '');

  function say(column: Column, meaning: Meaning): void {
    setSaid(new Map(said).set(column.letter, meaning));
  }

  return (
    <FormDialog
      title={imports.columnsOf(sheet.name)}
      size="large"
      save={imports.readAgain}
      busy={busy}
      failure={failure}
      onSave={() => (said.size === 0 ? onClose() : onSave(said))}
      onClose={onClose}
    >
      <p className={styles.quiet}>{imports.columnsHint}</p>
      <Table label={imports.columnsOf(sheet.name)}>
        <thead>
          <tr>
            <th scope="col">{imports.column}</th>
            <th scope="col">{imports.headerText}</th>
            <th scope="col">{imports.meaning}</th>
            <th scope="col">{imports.moneyUnit}</th>
          </tr>
        </thead>
        <tbody>
          {named.map((column) => (
            <ColumnRow
              key={column.letter}
              kind={kind}
              column={column}
              meaning={said.get(column.letter) ?? { field: column.field, unit: column.unit }}
              isChanged={said.has(column.letter)}
              onMeaning={(meaning) => say(column, meaning)}
            />
          ))}
        </tbody>
      </Table>
    </FormDialog>
  );
}

type ColumnRowProps = { kind: ImportKind; column: Column; meaning: Meaning; isChanged: boolean; onMeaning: (meaning: Meaning) => void };

function ColumnRow({ kind, column, meaning, isChanged, onMeaning }: ColumnRowProps) {
  const { imports } = useMessages();
  const fieldName = useFieldName();
  // What was read may be a meaning that this kind of list does not offer.
  const choices = [...new Set<Field>([...fieldChoices(kind), ...(column.field ? [column.field] : [])])];
  return (
    <tr>
      <td className={styles.place}>{column.letter}</td>
      <th scope="row" className={styles.headerCell}>
        {column.header} {column.hidden && <small className={styles.quiet}>{imports.hiddenColumn}</small>}
        {isChanged && <small className={styles.changedMark}>{imports.corrected}</small>}
      </th>
      <td>
        <Pick
          label={imports.meaningOf(column.letter, column.header)}
          placeholder={imports.unread}
          options={choices.map((value) => ({ value, label: fieldName(value) }))}
          value={meaning.field}
          onValue={(field) => onMeaning({ field, unit: field && isAmount(field) ? meaning.unit : null })}
        />
      </td>
      <td>
        {meaning.field && isAmount(meaning.field) && (
          <Pick
            label={imports.moneyUnitOf(column.letter, column.header)}
            placeholder={imports.unitAsRead}
            options={MoneyUnit.options.map((value) => ({ value, label: value }))}
            value={meaning.unit}
            onValue={(unit) => onMeaning({ ...meaning, unit })}
          />
        )}
      </td>
    </tr>
  );
}
