import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import type { AppRouter } from '#server/router.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { wordsToEdit } from '#shared/documents/edits.ts';
import { NamedMeeting } from '#shared/meetings/inputs.ts';
import type { MeetingPaper } from '#shared/meetings/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { MissingPage } from '../app/MissingPage.tsx';
import { useSession } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { editsOf, typedOf, WordFields } from '../documents/WordFields.tsx';
import { WordsDesk } from '../documents/WordsDesk.tsx';
import { Button } from '../kit/Button.tsx';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useMeetingNews, useSetWords } from './mutations.ts';
import { useSeriesParam } from './series.ts';
import styles from './WordsPage.module.css';

const kinds = ['minutes', 'weekly-report'] as const satisfies MeetingPaper[];

/** What closing will issue, as it stands now, with its words to change; the figures go on living until then. */
export function WordsPage() {
  const named = NamedMeeting.safeParse({ week: useParams().week, ...useSeriesParam() });
  const [kind, setKind] = useState<MeetingPaper>('minutes');
  return named.success ? <Draft key={kind} named={named.data} kind={kind} onKind={setKind} /> : <MissingPage />;
}

type DraftProps = { named: NamedMeeting; kind: MeetingPaper; onKind: (kind: MeetingPaper) => void };

function Draft({ named, kind, onKind }: DraftProps) {
  const messages = useMessages();
  const { meetings } = messages;
  const { data, error } = useQuery(useTRPC().meetings.draft.queryOptions({ ...named, kind }));
  const { actor } = useSession();
  const mayEdit = actor !== null && mayCall(actor.role, 'meetings.setWords');
  useMeetingNews();
  // The week is the district's: another series issues minutes alone.
  const isOwn = data?.series.isDefault ?? named.seriesId === undefined;
  const query = named.seriesId ? `?series=${named.seriesId}` : '';
  return (
    <Page width="wide">
      <PageHeader
        title={isOwn ? meetings.papers.title : meetings.series.minutesOnly.title}
        note={isOwn ? meetings.papers.note : meetings.series.minutesOnly.note}
        actions={<Link href={`/meetings/${named.week}${query}`}>{meetings.toMeeting}</Link>}
      />
      {isOwn && (
        <div>
          <Segmented
            label={meetings.papers.paper}
            segments={kinds.map((value) => ({ value, label: meetings.papers.kinds[value] }))}
            value={kind}
            onValue={onKind}
          />
        </div>
      )}
      {error ? <Notice look="red">{errorSentence(error, messages)}</Notice> : !data && <Skeleton label={messages.app.loading} />}
      {data && (
        <WordsDesk document={data.document} words={mayEdit ? <Words key={data.version} named={named} kind={kind} data={data} /> : null} />
      )}
    </Page>
  );
}

type Draftable = inferRouterOutputs<AppRouter>['meetings']['draft'];

function Words({ named, kind, data }: Pick<DraftProps, 'named' | 'kind'> & { data: Draftable }) {
  const { meetings } = useMessages();
  const save = useSetWords();
  const [typed, setTyped] = useState(typedOf(data.edits));
  const edits = editsOf(typed);
  const isChanged = JSON.stringify(edits) !== JSON.stringify(data.edits);
  return (
    <form
      className={styles.words}
      aria-label={meetings.papers.words}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ ...named, kind, edits, version: data.version });
      }}
    >
      <p className={styles.hint}>{meetings.papers.hint}</p>
      <WordFields paragraphs={wordsToEdit(data.drafted)} typed={typed} onTyped={setTyped} lost={data.lost} />
      <Button look="primary" type="submit" busy={save.isPending} disabled={!isChanged}>
        {meetings.papers.save}
      </Button>
    </form>
  );
}
