import { useState } from 'react';
import type { ImportCorrection } from '#shared/imports/correction.ts';
import { importKinds } from '#shared/imports/fields.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Select } from '../kit/Select.tsx';
import { Table } from '../kit/Table.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { withMeanings, withSheet } from './correction.ts';
import type { Preview } from './data.ts';
import styles from './ImportPage.module.css';
import { useCorrectImport, useForgetMapping } from './mutations.ts';
import { useFieldName, useUnreadable } from './words.ts';

type Sheet = Preview['sheets'][number];

/** What was understood of the file: its kind, its sheets, what their columns mean; each can be put right by hand. */
export function Understood({ preview, mayCorrect }: { preview: Preview; mayCorrect: boolean }) {
  const messages = useMessages();
  const { imports } = messages;
  const correct = useCorrectImport();
  const forget = useForgetMapping();
  const unreadable = useUnreadable();
  const [open, setOpen] = useState<number | null>(null);
  const { id, version, kind, correction, sheets, remembered } = preview;
  const isRecalled = remembered.length > 0;
  const isCorrected = correction.kind !== undefined || (correction.mapping ?? []).length > 0;
  const isBusy = correct.isPending || forget.isPending;
  const error = correct.error ?? forget.error;
  const failure = error ? (unreadable(error) ?? errorSentence(error, messages)) : null;
  // What was written is not read another way under it.
  const isFixed = preview.appliedAt !== null || isBusy || !mayCorrect;
  const edited = open === null ? undefined : sheets[open];

  function say(next: ImportCorrection, then?: () => void): void {
    correct.mutate({ id, version, correction: next }, then ? { onSuccess: then } : {});
  }

  return (
    <Section
      title={imports.understood}
      note={isBusy ? <span role="status">{imports.rereading}</span> : mayCorrect && imports.understoodNote}
      actions={
        mayCorrect &&
        (isRecalled || isCorrected) && (
          <span className={styles.remembered}>
            <Chip look="ink">{isRecalled ? imports.remembered : imports.asCorrected}</Chip>
            <Button size="small" disabled={isFixed} onClick={() => forget.mutate({ id, version })}>
              {isRecalled ? imports.forget : imports.asFound}
            </Button>
          </span>
        )
      }
    >
      {failure && open === null && <Notice look="red">{failure}</Notice>}
      {mayCorrect && (
        <div className={styles.kindField}>
          <Select
            label={imports.kindHead}
            options={importKinds.map((value) => ({ value, label: imports.kind[value] }))}
            value={kind}
            disabled={isFixed}
            onValue={(value) => value && value !== kind && say({ ...correction, kind: value, mapping: [] })}
          />
        </div>
      )}
      <Table label={imports.understood}>
        <thead>
          <tr>
            <th scope="col">{imports.sheet}</th>
            <th scope="col">{imports.columns}</th>
            <th scope="col">{imports.unused}</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet, at) => (
            <SheetRow
              key={`${sheet.name} ${sheet.headerRows[0] ?? ''}`}
              sheet={sheet}
              isNextOfSheet={sheets[at - 1]?.name === sheet.name}
              isFixed={isFixed}
              mayCorrect={mayCorrect}
              onRead={(isRead) => say(withSheet(correction, sheet, isRead))}
              onColumns={() => setOpen(at)}
            />
          ))}
        </tbody>
      </Table>
      {edited && (
        <ColumnsDialog
          kind={kind}
          sheet={edited}
          busy={isBusy}
          failure={failure}
          onSave={(said) => say(withMeanings(correction, edited, said), () => setOpen(null))}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

type SheetRowProps = {
  sheet: Sheet;
  /** A further list of the sheet above: a sheet is read as a whole. */
  isNextOfSheet: boolean;
  isFixed: boolean;
  mayCorrect: boolean;
  onRead: (isRead: boolean) => void;
  onColumns: () => void;
};

function SheetRow({ sheet, isNextOfSheet, isFixed, mayCorrect, onRead, onColumns }: SheetRowProps) {
  const { imports, kit } = useMessages();
  const fieldName = useFieldName();
  const named = sheet.columns.filter((column) => column.header !== '');
  const isRead = sheet.role === 'list';
  return (
    <tr>
      <th scope="row" className={styles.sheet}>
        {sheet.role === 'summary' || isNextOfSheet ? (
          sheet.name
        ) : (
          <Checkbox label={sheet.name} checked={isRead} disabled={isFixed} onChecked={onRead} />
        )}
        <small className={styles.quiet}>
          {isRead ? `${imports.rows(sheet.rows)} · ${imports.header(kit.list(sheet.headerRows.map(String)))}` : imports.role[sheet.role]}
        </small>
        {isRead && mayCorrect && (
          <Button size="small" disabled={isFixed} onClick={onColumns}>
            {imports.correctColumns}
          </Button>
        )}
      </th>
      <td>
        <ul className={styles.columns}>
          {named.map(
            (column) =>
              column.field !== null && (
                <li key={column.letter}>
                  <b>{column.letter}</b> {column.header} → {fieldName(column.field)}
                  {column.unit && <span className={styles.quiet}> {column.unit}</span>}
                </li>
              ),
          )}
        </ul>
      </td>
      <td className={styles.unused}>
        {kit.list(named.filter((column) => column.field === null).map((column) => `${column.letter} ${column.header}`))}
      </td>
    </tr>
  );
}
