import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { Link, useParams } from 'wouter';
import type { AppRouter } from '#server/router.ts';
import type { Actor } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { issueText } from '#shared/documents/wording.ts';
import { type Id, idOf } from '#shared/kit/ids.ts';
import { kindOf } from '#shared/reports/rules.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { MissingPage } from '../app/MissingPage.tsx';
import { useSession } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { WordsDesk } from '../documents/WordsDesk.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useReportDesk } from './desk.ts';
import { useReportNews } from './mutations.ts';
import { ReportActs } from './ReportActs.tsx';
import { ReportForm } from './ReportForm.tsx';

export type ReportView = inferRouterOutputs<AppRouter>['reports']['view'];

/** One 专报 or 简报: as a draft its words beside the sheets that they make, once issued the sheets as they were printed. */
export function ReportPage() {
  const id = idOf('report').safeParse(useParams().id);
  return id.success ? <Asked key={id.data} id={id.data} /> : <MissingPage />;
}

function Asked({ id }: { id: Id<'report'> }) {
  const messages = useMessages();
  const { actor } = useSession();
  const { data, error } = useQuery(useTRPC().reports.view.queryOptions({ id }));
  useReportNews();
  if (!data || !actor) {
    return (
      <Page>{error ? <Notice look="red">{errorSentence(error, messages)}</Notice> : <Skeleton label={messages.documents.loading} />}</Page>
    );
  }
  return <Loaded view={data} actor={actor} />;
}

function Loaded({ view, actor }: { view: ReportView; actor: Actor }) {
  const { reports } = useMessages();
  const { report, corrects, document, projects } = view;
  const { subject, state } = report;
  const isDraft = state === 'drafting';
  const desk = useReportDesk(report, actor.id);
  const mayChange = isDraft && mayCall(actor.role, 'reports.compose');
  const gone = subject.about === 'theme' && isDraft ? subject.projectIds.length - projects.length : 0;
  return (
    <Page width="wide">
      <PageHeader
        title={reports.kinds[kindOf(subject)]}
        beside={<Chip look="ink">{reports.states[state]}</Chip>}
        note={isDraft ? reports.live : undefined}
        actions={
          <>
            <Link href="/reports">{reports.all}</Link>
            <ReportActs
              report={report}
              role={actor.role}
              isTyped={desk.isTyped}
              isEmpty={isDraft && projects.length === 0}
              onDiscarded={desk.forget}
            />
          </>
        }
      />
      {corrects && (
        <Notice look="yellow" actions={<Link href={`/print/${corrects.documentId}`}>{reports.original}</Link>}>
          {reports.corrects(issueText(corrects), corrects.why)}
        </Notice>
      )}
      {gone > 0 && <Notice look="yellow">{projects.length === 0 ? reports.noRows : reports.gone(gone)}</Notice>}
      <WordsDesk document={document} words={mayChange ? <ReportForm view={view} desk={desk} /> : null} />
    </Page>
  );
}
