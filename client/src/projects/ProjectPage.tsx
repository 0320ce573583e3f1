import type { ReactNode } from 'react';
import { Redirect, useLocation, useParams } from 'wouter';
import type { Role } from '#shared/accounts/schema.ts';
import { idOf } from '#shared/kit/ids.ts';
import { errorSentence, failureOf } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { ApprovalsTab } from '../approvals/ApprovalsTab.tsx';
import { AttachmentList } from '../attachments/AttachmentList.tsx';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { TabLinks } from '../kit/TabLinks.tsx';
import { PaymentList } from '../payments/PaymentList.tsx';
import { ProblemList } from '../problems/ProblemList.tsx';
import { SignoffSection } from '../signoffs/SignoffSection.tsx';
import { VisitList } from '../visits/VisitList.tsx';
import { Acts } from './Acts.tsx';
import { BesideTab } from './BesideTab.tsx';
import { Decisions } from './Decisions.tsx';
import { type ProjectView, useProjectView } from './data.ts';
import { History } from './History.tsx';
import { Overview } from './Overview.tsx';
import { Progress } from './Progress.tsx';
import { ProjectHeader } from './ProjectHeader.tsx';
import { Ratings } from './Ratings.tsx';
import { Remarks } from './Remarks.tsx';
import { type ProjectTab, projectTabs } from './tabs.ts';

/** One project with everything that is on record of it, each part with an address of its own. */
export function ProjectPage() {
  const messages = useMessages();
  const { projects } = messages;
  const { actor } = useSession();
  const [, navigate] = useLocation();
  const params = useParams<{ id: string; tab?: string }>();
  const id = idOf('project').safeParse(params.id).data ?? null;
  const tab = projectTabs.find((each) => each === params.tab);
  const { data: view, error } = useProjectView(id);

  const mergedInto = idOf('project').safeParse(failureOf(error)?.details.mergedInto).data;
  if (mergedInto) return <Redirect to={`/projects/${mergedInto}/${tab ?? 'overview'}`} replace />;
  if (id && !tab) return <Redirect to={`/projects/${id}/overview`} replace />;
  if (!id || !tab || error) {
    return (
      <Page>
        <EmptyState
          title={error ? errorSentence(error, messages) : messages.app.pageMissing}
          action={<Button onClick={() => navigate('/')}>{projects.board}</Button>}
        />
      </Page>
    );
  }
  if (!view || !actor) {
    return (
      <Page>
        <Skeleton label={projects.loading} />
      </Page>
    );
  }
  const done = view.steps.filter((step) => step.state === 'done').length;
  const counts: Partial<Record<ProjectTab, string | number>> = {
    progress: view.returns.length,
    steps: `${done} / ${view.steps.filter((step) => step.state !== 'exempt').length}`,
    problems: view.problems.length,
    decisions: view.decisions.length,
    attachments: view.attachments.length,
  };
  return (
    <Page width="wide">
      <ProjectHeader view={view} actions={<Acts view={view} role={actor.role} tabs={projectTabs} />} />
      <TabLinks
        label={projects.tabsLabel}
        links={projectTabs.map((each) => ({ href: `/projects/${id}/${each}`, label: projects.tabs[each], count: counts[each] ?? null }))}
      />
      <Part tab={tab} view={view} role={actor.role} />
    </Page>
  );
}

function Part({ tab, view, role }: { tab: ProjectTab; view: ProjectView; role: Role }): ReactNode {
  switch (tab) {
    case 'overview':
      return <Overview view={view} role={role} />;
    case 'progress':
      return (
        <BesideTab view={view}>
          <Progress returns={view.returns} />
          <VisitList view={view} role={role} />
          <PaymentList projectId={view.project.id} role={role} />
        </BesideTab>
      );
    case 'steps':
      return (
        <BesideTab view={view}>
          <SignoffSection view={view} role={role} />
          <ApprovalsTab projectId={view.project.id} role={role} />
        </BesideTab>
      );
    case 'problems':
      return <ProblemList view={view} role={role} />;
    case 'decisions':
      return (
        <>
          <Decisions decisions={view.decisions} />
          <Remarks view={view} />
        </>
      );
    case 'ratings':
      return <Ratings view={view} />;
    case 'attachments':
      return <AttachmentList view={view} role={role} />;
    case 'history':
      return <History projectId={view.project.id} />;
  }
}
