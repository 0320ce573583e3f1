import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { Link } from 'wouter';
import type { AppRouter } from '#server/router.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { issueText } from '#shared/documents/wording.ts';
import { dayOf, yearOf } from '#shared/kit/calendar.ts';
import { kindOf } from '#shared/reports/rules.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Page, PageHeader, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Table } from '../kit/Table.tsx';
import { useBeginReport, useReportNews } from './mutations.ts';
import styles from './ReportsPage.module.css';
import { useSubjectText } from './words.ts';

type Listed = inferRouterOutputs<AppRouter>['reports']['list']['drafts'][number];

/** 专报 and 简报: the drafts in hand, and what was issued last. */
export function ReportsPage() {
  const messages = useMessages();
  const { reports, documents } = messages;
  const { actor } = useSession();
  const { data, error } = useQuery(useTRPC().reports.list.queryOptions());
  const begin = useBeginReport();
  useReportNews();
  const mayBegin = actor !== null && mayCall(actor.role, 'reports.begin');
  return (
    <Page width="wide">
      <PageHeader
        title={reports.title}
        note={reports.note}
        actions={
          <>
            <Link href="/bulletins">{reports.toBulletins}</Link>
            <Link href="/documents">{documents.register.title}</Link>
            {mayBegin && (
              <Button look="primary" busy={begin.isPending} onClick={() => begin.mutate({ subject: { about: 'reconstruction' } })}>
                {reports.writeBriefing}
              </Button>
            )}
          </>
        }
      />
      {mayBegin && (
        <Notice title={reports.ways} actions={<Link href="/ledgers">{reports.toLedgers}</Link>}>
          {reports.waysProject} {reports.waysTheme}
        </Notice>
      )}
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {!data && !error && <Skeleton label={messages.app.loading} />}
      {data && (
        <>
          <Section title={reports.drafts}>
            {data.drafts.length > 0 ? <List label={reports.drafts} listed={data.drafts} /> : <EmptyState title={reports.noDrafts} />}
          </Section>
          <Section title={reports.issued}>
            {data.issued.length > 0 ? <List label={reports.issued} listed={data.issued} /> : <EmptyState title={reports.noIssued} />}
          </Section>
        </>
      )}
    </Page>
  );
}

function List({ label, listed }: { label: string; listed: readonly Listed[] }) {
  const { reports } = useMessages();
  const isIssued = listed.some(({ state }) => state === 'issued');
  return (
    <Table label={label}>
      <thead>
        <tr>
          <th scope="col">{reports.kind}</th>
          {isIssued && <th scope="col">{reports.number}</th>}
          <th scope="col">{reports.subject}</th>
          <th scope="col">{reports.draftedBy}</th>
          <th scope="col">{isIssued ? reports.issuedAt : reports.draftedAt}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((report) => (
          <Row key={report.id} report={report} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ report }: { report: Listed }) {
  const { reports } = useMessages();
  const subjectText = useSubjectText();
  const { id, subject, state, number, issuedAt, draftedAt, draftedByName, correctsId, projectName } = report;
  const at = dayOf(issuedAt ?? draftedAt);
  return (
    <tr>
      <td className={styles.short}>{reports.kinds[kindOf(subject)]}</td>
      {state === 'issued' && <td className={styles.short}>{number !== null && issueText({ year: yearOf(at), number })}</td>}
      <th scope="row" className={styles.subject}>
        <Link href={`/reports/${id}`}>{subjectText(subject, projectName)}</Link>{' '}
        {subject.about === 'theme' && <span className={styles.count}>{reports.projects(subject.projectIds.length)}</span>}{' '}
        {correctsId && <Chip look="yellow">{reports.correcting}</Chip>}
      </th>
      <td className={styles.short}>{draftedByName}</td>
      <td className={styles.short}>{at}</td>
    </tr>
  );
}
