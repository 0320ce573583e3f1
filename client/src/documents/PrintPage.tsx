import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { idOf } from '#shared/kit/ids.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { MissingPage } from '../app/MissingPage.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Notice } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Paper } from './Paper.tsx';
import styles from './PrintPage.module.css';

/** An issued document on its sheets, with one button that does not print itself. */
export function PrintPage() {
  const id = idOf('document').safeParse(useParams().documentId);
  return id.success ? <Issued id={id.data} /> : <MissingPage />;
}

function Issued({ id }: { id: ReturnType<ReturnType<typeof idOf<'document'>>['parse']> }) {
  const messages = useMessages();
  const trpc = useTRPC();
  const issued = useQuery(trpc.documents.get.queryOptions({ id }, { staleTime: Number.POSITIVE_INFINITY }));
  return (
    <main className={styles.page}>
      <div className={styles.bar}>
        <Button icon="back" onClick={() => window.history.back()}>
          {messages.documents.back}
        </Button>
        <Button look="primary" icon="print" onClick={() => window.print()} disabled={!issued.data}>
          {messages.documents.print}
        </Button>
      </div>
      {issued.error && <Notice look="red">{errorSentence(issued.error, messages)}</Notice>}
      {issued.isPending && <Skeleton label={messages.documents.loading} />}
      {issued.data && <Paper document={issued.data.model} />}
    </main>
  );
}
