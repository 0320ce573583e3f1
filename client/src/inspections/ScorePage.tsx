import { useQuery } from '@tanstack/react-query';
import type { Actor } from '#shared/accounts/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useInspectionNews } from './mutations.ts';
import { Round } from './Round.tsx';

/** An inspector's round on a phone, stop by stop. */
export function ScorePage() {
  const { actor } = useSession();
  useInspectionNews();
  return actor && <Mine actor={actor} />;
}

function Mine({ actor }: { actor: Actor }) {
  const messages = useMessages();
  const text = messages.inspections.score;
  const trpc = useTRPC();
  const mine = useQuery(trpc.scoresheets.mine.queryOptions());
  // What was read stays on the page while the line is down: the round goes on without it.
  if (mine.data?.inspection.id && mine.data.stops.length > 0)
    return <Round actor={actor} inspection={mine.data.inspection} stops={mine.data.stops} />;
  return (
    <Page>
      {mine.isPending && <Skeleton label={messages.app.loading} />}
      {mine.error && <EmptyState title={errorSentence(mine.error, messages)} />}
      {mine.data && <EmptyState title={text.none} hint={text.noneHint} />}
    </Page>
  );
}
