import { useQuery } from '@tanstack/react-query';
import { Redirect, useParams, useSearch } from 'wouter';
import { GUESSED, guessedYears } from '#shared/ledgers/guesses.ts';
import type { LedgerName } from '#shared/ledgers/records.ts';
import { notesOf, papersOf, titleOf } from '#shared/ledgers/sheet.ts';
import { arrange, columnsOf, Ledger, viewFromQuery } from '#shared/ledgers/view.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { DocumentTable } from '../documents/DocumentTable.tsx';
import { Button } from '../kit/Button.tsx';
import { Notice } from '../kit/Page.tsx';
import { PaperSize } from '../kit/PaperSize.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useLedger } from './data.ts';
import styles from './LedgerPrintPage.module.css';

/** A ledger on landscape paper: the header on every page, the first columns on every sheet, and page numbers. */
export function LedgerPrintPage() {
  const given = Ledger.safeParse(useParams().ledger);
  return given.success ? <LedgerPaper name={given.data} /> : <Redirect to="/ledgers/progress" />;
}

function LedgerPaper({ name }: { name: LedgerName }) {
  const messages = useMessages();
  const { documents, ledgers } = messages;
  const view = viewFromQuery(name, new URLSearchParams(useSearch()));
  const ledger = useLedger(name);
  const district = useQuery(useTRPC().districts.mine.queryOptions());
  const error = ledger.error ?? district.error;
  const guessed = ledger.data ? guessedYears(columnsOf(name, view), arrange(name, view, ledger.data.records)) : [];
  return (
    <main className={styles.page}>
      <PaperSize paper={view.paper} />
      <div className={styles.bar}>
        <Button icon="back" onClick={() => window.history.back()}>
          {documents.back}
        </Button>
        <Button look="primary" icon="print" onClick={() => window.print()} disabled={!ledger.data}>
          {documents.print}
        </Button>
      </div>
      {error ? <Notice look="red">{errorSentence(error, messages)}</Notice> : !ledger.data && <Skeleton label={ledgers.loading} />}
      {ledger.data && district.data && (
        <article className={styles.paper} style={{ width: view.paper === 'a3' ? '396mm' : '273mm' }}>
          {papersOf({ name, view, records: ledger.data.records, districtName: district.data.name, asOf: ledger.data.asOf }).map(
            (sheet, at) => (
              // A sheet has no identity but its place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <section key={at} className={styles.sheet}>
                <h1 className={styles.title}>{titleOf(name, district.data.name, arrange(name, view, ledger.data.records))}</h1>
                <p className={styles.note}>{notesOf(name, ledger.data.asOf, guessed, GUESSED).left}</p>
                <DocumentTable table={sheet} onNumber={undefined} />
              </section>
            ),
          )}
        </article>
      )}
    </main>
  );
}
