import { useState } from 'react';
import { useLocation } from 'wouter';
import { mayCall } from '#shared/auth/permissions.ts';
import { dayOf, timeOf } from '#shared/kit/calendar.ts';
import { errorSentence, failureOf } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import type { Preview, PreviewRow } from './data.ts';
import { Findings } from './Findings.tsx';
import styles from './ImportPage.module.css';
import { useConfirmImport } from './mutations.ts';
import { isWritable, placeOf } from './PlannedRowView.tsx';
import { RowTable } from './RowTable.tsx';
import { Understood } from './Understood.tsx';
import { UndoDialog } from './UndoDialog.tsx';

const verdicts = ['new', 'changed', 'unchanged', 'left-out'] as const satisfies readonly PreviewRow['verdict'][];

/** What a file would do to the record, and the two buttons that let it. */
export function PreviewView({ preview }: { preview: Preview }) {
  const messages = useMessages();
  const { imports, kit } = messages;
  const [, navigate] = useLocation();
  const confirm = useConfirmImport();
  const role = useSession().actor?.role ?? 'display';
  const [shown, setShown] = useState<PreviewRow['verdict'] | 'all'>('all');
  const [isUndoing, setIsUndoing] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const writable = preview.rows.filter(isWritable);
  const picked = writable.filter((row) => chosen.has(placeOf(row)));
  const rows = shown === 'all' ? preview.rows : preview.rows.filter((row) => row.verdict === shown);

  function write(only: readonly PreviewRow[] | null): void {
    const rowsOf = only?.map(({ sheet, row }) => ({ sheet, row }));
    confirm.mutate(
      { id: preview.id, basis: preview.basis, ...(rowsOf ? { rows: rowsOf } : {}) },
      { onSuccess: () => setChosen(new Set()) },
    );
  }

  function choose(places: readonly string[], isChosen: boolean): void {
    const next = new Set(chosen);
    for (const place of places) {
      if (isChosen) next.add(place);
      else next.delete(place);
    }
    setChosen(next);
  }

  return (
    <>
      <div className={styles.file}>
        <b>{preview.fileName}</b>
        <Chip look="level">{imports.kind[preview.kind]}</Chip>
        <Chip>{preview.week ? imports.week(preview.week) : imports.year(preview.year)}</Chip>
        <span className={styles.grow} />
        {preview.appliedAt && (
          <>
            <span className={styles.quiet}>{imports.applied(`${dayOf(preview.appliedAt)} ${timeOf(preview.appliedAt)}`)}</span>
            {mayCall(role, 'imports.undo') && <Button onClick={() => setIsUndoing(true)}>{imports.undoTitle}</Button>}
          </>
        )}
      </div>
      {isUndoing && <UndoDialog preview={preview} onClose={() => setIsUndoing(false)} />}
      {confirm.data && preview.appliedAt && <Result kind={preview.kind} counts={confirm.data} onGo={navigate} />}
      {confirm.error && (
        <Notice look="red">
          {failureOf(confirm.error)?.code === 'CONFLICT' ? imports.conflict : errorSentence(confirm.error, messages)}
        </Notice>
      )}
      <Understood preview={preview} mayCorrect={mayCall(role, 'imports.correct')} />
      <Section title={imports.counts}>
        <div className={styles.acts}>
          <Segmented
            label={imports.show}
            value={shown}
            onValue={setShown}
            segments={[
              { value: 'all' as const, label: `${imports.all} ${preview.rows.length}` },
              ...verdicts.map((verdict) => ({
                value: verdict,
                label: `${imports.preview.verdict[verdict]} ${preview.rows.filter((row) => row.verdict === verdict).length}`,
              })),
            ]}
          />
          <span className={styles.grow} />
          {picked.length > 0 && (
            <Button busy={confirm.isPending} onClick={() => write(picked)}>
              {imports.applyChosen(picked.length)}
            </Button>
          )}
          {writable.length > 0 && (
            <Button look="primary" icon="check" busy={confirm.isPending} onClick={() => write(null)}>
              {imports.applyAll(writable.length)}
            </Button>
          )}
        </div>
        {writable.length === 0 && <Notice title={imports.nothingToApply}>{imports.nothingToApplyHint}</Notice>}
        {preview.newUnits.length > 0 && (
          <p className={styles.quiet}>{imports.newUnits(preview.newUnits.length, kit.list(preview.newUnits))}</p>
        )}
        <RowTable key={shown} kind={preview.kind} rows={rows} chosen={chosen} onChoose={choose} />
      </Section>
      <Findings findings={preview.findings} />
    </>
  );
}

type Counts = NonNullable<ReturnType<typeof useConfirmImport>['data']>;

function Result({ kind, counts, onGo }: { kind: Preview['kind']; counts: Counts; onGo: (path: string) => void }) {
  const { imports } = useMessages();
  const [path, words] = kind === 'weekly' ? ['/returns', imports.toReturns] : ['/', imports.toBoard];
  return (
    <Notice title={imports.done} actions={<Button onClick={() => onGo(path)}>{words}</Button>}>
      <span role="status">{imports.preview.doneCounts[kind](counts)}</span>
    </Notice>
  );
}
