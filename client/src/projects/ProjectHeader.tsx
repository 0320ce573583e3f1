import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { lateness } from '#shared/approvals/plan.ts';
import { monthNumber, monthOf } from '#shared/kit/calendar.ts';
import { formatPercent, formatWan } from '#shared/kit/money.ts';
import { lampText } from '#shared/lamps/explain.ts';
import { isOpen } from '#shared/problems/flow.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { FlagMark } from '../flags/FlagMark.tsx';
import { Chip } from '../kit/Chip.tsx';
import { useLanguage } from '../kit/language.ts';
import { Notice } from '../kit/Page.tsx';
import { Lamp, LampReason } from '../lamps/Lamp.tsx';
import { BulletBar } from './BulletBar.tsx';
import type { ProjectView } from './data.ts';
import styles from './ProjectHeader.module.css';

/** Name, lamp and the figures that everybody asks for first. */
export function ProjectHeader({ view, actions }: { view: ProjectView; actions?: ReactNode }) {
  const { kit, projects, vocabulary } = useMessages();
  const { language } = useLanguage();
  const { project, figures } = view;
  const reason = figures && lampText(figures, language);
  const flag = view.flags[0];
  return (
    <header className={styles.header}>
      <nav className={styles.path}>
        <Link href="/">{projects.board}</Link> / {vocabulary.stage[project.stage]} / {project.code ?? `#${project.key}`}
      </nav>
      <div className={styles.head}>
        <h1 className={styles.name}>{project.name}</h1>
        <div className={styles.marks}>
          <Lamp colour={figures?.lamp ?? null} size={24} provisional={figures?.override === null} />
          {reason && <LampReason colour={figures.lamp}>{reason}</LampReason>}
          <Chip>{`${vocabulary.kindShort[project.kind]} · ${vocabulary.level[project.level]}`}</Chip>
          <Chip look="ink">{vocabulary.stage[project.stage]}</Chip>
          {project.standing !== 'active' && <Chip look="yellow">{vocabulary.standing[project.standing]}</Chip>}
          {flag && <FlagMark colour={flag.colour} size={20} />}
        </div>
        <span className={styles.grow} />
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {project.standing !== 'active' && view.standing && (
        <Notice look="yellow" title={projects.standing.since(vocabulary.standing[project.standing], view.standing.on)}>
          {kit.apart([view.standing.reason, kit.bracketed(projects.standing.by(view.standing.by))])}
        </Notice>
      )}
      <Facts view={view} />
    </header>
  );
}

function Facts({ view: { project, figures, unitName, yearPlan, problems } }: { view: ProjectView }) {
  const { projects } = useMessages();
  const { header } = projects;
  const today = useToday();
  const month = project.plannedStart;
  const toStart = month && -lateness(today, month);
  const open = problems.filter(isOpen).length;
  const rate = figures?.plannedToDate ? formatPercent(figures.doneThisYear, figures.plannedToDate, 0) : null;
  return (
    <dl className={styles.facts}>
      <Fact label={header.unit}>{unitName}</Fact>
      <Fact label={header.leader}>{project.leaderName ?? projects.none}</Fact>
      <Fact label={header.total} unit={projects.wan}>
        {formatWan(project.totalInvestment)}
      </Fact>
      <Fact label={header.yearPlan} unit={yearPlan ? projects.wan : ''}>
        {yearPlan ? formatWan(yearPlan.annual) : projects.none}
      </Fact>
      {figures && figures.plannedToDate !== null && yearPlan && (
        <div className={styles.bar}>
          <dt>{header.doneToPlanned(monthNumber(monthOf(today)))}</dt>
          <dd>
            <b>{formatWan(figures.doneThisYear)}</b>
            <small>
              {' '}
              / {formatWan(figures.plannedToDate)} {projects.wan} {rate && `${rate}%`}
            </small>
            <BulletBar yearPlan={yearPlan.annual} plannedToDate={figures.plannedToDate} done={figures.doneThisYear} beside="nothing" />
          </dd>
        </div>
      )}
      {project.actualStart ? (
        <Fact label={header.started}>{project.actualStart}</Fact>
      ) : (
        <Fact label={header.start} unit={toStart === null ? '' : toStart >= 0 ? projects.daysAhead(toStart) : projects.daysPast(-toStart)}>
          {month ?? projects.none}
        </Fact>
      )}
      <Fact label={header.problems}>{String(open)}</Fact>
    </dl>
  );
}

function Fact({ label, unit, children }: { label: string; unit?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{children}</b> {unit && <small>{unit}</small>}
      </dd>
    </div>
  );
}
