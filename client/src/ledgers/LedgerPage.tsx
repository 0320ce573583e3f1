import { useCallback, useMemo, useState } from 'react';
import { Link, Redirect, useLocation, useParams, useSearch } from 'wouter';
import { stepKindOf } from '#shared/approvals/pivot.ts';
import type { ApprovalStep } from '#shared/approvals/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { timeOf } from '#shared/kit/calendar.ts';
import { FROZEN, type LedgerColumn } from '#shared/ledgers/columns.ts';
import { guessedYears } from '#shared/ledgers/guesses.ts';
import { columnOf, ledgers as table } from '#shared/ledgers/ledgers.ts';
import { type LedgerName, type LedgerRecord, type LedgerSnapshot, ledgerNames } from '#shared/ledgers/records.ts';
import { whyNotEdit } from '#shared/ledgers/rules.ts';
import { arrange, columnsOf, Ledger, type LedgerView, viewFromQuery, viewToQuery } from '#shared/ledgers/view.ts';
import type { Problem } from '#shared/problems/schema.ts';
import { type Action, useActions } from '../app/actions.ts';
import { errorSentence, refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { useTRPCClient } from '../app/trpc.ts';
import { StepDialog } from '../approvals/StepDialog.tsx';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Grid, type GridColumn } from '../kit/grid/Grid.tsx';
import { Hidden } from '../kit/Hidden.tsx';
import { useLanguage } from '../kit/language.ts';
import { Page } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { TabLinks } from '../kit/TabLinks.tsx';
import { useToast } from '../kit/Toast.tsx';
import { ProblemDialog } from '../problems/ProblemDialog.tsx';
import { ThemeDialog } from '../reports/ThemeDialog.tsx';
import { CellEditor } from './CellEditor.tsx';
import { ColumnPanel } from './ColumnPanel.tsx';
import { type OpenedCell, useOpenCell } from './cells.ts';
import { gridColumns } from './columns.tsx';
import { useLedger } from './data.ts';
import { LedgerBar } from './LedgerBar.tsx';
import styles from './LedgerPage.module.css';
import { Legend } from './Legend.tsx';
import { useExport } from './mutations.ts';

/** One of the four ledgers; the address says which, and how it is looked at. */
export function LedgerPage() {
  const messages = useMessages();
  const { ledgers } = messages;
  const given = Ledger.safeParse(useParams().ledger);
  const name = given.data ?? 'progress';
  const query = useSearch();
  const ledger = useLedger(name);
  if (!given.success) return <Redirect to={`/ledgers/progress${query && `?${query}`}`} replace />;
  if (ledger.isPending) {
    return (
      <Page>
        <Skeleton label={ledgers.loading} />
      </Page>
    );
  }
  if (!ledger.data) {
    const again = <Button onClick={() => void ledger.refetch()}>{ledgers.again}</Button>;
    return (
      <Page>
        <EmptyState title={ledgers.loadFailed} hint={ledger.error ? errorSentence(ledger.error, messages) : null} action={again} />
      </Page>
    );
  }
  return <LedgerDesk key={name} name={name} snapshot={ledger.data} />;
}

type Edited = { record: LedgerRecord; column: LedgerColumn; opened: OpenedCell };
/** The page beside a ledger: where its matters are dealt with one by one, or who returned them and how. */
const works: { readonly [Name in LedgerName]?: { path: string; name: 'progress' | 'approvals' | 'problems' } } = {
  progress: { path: '/returns/ledger', name: 'progress' },
  approvals: { path: '/approvals', name: 'approvals' },
  problems: { path: '/problems', name: 'problems' },
};

type Dialog =
  | { kind: 'theme' }
  | { kind: 'step'; projectId: ApprovalStep['projectId']; step: ApprovalStep | null }
  | { kind: 'problem'; problem: Problem };

function LedgerDesk({ name, snapshot }: { name: LedgerName; snapshot: LedgerSnapshot }) {
  const messages = useMessages();
  const { ledgers, reports } = messages;
  const { language } = useLanguage();
  const { actor } = useSession();
  const client = useTRPCClient();
  const [, navigate] = useLocation();
  const query = useSearch();
  const toast = useToast();
  const openCell = useOpenCell();
  const [edited, setEdited] = useState<Edited | null>(null);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [panel, setPanel] = useState<{ key: string; anchor: HTMLElement } | null>(null);
  const view = useMemo(() => viewFromQuery(name, new URLSearchParams(query)), [name, query]);
  const rows = useMemo(() => arrange(name, view, snapshot.records), [name, view, snapshot.records]);
  const role = actor?.role ?? 'display';
  const { asOf, records } = snapshot;
  const columns = useMemo(
    () => gridColumns({ name, view, rows, role, asOf, language, messages }),
    [name, view, rows, role, asOf, language, messages],
  );

  const guessed = useMemo(() => guessedYears(columnsOf(name, view), rows), [name, view, rows]);

  const onView = useCallback(
    (next: LedgerView) => {
      const written = viewToQuery(name, next);
      navigate(written ? `/ledgers/${name}?${written}` : `/ledgers/${name}`, { replace: true });
    },
    [name, navigate],
  );

  const fail = useCallback((error: unknown) => toast({ tone: 'failure', text: errorSentence(error, messages) }), [toast, messages]);

  async function onEnter(record: LedgerRecord, { key }: GridColumn<LedgerRecord>): Promise<void> {
    const column = columnOf(name, key);
    if (!column) return;
    if (column.key === 'name') return navigate(`/projects/${record.project.projectId}`);
    const refusal = whyNotEdit(column, { role });
    if (refusal) return toast({ text: refusalSentence(refusal, messages) });
    const { projectId } = record.project;
    if (column.kind === 'step') {
      const steps = (await client.approvals.ofProject.query({ projectId })).filter((step) => stepKindOf(step.name) === column.key);
      // Where several are of one kind, the one that is not settled yet.
      const step = steps.find(({ state }) => state !== 'done' && state !== 'exempt') ?? steps.at(-1) ?? null;
      return setDialog({ kind: 'step', projectId, step });
    }
    if (column.key === 'state') {
      const problem = (await client.problems.ofProject.query({ projectId })).find((each) => each.id === record.id);
      return problem && setDialog({ kind: 'problem', problem });
    }
    const opened = await openCell(record, column);
    if (opened) setEdited({ record, column, opened });
  }

  function closeEditor(): void {
    setEdited(null);
    // The field is gone: the keys go on from its cell.
    document.querySelector<HTMLElement>('[role="grid"]')?.focus();
  }

  const exported = useExport();
  const held = (id: keyof typeof ledgers.gridKeys, keys: readonly string[]): Action => ({
    id,
    label: ledgers.gridKeys[id],
    keys,
    run: null,
  });
  useActions(table[name].title[language], [
    held('walk', ['↑', '↓', '←', '→']),
    held('enter', ['Enter']),
    held('all', ['Ctrl', 'A']),
    held('copy', ['Ctrl', 'C']),
    { id: 'export', label: ledgers.export, run: () => exported.mutate({ ledger: name, view }) },
    { id: 'print', label: ledgers.print, run: () => navigate(`/print/ledgers/${name}?${viewToQuery(name, view)}`) },
    { id: 'clear', label: ledgers.clear, run: () => onView({ ...view, filters: {} }) },
    ...ledgerNames.map((each): Action => ({ id: each, label: table[each].title[language], run: () => navigate(`/ledgers/${each}`) })),
  ]);

  const work = works[name];
  const headColumn = panel ? columnOf(name, panel.key) : undefined;
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>
        <Hidden>{table[name].title[language]}</Hidden>
      </h1>
      <header className={styles.head}>
        <TabLinks
          label={ledgers.parts}
          links={ledgerNames.map((each) => ({ href: `/ledgers/${each}`, label: table[each].title[language] }))}
        />
        {work && <Link href={work.path}>{ledgers.work[work.name]}</Link>}
        <span className={styles.grow} />
        <span className={styles.note}>{ledgers.asOf(messages.kit.day(asOf), timeOf(snapshot.now), table[name].unit[language])}</span>
        {mayCall(role, 'reports.begin') && (
          <Button disabled={rows.length === 0} onClick={() => setDialog({ kind: 'theme' })}>
            {reports.write}
          </Button>
        )}
        <Button icon="print" onClick={() => navigate(`/print/ledgers/${name}?${viewToQuery(name, view)}`)}>
          {ledgers.print}
        </Button>
        <Button look="primary" icon="download" busy={exported.isPending} onClick={() => exported.mutate({ ledger: name, view })}>
          {ledgers.export}
        </Button>
      </header>
      <LedgerBar name={name} view={view} all={records} rows={rows} onView={onView} />
      {rows.length === 0 && (
        <div className={styles.none}>
          <EmptyState title={records.length === 0 ? ledgers.nothing : ledgers.nothingPasses} />
        </div>
      )}
      <div className={styles.table}>
        <Grid
          label={table[name].title[language]}
          columns={columns}
          rows={rows}
          idOf={idOf}
          frozen={FROZEN}
          onEnter={(record, column) => void onEnter(record, column).catch(fail)}
          onHead={(column, anchor) => setPanel({ key: column.key, anchor })}
          onCopied={(cells) => toast({ text: ledgers.copied(cells) })}
          editor={
            edited && {
              rowId: edited.record.id,
              key: edited.column.key,
              node: (
                <CellEditor
                  label={ledgers.editing(edited.column.title[language], edited.record.project.name)}
                  opened={edited.opened}
                  reopen={() => openCell(edited.record, edited.column)}
                  onClose={closeEditor}
                />
              ),
            }
          }
        />
      </div>
      <Legend name={name} guessed={guessed} />
      {panel && headColumn && (
        <ColumnPanel
          column={headColumn}
          anchor={panel.anchor}
          view={view}
          records={records}
          onView={onView}
          onClose={() => setPanel(null)}
        />
      )}
      {dialog?.kind === 'step' && (
        <StepDialog projectId={dialog.projectId} step={dialog.step} role={role} onClose={() => setDialog(null)} />
      )}
      {dialog?.kind === 'theme' && (
        <ThemeDialog projectIds={rows.map(({ project }) => project.projectId)} onClose={() => setDialog(null)} />
      )}
      {dialog?.kind === 'problem' && <ProblemDialog problem={dialog.problem} role={role} onClose={() => setDialog(null)} />}
    </div>
  );
}

function idOf(record: LedgerRecord): string {
  return record.id;
}
