import { Link, useLocation } from 'wouter';
import { problemCounts } from '#shared/problems/counts.ts';
import { isOpen } from '#shared/problems/flow.ts';
import { ProblemCategory, ProblemRung } from '#shared/problems/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page, PageHeader, Section } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Pick } from '../kit/Select.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import { type ProblemFilter, passes, problemsAt, useProblemFilter } from './address.ts';
import { CountTable } from './CountTable.tsx';
import { type ListedProblem, useListedProblems } from './data.ts';
import { ProblemTable } from './ProblemTable.tsx';
import styles from './problems.module.css';

/** 问题: what is not closed yet of the district, or what is a unit's to deal with; counted by type, rung and age. */
export function ProblemsPage() {
  const messages = useMessages();
  const { app, problems, vocabulary } = messages;
  const { actor } = useSession();
  const [, navigate] = useLocation();
  const filter = useProblemFilter();
  const { data, error } = useListedProblems();
  if (!actor) return null;
  const rows = data?.filter((problem) => passes(filter, problem)) ?? [];
  const open = data?.filter(isOpen).length ?? 0;
  const show = (change: Partial<ProblemFilter>) => navigate(problemsAt({ ...filter, ...change }), { replace: true });
  return (
    <Page width="wide">
      <PageHeader
        title={actor.role === 'officer' ? problems.mine : problems.all}
        note={data && problems.openNote(open, data.length - open)}
        actions={<Link href="/ledgers/problems">{problems.ledger}</Link>}
      />
      {error && <EmptyState title={errorSentence(error, messages)} />}
      {!error && !data && <Skeleton label={app.loading} />}
      {data && (
        <>
          {open > 0 && (
            <Section title={problems.countTitle} note={problems.countNote}>
              <CountTable counts={problemCounts(data)} />
            </Section>
          )}
          <Section
            title={problems.list}
            note={problems.count(rows.length)}
            actions={
              <div className={styles.bar}>
                <Segmented
                  label={problems.state}
                  value={filter.isSolved ? 'solved' : 'open'}
                  segments={[
                    { value: 'open', label: problems.stillOpen(open) },
                    { value: 'solved', label: problems.toClose(data.length - open) },
                  ]}
                  onValue={(value) => show({ isSolved: value === 'solved' })}
                />
                <Pick
                  label={problems.category}
                  placeholder={problems.anyCategory}
                  value={filter.category}
                  onValue={(category) => show({ category })}
                  options={ProblemCategory.options.map((value) => ({ value, label: vocabulary.problemCategory[value] }))}
                />
                <Pick
                  label={problems.rung}
                  placeholder={problems.anyRung}
                  value={filter.rung}
                  onValue={(rung) => show({ rung })}
                  options={ProblemRung.options.map((value) => ({ value, label: vocabulary.problemRung[value] }))}
                />
                {(filter.age || filter.isLate) && <Link href={problemsAt({})}>{problems.showAll}</Link>}
              </div>
            }
          >
            {rows.length === 0 && <EmptyState title={data.length === 0 ? problems.nothing : problems.nothingPasses} />}
            {rows.length > 0 && (
              <ProblemTable
                label={problems.list}
                problems={rows}
                role={actor.role}
                projectOf={(problem) => <ProjectOf problem={problem} />}
                mayChange={(problem) => problem.isOwnProject}
              />
            )}
          </Section>
        </>
      )}
    </Page>
  );
}

function ProjectOf({ problem }: { problem: ListedProblem }) {
  const { kit, vocabulary } = useMessages();
  const { isOwnProject, lamp, projectId, projectName, projectUnitName, stage } = problem;
  return (
    <>
      <Lamp colour={lamp} size={18} provisional />{' '}
      {isOwnProject ? <Link href={`/projects/${projectId}/problems`}>{projectName}</Link> : projectName}
      <small className={styles.small}>{kit.phrases([projectUnitName, vocabulary.stage[stage]])}</small>
    </>
  );
}
