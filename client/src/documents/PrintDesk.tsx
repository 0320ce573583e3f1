import type { Document } from '#shared/documents/model.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button, DownloadLink } from '../kit/Button.tsx';
import { Notice } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Paper } from './Paper.tsx';
import styles from './PrintDesk.module.css';

/** A document on its sheets, with one bar that does not print itself. Null while it is being fetched. `word` is the address of its Word file. */
export function PrintDesk({ document, error, word }: { document: Document | null; error: unknown; word?: string }) {
  const messages = useMessages();
  return (
    <main className={styles.page}>
      <div className={styles.bar}>
        <Button icon="back" onClick={() => window.history.back()}>
          {messages.documents.back}
        </Button>
        <Button look="primary" icon="print" onClick={() => window.print()} disabled={document === null}>
          {messages.documents.print}
        </Button>
        {word && document && <DownloadLink href={word}>{messages.documents.word}</DownloadLink>}
      </div>
      {error ? (
        <Notice look="red">{errorSentence(error, messages)}</Notice>
      ) : (
        document === null && <Skeleton label={messages.documents.loading} />
      )}
      {document && <Paper document={document} />}
    </main>
  );
}
