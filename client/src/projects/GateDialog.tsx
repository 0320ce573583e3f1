import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { gateSteps } from '#shared/projects/gate.ts';
import type { Project, Stage } from '#shared/projects/schema.ts';
import type { StageLack } from '#shared/projects/stages.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { Notice } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { type ProjectView, useProjectView } from './data.ts';
import styles from './GateDialog.module.css';

type GateDialogProps = { project: Pick<Project, 'id' | 'name'>; to: Stage; missing: readonly StageLack[]; onClose: () => void };
type Step = ProjectView['steps'][number];

/** Why a project stays before a stage: what is missing, who holds it and since when, and what is there already. */
export function GateDialog({ project, to, missing, onClose }: GateDialogProps) {
  const { kit, projects, signoffs, visits, vocabulary } = useMessages();
  const [, navigate] = useLocation();
  const { data: view } = useProjectView(project.id);
  const steps = view && gateSteps(view.steps, to);
  return (
    <Dialog
      title={projects.notInto(vocabulary.stage[to])}
      mark="stop"
      size="medium"
      description={project.name}
      onClose={onClose}
      footer={
        <>
          <Button look="primary" onClick={() => navigate(`/projects/${project.id}/${to === 'completed' ? 'progress' : 'steps'}`)}>
            {to === 'completed' ? projects.seeVisits : projects.seeSteps}
          </Button>
          <Button onClick={onClose}>{projects.putBack}</Button>
        </>
      }
    >
      <ul className={styles.list}>
        {missing.map((lack) => (
          <Item key={lack} icon="close" title={projects.lacks[lack]} />
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
      {missing.includes('sign-off-missing') && <Notice>{signoffs.way}</Notice>}
      {missing.includes('site-visit-missing') && <Notice>{visits.none}</Notice>}
    </Dialog>
  );
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
      note={kit.phrases([step.agencyName, used, clock.dueOn && projects.dueBy(kit.day(clock.dueOn))].filter((part) => part !== null))}
    >
      <Chip look={isLate ? 'red' : step.state === 'tolerant' ? 'dashed' : 'plain'}>
        {isLate ? projects.overdueBy(clock.overdueWorkdays) : vocabulary.approvalState[step.state]}
      </Chip>
    </Item>
  );
}

function Item({ icon, title, note, children }: { icon: IconName; title: string; note?: string | null; children?: ReactNode }) {
  return (
    <li className={styles.item}>
      <Icon name={icon} />
      <span className={styles.title}>{title}</span>
      {children}
      {note && <span className={styles.note}>{note}</span>}
    </li>
  );
}
