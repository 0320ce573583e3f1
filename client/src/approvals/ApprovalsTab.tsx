import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import type { Assumption } from '#shared/approvals/plan.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import type { Id } from '#shared/kit/ids.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { ChartLegend } from './ChartLegend.tsx';
import { usePlan } from './data.ts';
import { useFromTemplate } from './mutations.ts';
import { PlanChart } from './PlanChart.tsx';
import { StartNotice } from './StartNotice.tsx';
import { StepList } from './StepList.tsx';

type Assumed = Assumption<Id<'approvalStep'>>;

/** A project's approvals: the chart, what holds the start, and the list in which all of it can be read and changed. */
export function ApprovalsTab({ projectId, role }: { projectId: Id<'project'>; role: Role }) {
  const messages = useMessages();
  const { approvals, app, kit } = messages;
  const [assumed, setAssumed] = useState<Assumed | null>(null);
  const { data, error } = usePlan(projectId, assumed);
  const list = useFromTemplate();
  if (error) return <EmptyState title={errorSentence(error, messages)} />;
  if (!data) return <Skeleton label={app.loading} />;
  const needed = data.steps.filter((step) => step.state !== 'exempt');
  const count = (...phases: string[]) => needed.filter((step) => phases.includes(step.clock.phase)).length;
  const mayList = mayCall(role, 'approvals.fromTemplate');
  const fromTemplate = (
    <Button busy={list.isPending} onClick={() => list.mutate({ projectId })}>
      {approvals.fromTemplate}
    </Button>
  );
  return (
    <>
      {data.steps.length > 0 && (
        <Section
          title={approvals.chart.title}
          note={kit.apart([
            approvals.chart.counts(needed.length, count('finished'), count('running', 'stopped', 'suspended'), count('waiting')),
            ...data.templates.map(({ kind, edition }) => approvals.edition(approvals.templateKinds[kind], edition)),
          ])}
          actions={<ChartLegend projectId={projectId} />}
        >
          <PlanChart view={data} />
          {data.actualStart === null && data.plan.readyOn && <StartNotice view={data} assumed={assumed} onAssume={setAssumed} />}
        </Section>
      )}
      <StepList steps={data.steps} view={data} projectId={projectId} role={role} />
      {list.error && <Notice look="red">{errorSentence(list.error, messages)}</Notice>}
      {mayList && <Notice actions={fromTemplate}>{data.steps.length === 0 ? approvals.emptyWay : approvals.templateWay}</Notice>}
    </>
  );
}
