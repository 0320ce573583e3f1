import { useParams } from 'wouter';
import type { Document } from '#shared/documents/model.ts';
import type { Day } from '#shared/kit/calendar.ts';
import { idOf } from '#shared/kit/ids.ts';
import { formatPercent, formatWan, type Money } from '#shared/kit/money.ts';
import { isOpen } from '#shared/problems/flow.ts';
import { projectSheet } from '#shared/projects/sheet.ts';
import { MissingPage } from '../app/MissingPage.tsx';
import { catalogues } from '../app/messages.ts';
import { useToday } from '../app/now.ts';
import { PrintDesk } from '../documents/PrintDesk.tsx';
import { type ProjectView, useProjectView } from './data.ts';

/** A project on one page, to hand to whoever asks. What is printed is Chinese, whatever the page speaks. */
export function ProjectPrintPage() {
  const id = idOf('project').safeParse(useParams().id);
  const today = useToday();
  const { data, error } = useProjectView(id.success ? id.data : null);
  if (!id.success) return <MissingPage />;
  return <PrintDesk document={data ? sheetOf(data, today) : null} error={error} />;
}

function sheetOf(view: ProjectView, asOf: Day): Document {
  const { projects, vocabulary } = catalogues.zh;
  const { project, figures, yearPlan } = view;
  const { fields } = projects;
  const money = (amount: Money | null | undefined) =>
    amount === null || amount === undefined ? null : `${formatWan(amount)} ${projects.wan}`;
  const rate = figures?.plannedToDate ? formatPercent(figures.doneThisYear, figures.plannedToDate) : null;
  const dash = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ') || null;
  return projectSheet({
    name: project.name,
    asOf,
    facts: [
      [fields.unit, view.unitName],
      [fields.leaderName, project.leaderName],
      [fields.kind, dash(vocabulary.kind[project.kind], vocabulary.level[project.level])],
      [fields.stage, dash(vocabulary.stage[project.stage], vocabulary.yearClass[project.yearClass])],
      [fields.totalInvestment, money(project.totalInvestment)],
      [fields.annual, money(yearPlan?.annual)],
      [projects.plannedToDate, money(figures?.plannedToDate)],
      [projects.doneThisYear, money(figures?.doneThisYear)],
      [projects.timeRate, rate && `${rate}%`],
      [projects.doneSinceStart, money(figures?.doneSinceStart)],
      project.actualStart ? [fields.actualStart, project.actualStart] : [fields.plannedStart, project.plannedStart],
      project.actualFinish ? [fields.actualFinish, project.actualFinish] : [fields.plannedFinish, project.plannedFinish],
      [fields.code, project.code],
      [vocabulary.provisional, figures?.lamp ? vocabulary.lamp[figures.lamp] : vocabulary.standing[project.standing]],
    ],
    content: project.content,
    progress: figures?.progress ?? null,
    steps: [...view.steps]
      .filter((step) => step.state !== 'done' && step.state !== 'exempt')
      .map((step) => ({ name: step.name, agency: step.agencyName, state: vocabulary.approvalState[step.state], due: step.clock.dueOn })),
    problems: view.problems.filter(isOpen).map((problem) => ({ title: problem.title, owner: problem.ownerName, due: problem.dueOn })),
    decisions: view.decisions.map((each) => {
      return { text: each.text, owner: each.ownerName, due: each.dueOn, state: vocabulary.decisionState[each.state] };
    }),
    members: view.taskForce?.members ?? [],
  });
}
