import { useState } from 'react';
import { useSearch } from 'wouter';
import { yearOf } from '#shared/kit/calendar.ts';
import { idOf } from '#shared/kit/ids.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Pick } from '../kit/Select.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import styles from './CarryPage.module.css';
import { CarryTable } from './CarryTable.tsx';
import { type CarryEdit, readCarry, stateOf } from './carry-form.ts';
import { useCarryOver, useCarryPreview, useFailureText } from './data.ts';

/** So many rows at once: a large district's list is worked through unit by unit. */
const SHOWN = 100;

/** The list carried into a year: proposed row by row, edited, and confirmed for those that were chosen. */
export function CarryPage() {
  const messages = useMessages();
  const { carry } = messages.projects;
  const today = useToday();
  const present = yearOf(today);
  const only = idOf('project').safeParse(new URLSearchParams(useSearch()).get('project')).data ?? null;
  const [year, setYear] = useState(present + 1);
  const [unit, setUnit] = useState<string | null>(null);
  const [shown, setShown] = useState(SHOWN);
  const [edits, setEdits] = useState<Readonly<Record<string, CarryEdit>>>({});
  const [asked, setAsked] = useState(false);
  const { data, error } = useCarryPreview(year);
  const carryOver = useCarryOver();
  const failure = useFailureText(carryOver.error);

  const all = (data ?? []).filter((row) => (only ? row.id === only : true));
  const units = [...new Set(all.map((row) => row.unitName))];
  const rows = all.filter((row) => unit === null || row.unitName === unit);
  const chosen = all.filter((row) => edits[row.id]?.isChosen);
  const read = readCarry(all, edits);

  function edit(id: string, part: CarryEdit): void {
    setEdits((before) => ({ ...before, [id]: { ...before[id], ...part } }));
  }

  function chooseAll(): void {
    const open = rows.filter((row) => row.refusal === null && stateOf(row) !== 'carried');
    setEdits((before) => ({ ...before, ...Object.fromEntries(open.map((row) => [row.id, { ...before[row.id], isChosen: true }])) }));
  }

  function save(): void {
    setAsked(true);
    if (read && read.length > 0) carryOver.mutate({ year, rows: read }, { onSuccess: () => setEdits({}) });
  }

  return (
    <Page width="wide">
      <PageHeader
        title={carry.title}
        note={carry.note}
        actions={
          <Button look="primary" busy={carryOver.isPending} disabled={chosen.length === 0} onClick={save}>
            {carry.act(chosen.length)}
          </Button>
        }
      />
      <div className={styles.bar}>
        <Segmented
          label={carry.year}
          value={String(year)}
          onValue={(value) => {
            setYear(Number(value));
            setEdits({});
          }}
          segments={[present, present + 1].map((each) => ({ value: String(each), label: carry.yearOf(each) }))}
        />
        <Pick label={carry.all} value={unit} onValue={setUnit} options={units.map((name) => ({ value: name, label: name }))} />
        <Button size="small" onClick={chooseAll}>
          {carry.chooseAll}
        </Button>
      </div>
      {year > present && <Notice>{carry.running}</Notice>}
      {asked && read === null && <Notice look="red">{carry.missing}</Notice>}
      {failure && <Notice look="red">{failure}</Notice>}
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {!data && !error && <Skeleton label={messages.projects.loading} />}
      {data && rows.length === 0 && <EmptyState title={carry.none} />}
      {rows.length > 0 && <CarryTable year={year} rows={rows.slice(0, shown)} edits={edits} onEdit={edit} asked={asked} />}
      {rows.length > shown && <Button onClick={() => setShown(shown + SHOWN)}>{carry.more(Math.min(SHOWN, rows.length - shown))}</Button>}
    </Page>
  );
}
