import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { formatPercent, formatWan, type Money } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { classes } from '../kit/classes.ts';
import { Section } from '../kit/Page.tsx';
import { ReasonsPanel } from '../lamps/ReasonsPanel.tsx';
import { OfficerPanel } from '../officers/OfficerPanel.tsx';
import { RegistrationDialog } from '../registrations/RegistrationDialog.tsx';
import type { ProjectView } from './data.ts';
import { PlanPanel } from './PlanPanel.tsx';
import styles from './ProjectPage.module.css';
import { TaskForcePanel } from './TaskForcePanel.tsx';

/** Why the lamp is what it is, the money, and the facts on record. */
export function Overview({ view, role }: { view: ProjectView; role: Role }) {
  return (
    <div className={styles.column}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <ReasonsPanel projectId={view.project.id} figures={view.figures} role={role} />
          <Amounts view={view} />
        </div>
        <div className={styles.column}>
          <OfficerPanel project={view.project} role={role} />
          <FactsOnRecord view={view} role={role} />
          <TaskForcePanel view={view} role={role} />
          {view.stages.length > 0 && <StageWay stages={view.stages} />}
          {view.tenures.length > 1 && <Tenures tenures={view.tenures} />}
          {view.parts.length > 0 && <Parts parts={view.parts} />}
        </div>
      </div>
      <PlanPanel view={view} role={role} />
    </div>
  );
}

function Amounts({ view }: { view: ProjectView }) {
  const { projects } = useMessages();
  const { project, figures, yearPlan } = view;
  const money = (amount: Money | null | undefined) =>
    amount === null || amount === undefined ? projects.none : `${formatWan(amount)} ${projects.wan}`;
  const rate = (part: Money | undefined, base: Money | null | undefined) => {
    const percent = part === undefined || !base ? null : formatPercent(part, base);
    return percent === null ? projects.none : `${percent}%`;
  };
  const rows: [string, string][] = [
    [projects.fields.totalInvestment, money(project.totalInvestment)],
    [projects.fields.annual, money(yearPlan?.annual)],
    [projects.plannedToDate, money(figures?.plannedToDate)],
    [projects.doneThisYear, money(figures?.doneThisYear)],
    [projects.doneSinceStart, money(figures?.doneSinceStart)],
    [projects.fields.doneBeforeYear, money(yearPlan?.doneBeforeYear)],
    [projects.timeRate, rate(figures?.doneThisYear, figures?.plannedToDate)],
    [projects.yearRate, rate(figures?.doneThisYear, yearPlan?.annual)],
    [projects.totalRate, rate(figures?.doneSinceStart, project.totalInvestment)],
  ];
  return (
    <Section title={projects.money}>
      <List rows={rows} />
    </Section>
  );
}

/** How the project came to its stage, the latest first, with what was said to it: the evidence of 达效, why something was left out. */
function StageWay({ stages }: Pick<ProjectView, 'stages'>) {
  const { kit, projects, vocabulary } = useMessages();
  const { way } = projects;
  return (
    <Section title={way.title}>
      <ol className={styles.way}>
        {stages.toReversed().map(({ seq, from, to, on, by, reason, evidenceNote }) => (
          <li key={seq}>
            <b>{way.moved(vocabulary.stage[from], vocabulary.stage[to])}</b>
            <span className={styles.quiet}>{way.by(by, on)}</span>
            {evidenceNote && <p>{kit.labelled(way.evidence, evidenceNote)}</p>}
            {reason && <p>{kit.labelled(way.reason, reason)}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Which unit had the project when, the present one last. */
function Tenures({ tenures }: Pick<ProjectView, 'tenures'>) {
  const { tenure } = useMessages().projects;
  const spanOf = (from: string, to: string | null) => (to === null ? tenure.since(from) : tenure.span(from, to));
  return (
    <Section title={tenure.title}>
      <List rows={tenures.map(({ unitName, from, to }) => [spanOf(from, to), unitName] as const)} wide />
    </Section>
  );
}

function FactsOnRecord({ view, role }: { view: ProjectView; role: Role }) {
  const { calendar, kit, projects, registrations, vocabulary } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const { project, unitName, registration, figures } = view;
  const { fields } = projects;
  const registered = registration?.registeredOn
    ? projects.registered(registration.registeredOn)
    : registration?.submittedOn
      ? projects.submitted(registration.submittedOn)
      : figures?.needsRegistration
        ? projects.notRegistered
        : projects.needsNone;
  const due = view.registrationDue;
  const late = due && due.overdueDays > 0 ? [registrations.overdue(due.overdueDays)] : [];
  const guessed = due && due.unknownYears.length > 0 ? [calendar.estimate(kit.list(due.unknownYears.map(String)))] : [];
  const rows: [string, string | null][] = [
    [fields.code, project.code],
    [fields.unit, unitName],
    [fields.leaderName, project.leaderName],
    [fields.kind, vocabulary.kind[project.kind]],
    [fields.level, vocabulary.level[project.level]],
    [fields.yearClass, vocabulary.yearClass[project.yearClass]],
    [fields.track, vocabulary.track[project.track]],
    [fields.stage, vocabulary.stage[project.stage]],
    [fields.standing, vocabulary.standing[project.standing]],
    [fields.category, project.category],
    [fields.location, project.location],
    [fields.plannedStart, project.plannedStart],
    [fields.actualStart, project.actualStart],
    [fields.plannedFinish, project.plannedFinish],
    [fields.actualFinish, project.actualFinish],
    [projects.header.registration, kit.phrases([registered, ...(due ? [registrations.dueBy(due.dueOn)] : []), ...late, ...guessed])],
    [fields.content, project.content],
  ];
  return (
    <Section
      title={projects.fieldNames}
      actions={
        mayCall(role, 'registrations.set') && (
          <Button size="small" onClick={() => setIsOpen(true)}>
            {registrations.set}
          </Button>
        )
      }
    >
      <List rows={rows.map(([label, value]) => [label, value ?? projects.none])} />
      {isOpen && <RegistrationDialog project={project} registration={registration} due={due} onClose={() => setIsOpen(false)} />}
    </Section>
  );
}

/** The records that became part of this one. */
function Parts({ parts }: Pick<ProjectView, 'parts'>) {
  const { merge } = useMessages().projects;
  return (
    <Section title={merge.parts}>
      <ul>
        {parts.map((part) => (
          <li key={part.id}>{merge.part(part.name, part.code ?? `#${part.key}`)}</li>
        ))}
      </ul>
    </Section>
  );
}

function List({ rows, wide = false }: { rows: readonly (readonly [string, string])[]; wide?: boolean }) {
  return (
    <dl className={classes(styles.list, wide && styles.wide)}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
