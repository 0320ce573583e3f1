import { useParams, useSearch } from 'wouter';
import { idOf } from '#shared/kit/ids.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { MissingPage } from '../app/MissingPage.tsx';
import { Estimate } from '../calendar/Estimate.tsx';
import { Button } from '../kit/Button.tsx';
import { Notice } from '../kit/Page.tsx';
import { PaperSize } from '../kit/PaperSize.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useProjectView } from '../projects/data.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { usePlan } from './data.ts';
import { PlanChart } from './PlanChart.tsx';
import styles from './PlanPrintPage.module.css';
import { startWords } from './words.ts';

/** The chart of a project on one landscape page, A3 or A4. */
export function PlanPrintPage() {
  const id = idOf('project').safeParse(useParams().id);
  return id.success ? <PlanPaper projectId={id.data} /> : <MissingPage />;
}

function PlanPaper({ projectId }: { projectId: Parameters<typeof usePlan>[0] }) {
  const messages = useMessages();
  const { approvals, documents, kit, app } = messages;
  const isA3 = new URLSearchParams(useSearch()).get('paper') === 'a3';
  const plan = usePlan(projectId, null);
  const project = useProjectView(projectId);
  const error = plan.error ?? project.error;
  return (
    <main className={styles.page}>
      <PaperSize paper={isA3 ? 'a3' : 'a4'} margin="10mm" />
      <div className={styles.bar}>
        <Button icon="back" onClick={() => window.history.back()}>
          {documents.back}
        </Button>
        <Button look="primary" icon="print" onClick={() => window.print()} disabled={!plan.data || !project.data}>
          {documents.print}
        </Button>
        <a href={isA3 ? '?paper=a4' : '?paper=a3'}>{isA3 ? approvals.onA4 : approvals.onA3}</a>
      </div>
      {error ? <Notice look="red">{errorSentence(error, messages)}</Notice> : !plan.data && <Skeleton label={app.loading} />}
      {plan.data && project.data && (
        <article className={styles.paper} style={{ width: isA3 ? '400mm' : '277mm', height: isA3 ? '276mm' : '189mm' }}>
          <h1 className={styles.title}>{project.data.project.name}</h1>
          <p className={styles.note}>
            <span>{kit.apart([approvals.chart.title, project.data.unitName, approvals.chart.today(plan.data.today)])}</span>
            <ChartLegend />
          </p>
          <div className={styles.chart}>
            <PlanChart view={plan.data} wide />
          </div>
          <p>{startWords(plan.data, messages)}</p>
          {plan.data.actualStart === null && <Estimate years={plan.data.plan.unknownYears} />}
        </article>
      )}
    </main>
  );
}
