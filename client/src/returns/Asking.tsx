import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';

/** In place of what is being asked for, or what could not be had. */
export function Asking({ query }: { query: { error: unknown; isError: boolean; refetch: () => unknown } }) {
  const messages = useMessages();
  return (
    <Page>
      {query.isError ? (
        <EmptyState
          title={messages.returns.unread}
          hint={errorSentence(query.error, messages)}
          action={<Button onClick={() => query.refetch()}>{messages.returns.retry}</Button>}
        />
      ) : (
        <Skeleton label={messages.app.loading} />
      )}
    </Page>
  );
}
