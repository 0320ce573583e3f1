import type { Role } from '#shared/accounts/schema.ts';
import type { StepCell } from '#shared/approvals/pivot.ts';
import type { Day } from '#shared/kit/calendar.ts';
import { Lamp as LampCode } from '#shared/lamps/schema.ts';
import { alignOf, type LedgerColumn } from '#shared/ledgers/columns.ts';
import type { LedgerName, LedgerRecord } from '#shared/ledgers/records.ts';
import { whyNotEdit } from '#shared/ledgers/rules.ts';
import { sheetValueOf, type Telling, textOf, totalOf, totalText } from '#shared/ledgers/values.ts';
import { columnsOf, type LedgerView } from '#shared/ledgers/view.ts';
import type { Catalogue } from '../app/messages.ts';
import { Chip, type ChipLook } from '../kit/Chip.tsx';
import type { GridColumn } from '../kit/grid/Grid.tsx';
import type { Language } from '../kit/languages.ts';
import { Lamp } from '../lamps/Lamp.tsx';

type Shown = {
  name: LedgerName;
  view: LedgerView;
  /** The rows that pass: what the totals add up. */
  rows: readonly LedgerRecord[];
  role: Role;
  asOf: Day;
  language: Language;
  messages: Catalogue;
};

/** The columns of a view as the grid draws them. */
export function gridColumns({ name, view, rows, role, asOf, language, messages }: Shown): GridColumn<LedgerRecord>[] {
  const { ledgers, vocabulary } = messages;
  const telling: Telling = { words: vocabulary, asOf };
  return columnsOf(name, view).map((column) => {
    const text = (record: LedgerRecord, position: number) => textOf(column, record, position, telling);
    const draw = drawn(column, text);
    return {
      key: column.key,
      title: column.title[language],
      group: column.group?.[language] ?? null,
      width: column.width,
      align: alignOf(column.kind),
      text,
      ...(draw ? { draw } : {}),
      copied: (record, position) => copied(column, record, position, text),
      isRowHeader: column.key === 'name',
      isReadOnly: whyNotEdit(column, { role }) !== null,
      sorted: view.sort.key === column.key ? (view.sort.isDescending ? 'descending' : 'ascending') : null,
      isFiltered: view.filters[column.key] !== undefined,
      total: column.key === 'name' ? (name === 'approvals' ? ledgers.totalSteps : ledgers.total) : totalText(totalOf(column, rows)),
    };
  });
}

type Text = (record: LedgerRecord, position: number) => string;

/** Lamps and running steps are drawn; all else is its text. */
function drawn(column: LedgerColumn, text: Text): GridColumn<LedgerRecord>['draw'] {
  if (column.kind === 'choice' && column.list === 'lampGlyph') {
    return (record) => <Lamp colour={LampCode.safeParse(column.read(record)).data ?? null} size={20} />;
  }
  if (column.kind !== 'step') return undefined;
  return (record, position) => {
    const step = column.read(record);
    const look = step && looks[step.status];
    return look ? <Chip look={look}>{text(record, position)}</Chip> : text(record, position);
  };
}

const looks: { [Status in StepCell['status']]?: ChipLook } = {
  overdue: 'overdue',
  due: 'yellow',
  running: 'plain',
  supplement: 'plain',
  stopped: 'plain',
  tolerant: 'dashed',
};

/** What Ctrl C takes: numbers and whole dates as a spreadsheet reads them, steps as they are shown. */
function copied(column: LedgerColumn, record: LedgerRecord, position: number, text: Text): string {
  if (column.kind === 'choice' || column.kind === 'percent') return text(record, position);
  const value = sheetValueOf(column, record, position);
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  return 'day' in value ? value.day : value.month;
}
