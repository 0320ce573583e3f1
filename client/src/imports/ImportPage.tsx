import { useLocation, useSearch } from 'wouter';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { DropZone } from './DropZone.tsx';
import { usePreview } from './data.ts';
import { PreviewView } from './PreviewView.tsx';
import { RecentImports } from './RecentImports.tsx';
import { useSendList } from './send.ts';
import { useUnreadable } from './words.ts';

/** An office's list, from the file to the record: what was understood, what it changes, and only then the writing. */
export function ImportPage() {
  const messages = useMessages();
  const { imports } = messages;
  const [, navigate] = useLocation();
  const batch = new URLSearchParams(useSearch()).get('batch');
  const preview = usePreview(batch);
  const { send, sent, failure } = useSendList();
  const unreadable = useUnreadable();
  const error = failure ?? preview.error;

  return (
    <Page>
      <PageHeader
        title={imports.title}
        note={imports.note}
        actions={preview.data && <Button onClick={() => navigate('/import')}>{imports.another}</Button>}
      />
      {error !== null && error !== undefined && <Notice look="red">{unreadable(error) ?? errorSentence(error, messages)}</Notice>}
      {(batch === null || preview.error) && <DropZone onFile={send} sent={sent} />}
      {batch === null && <RecentImports />}
      {batch !== null && preview.isLoading && <Skeleton label={imports.comparing} />}
      {preview.data && <PreviewView key={preview.data.id} preview={preview.data} />}
    </Page>
  );
}
