import { useRef, useState } from 'react';
import { waysOf } from '#shared/ledgers/filter.ts';
import { columnOf, ledgers as table } from '#shared/ledgers/ledgers.ts';
import type { LedgerName, LedgerRecord } from '#shared/ledgers/records.ts';
import { talliesOf } from '#shared/ledgers/tallies.ts';
import { defaultView, type LedgerView, Paper, viewToQuery } from '#shared/ledgers/view.ts';
import { useMessages } from '../app/language.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { classes } from '../kit/classes.ts';
import { useLanguage } from '../kit/language.ts';
import { Menu } from '../kit/Menu.tsx';
import { ViewMenu } from '../views/ViewMenu.tsx';
import { ColumnPanel } from './ColumnPanel.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { chipText } from './filters.ts';
import styles from './LedgerBar.module.css';

type LedgerBarProps = {
  name: LedgerName;
  view: LedgerView;
  all: readonly LedgerRecord[];
  rows: readonly LedgerRecord[];
  onView: (view: LedgerView) => void;
};

/** What passes, as chips that can be taken off; the kept views, the columns; and how much is shown. */
export function LedgerBar({ name, view, all, rows, onView }: LedgerBarProps) {
  const messages = useMessages();
  const { ledgers } = messages;
  const { language } = useLanguage();
  const [panel, setPanel] = useState<string | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const chips = useRef<HTMLDivElement>(null);
  const filters = Object.entries(view.filters).flatMap(([key, filter]) => {
    const column = columnOf(name, key);
    return column ? [{ column, filter }] : [];
  });
  const open = panel === null ? undefined : columnOf(name, panel);

  function without(key: string): LedgerView {
    const { [key]: _gone, ...filters } = view.filters;
    return { ...view, filters };
  }

  return (
    <search className={styles.bar} aria-label={ledgers.filter}>
      <div className={styles.chips} ref={chips}>
        <Menu
          label={ledgers.filter}
          align="start"
          trigger={
            <Button size="small" icon="filter">
              {ledgers.filter}
            </Button>
          }
          groups={[
            {
              items: table[name].columns
                .filter((column) => waysOf(column).length > 0)
                .map((column) => ({
                  key: column.key,
                  label: column.title[language],
                  checked: view.filters[column.key] !== undefined,
                  onSelect: () => setPanel(column.key),
                })),
            },
          ]}
        />
        {filters.map(({ column, filter }) => {
          const text = chipText(column, filter, language, messages);
          return (
            <span key={column.key} className={styles.chip}>
              <button type="button" className={styles.words} onClick={() => setPanel(column.key)}>
                {text}
              </button>
              <IconButton icon="close" size="small" label={ledgers.without(text)} onClick={() => onView(without(column.key))} />
            </span>
          );
        })}
        {filters.length > 0 && (
          <Button look="text" size="small" onClick={() => onView({ ...view, filters: {} })}>
            {ledgers.clear}
          </Button>
        )}
      </div>
      <span className={styles.grow} />
      <ViewMenu
        look={{ place: name, view }}
        queryOf={(other) => (other.place === 'board' ? '' : viewToQuery(other.place, other.view))}
        onChoose={(saved) => saved.place !== 'board' && onView(saved.view)}
        onUsual={() => onView(defaultView(name))}
        more={{
          title: ledgers.paper,
          items: Paper.options.map((paper) => ({
            key: paper,
            label: ledgers.papers[paper],
            checked: view.paper === paper,
            onSelect: () => onView({ ...view, paper }),
          })),
        }}
      />
      <Button size="small" icon="rows" onClick={() => setChoosing(true)}>
        {ledgers.columns}
      </Button>
      <p className={styles.counts} role="status">
        <span>{name === 'problems' ? ledgers.countProblems(rows.length, all.length) : ledgers.count(rows.length, all.length)}</span>
        {talliesOf(name, rows).map(({ key, count }) => (
          <span key={key} className={classes(alarming.has(key) && count > 0 && styles.alarm)}>
            {ledgers.tally[key]} <b>{count}</b>
          </span>
        ))}
      </p>
      {open && chips.current && (
        <ColumnPanel column={open} anchor={chips.current} view={view} records={all} onView={onView} onClose={() => setPanel(null)} />
      )}
      {isChoosing && <ColumnsDialog name={name} view={view} onView={onView} onClose={() => setChoosing(false)} />}
    </search>
  );
}

const alarming = new Set(['overdue', 'red', 'owed']);
