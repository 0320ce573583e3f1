import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { gateSteps } from '#shared/projects/gate.ts';
import type { Project, Stage } from '#shared/projects/schema.ts';
import type { StageLack } from '#shared/projects/stages.ts';
import { whyNotAskSignoff } from '#shared/signoffs/rules.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { Estimate } from '../calendar/Estimate.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { Notice } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { AskDialog } from '../signoffs/AskDialog.tsx';
import { type ProjectView, useProjectView } from './data.ts';
import styles from './GateDialog.module.css';
import { holders } from './gate-messages.ts';

type GateDialogProps = {
  project: Pick<Project, 'id' | 'name'>;
  to: Stage;
  missing: readonly StageLack[];
  role: Role;
  onClose: () => void;
};
type Step = ProjectView['steps'][number];

/** Why a project stays before a stage: what is missing, who holds it and since when, what is there already, and the way round. */
export function GateDialog({ project, to, missing, role, onClose }: GateDialogProps) {
  const { kit, projects, signoffs, vocabulary } = useMessages();
  const [, navigate] = useLocation();
  const [isAsking, setIsAsking] = useState(false);
  const today = useToday();
  const { data: view } = useProjectView(project.id);
  const steps = view && gateSteps(view.steps, to);
  const leaderName = view?.project.leaderName;
  const mayAsk =
    view !== undefined &&
    mayCall(role, 'signoffs.ask') &&
    whyNotAskSignoff({ ...view.project, ...view.gate }, view.signoffs[0] ?? null, today, today) === null;
  const way = wayRound(missing, view);
  const isOnSite = missing.includes('site-visit-missing');
  if (isAsking) return <AskDialog projectId={project.id} onClose={onClose} />;
  return (
    <Dialog
      title={projects.notInto(vocabulary.stage[to])}
      mark="stop"
      size="medium"
      description={project.name}
      onClose={onClose}
      footer={
        <>
          {mayAsk && (
            <Button look="primary" onClick={() => setIsAsking(true)}>
              {signoffs.ask}
            </Button>
          )}
          <Button
            look={mayAsk ? 'default' : 'primary'}
            onClick={() => navigate(`/projects/${project.id}/${isOnSite ? 'progress' : 'steps'}`)}
          >
            {isOnSite ? projects.seeVisits : projects.seeSteps}
          </Button>
          <Button onClick={onClose}>{projects.putBack}</Button>
        </>
      }
    >
      <ul className={styles.list}>
        {missing.map((lack) => (
          <Item
            key={lack}
            icon="close"
            title={projects.lacks[lack]}
            note={lack === 'sign-off-missing' && leaderName ? projects.leaderSigns(leaderName) : projects.heldBy[holders[lack]]}
          />
        ))}
        {!steps && <Skeleton label={projects.loading} />}
        {steps?.missing.map((step) => (
          <Item key={step.id} icon="close" title={projects.lackOf(step.name)} note={step.agencyName}>
            <Chip look="red">{projects.notBegun}</Chip>
          </Item>
        ))}
        {steps?.waiting.map((step) => (
          <Waiting key={step.id} step={step} />
        ))}
        {steps && steps.settled.length > 0 && (
          <Item
            icon="check"
            title={projects.settledSteps(kit.list(steps.settled.slice(0, 2).map((step) => step.name)), steps.settled.length)}
          >
            <Chip look="green">{projects.settled}</Chip>
          </Item>
        )}
      </ul>
      {way && <Notice>{way === 'sign' ? signoffs.way : projects.ways[way]}</Notice>}
    </Dialog>
  );
}

/** The way round a gate, where there is one: 容缺开工, as far as it has come. */
function wayRound(missing: readonly StageLack[], view: ProjectView | undefined): 'sign' | 'asked' | 'tolerate' | null {
  if (missing.includes('sign-off-missing')) return view?.signoffs[0]?.state === 'asked' ? 'asked' : 'sign';
  return missing.includes('permit-pending') || missing.includes('permit-missing') ? 'tolerate' : null;
}

function Waiting({ step }: { step: Step }) {
  const { kit, projects, vocabulary } = useMessages();
  const { clock } = step;
  const used =
    clock.usedDays === null ? null : projects.usedOf(String(clock.usedDays), clock.limitDays === null ? null : String(clock.limitDays));
  const isLate = clock.overdueWorkdays > 0;
  return (
    <Item
      icon={isLate ? 'close' : 'clock'}
      title={projects.waitOf(step.name)}
      years={clock.unknownYears}
      note={kit.phrases([step.agencyName, used, clock.dueOn && projects.dueBy(kit.day(clock.dueOn))].filter((part) => part !== null))}
    >
      <Chip look={isLate ? 'red' : step.state === 'tolerant' ? 'dashed' : 'plain'}>
        {isLate ? projects.overdueBy(clock.overdueWorkdays) : vocabulary.approvalState[step.state]}
      </Chip>
    </Item>
  );
}

type ItemProps = { icon: IconName; title: string; note?: string | null; years?: readonly number[]; children?: ReactNode };

function Item({ icon, title, note, years = [], children }: ItemProps) {
  return (
    <li className={styles.item}>
      <Icon name={icon} />
      <span className={styles.title}>{title}</span>
      {children}
      {note && (
        <span className={styles.note}>
          {note}
          <Estimate years={years} />
        </span>
      )}
    </li>
  );
}
