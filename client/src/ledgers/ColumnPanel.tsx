import { type SubmitEvent, useState } from 'react';
import type { LedgerColumn } from '#shared/ledgers/columns.ts';
import { type LedgerFilter, waysOf } from '#shared/ledgers/filter.ts';
import type { LedgerRecord } from '#shared/ledgers/records.ts';
import type { LedgerView } from '#shared/ledgers/view.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { useLanguage } from '../kit/language.ts';
import { Popover } from '../kit/Popover.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { TextField } from '../kit/TextField.tsx';
import styles from './ColumnPanel.module.css';
import { optionsOf } from './filters.ts';

type ColumnPanelProps = {
  column: LedgerColumn;
  anchor: HTMLElement;
  view: LedgerView;
  records: readonly LedgerRecord[];
  onView: (view: LedgerView) => void;
  onClose: () => void;
};

/** What can be done with a column: order by it, hide it, let through only some of its values. */
export function ColumnPanel({ column, anchor, view, records, onView, onClose }: ColumnPanelProps) {
  const messages = useMessages();
  const { ledgers } = messages;
  const { language } = useLanguage();
  const title = column.title[language];
  const ways = waysOf(column);
  const given = view.filters[column.key] ?? null;

  function change(next: Partial<LedgerView>): void {
    onView({ ...view, ...next });
    onClose();
  }

  function setFilter(filter: LedgerFilter | null): void {
    const { [column.key]: _gone, ...others } = view.filters;
    change({ filters: filter ? { ...others, [column.key]: filter } : others });
  }

  return (
    <Popover label={ledgers.ofColumn(title)} anchor={anchor} onClose={onClose}>
      <div className={styles.panel}>
        <b>{title}</b>
        <div className={styles.acts}>
          {column.kind !== 'position' && (
            <>
              <Button size="small" onClick={() => change({ sort: { key: column.key, isDescending: false } })}>
                {ledgers.ascending}
              </Button>
              <Button size="small" onClick={() => change({ sort: { key: column.key, isDescending: true } })}>
                {ledgers.descending}
              </Button>
            </>
          )}
          {view.columns.length > 1 && view.columns.includes(column.key) && (
            <Button size="small" onClick={() => change({ columns: view.columns.filter((key) => key !== column.key) })}>
              {ledgers.hide}
            </Button>
          )}
        </div>
        {ways.length > 0 && <FilterForm column={column} given={given} ways={ways} records={records} onFilter={setFilter} />}
      </div>
    </Popover>
  );
}

type FilterFormProps = {
  column: LedgerColumn;
  given: LedgerFilter | null;
  ways: readonly LedgerFilter['by'][];
  records: readonly LedgerRecord[];
  onFilter: (filter: LedgerFilter | null) => void;
};

function FilterForm({ column, given, ways, records, onFilter }: FilterFormProps) {
  const { ledgers } = useMessages();
  const [by, setBy] = useState(given?.by ?? ways[0] ?? 'text');
  const [text, setText] = useState(given?.by === 'text' ? given.text : '');
  const [values, setValues] = useState<readonly string[]>(given?.by === 'set' ? given.values : []);
  const [from, setFrom] = useState(given?.by === 'range' ? (given.from ?? '') : '');
  const [to, setTo] = useState(given?.by === 'range' ? (given.to ?? '') : '');
  const [isEmpty, setEmpty] = useState(given?.by === 'empty' ? given.isEmpty : true);

  function filterOf(): LedgerFilter | null {
    switch (by) {
      case 'text':
        return text.trim() === '' ? null : { by, text: text.trim().slice(0, 60) };
      case 'set':
        return values.length === 0 ? null : { by, values: [...values].slice(0, 300) };
      case 'range':
        return from.trim() === '' && to.trim() === '' ? null : { by, from: from.trim() || null, to: to.trim() || null };
      case 'empty':
        return { by, isEmpty };
    }
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    onFilter(filterOf());
  }

  return (
    <form className={styles.panel} onSubmit={submit}>
      {ways.length > 1 && (
        <Segmented
          label={ledgers.filter}
          value={by}
          onValue={setBy}
          segments={ways.map((way) => ({ value: way, label: ledgers.ways[way] }))}
        />
      )}
      {by === 'text' && (
        <TextField
          label={ledgers.text}
          {...(column.key === 'name' ? { hint: ledgers.textHint } : {})}
          value={text}
          onText={setText}
          maxLength={60}
        />
      )}
      {by === 'set' && <Values column={column} records={records} values={values} onValues={setValues} />}
      {by === 'range' && <RangeFields column={column} from={from} to={to} onFrom={setFrom} onTo={setTo} />}
      {by === 'empty' && (
        <Segmented
          label={ledgers.ways.empty}
          value={isEmpty ? 'empty' : 'filled'}
          onValue={(value) => setEmpty(value === 'empty')}
          segments={[
            { value: 'empty' as const, label: ledgers.isEmpty },
            { value: 'filled' as const, label: ledgers.isFilled },
          ]}
        />
      )}
      <div className={styles.acts}>
        <Button look="primary" type="submit" size="small">
          {ledgers.apply}
        </Button>
        {given && (
          <Button size="small" onClick={() => onFilter(null)}>
            {ledgers.remove}
          </Button>
        )}
      </div>
    </form>
  );
}

/** More than so many values are found by typing. */
const LISTED = 60;

type ValuesProps = {
  column: LedgerColumn;
  records: readonly LedgerRecord[];
  values: readonly string[];
  onValues: (values: readonly string[]) => void;
};

function Values({ column, records, values, onValues }: ValuesProps) {
  const messages = useMessages();
  const { ledgers } = messages;
  const [wanted, setWanted] = useState('');
  const [options] = useState(() => optionsOf(column, records, messages));
  const found = options.filter((option) => option.label.includes(wanted.trim())).slice(0, LISTED);
  return (
    <>
      {options.length > 8 && <TextField label={ledgers.search} value={wanted} onText={setWanted} />}
      <div className={styles.values}>
        {found.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={values.includes(option.value)}
            onChecked={(isChosen) => onValues(isChosen ? [...values, option.value] : values.filter((value) => value !== option.value))}
          >
            <span className={styles.count}>{option.count}</span>
          </Checkbox>
        ))}
      </div>
    </>
  );
}

type RangeFieldsProps = { column: LedgerColumn; from: string; to: string; onFrom: (text: string) => void; onTo: (text: string) => void };

function RangeFields({ column, from, to, onFrom, onTo }: RangeFieldsProps) {
  const { ledgers } = useMessages();
  const kind = column.kind;
  const type = kind === 'day' ? 'date' : kind === 'month' ? 'month' : 'text';
  const hint = kind === 'money' || kind === 'percent' ? { hint: ledgers.rangeIn[kind] } : {};
  const mode = type === 'text' ? { inputMode: 'decimal' as const } : {};
  return (
    <>
      <TextField label={ledgers.from} {...hint} {...mode} type={type} value={from} onText={onFrom} />
      <TextField label={ledgers.to} {...mode} type={type} value={to} onText={onTo} />
    </>
  );
}
