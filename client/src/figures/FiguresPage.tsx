import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { boundsOf } from '#shared/figures/period.ts';
import type { RateKey } from '#shared/figures/sets.ts';
import { formatPercent } from '#shared/kit/money.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Page, PageHeader, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { AskedContext, useAsked } from './address.ts';
import { CurveSection } from './CurveSection.tsx';
import type { FiguresView } from './data.ts';
import { EventsSection } from './EventsSection.tsx';
import styles from './Figures.module.css';
import { FiguresBar } from './FiguresBar.tsx';
import { HeldSection } from './HeldSection.tsx';
import { LampSection } from './LampSection.tsx';
import { ListLine } from './ListLine.tsx';
import { ProblemSection } from './ProblemSection.tsx';
import { RateTable } from './RateTable.tsx';
import { InvestmentSection, TotalsSection } from './TotalsSection.tsx';
import { basisText, periodText } from './words.ts';

/** 统计: every figure of a period and a slice, each number with the projects behind it. */
export function FiguresPage() {
  const messages = useMessages();
  const { figures } = messages;
  const trpc = useTRPC();
  const today = useToday();
  const asked = useAsked();
  const view = useQuery(trpc.figures.view.queryOptions(asked, { placeholderData: keepPreviousData }));
  const { data } = view;
  const isRunning = boundsOf(asked.period).last >= today;
  return (
    <AskedContext value={asked}>
      <Page width="wide">
        <PageHeader
          title={figures.title}
          beside={<b>{periodText(asked.period, figures)}</b>}
          note={data && `${figures.asOf(data.span.asOf)} · ${basisText(data.basis, isRunning, figures)}`}
          actions={
            <Button icon="print" onClick={() => window.print()}>
              {figures.print}
            </Button>
          }
        />
        <FiguresBar asked={asked} leaders={data?.choices.leaders ?? []} categories={data?.choices.categories ?? []} />
        {view.error && (
          <Notice
            look="red"
            actions={
              <Button size="small" onClick={() => void view.refetch()}>
                {messages.board.again}
              </Button>
            }
          >
            {errorSentence(view.error, messages)}
          </Notice>
        )}
        {view.isPending && <Skeleton label={figures.loading} />}
        {data && !view.error && <Figures view={data} />}
      </Page>
    </AskedContext>
  );
}

function Figures({ view }: { view: FiguresView }) {
  const { figures } = useMessages();
  if (view.total.count === 0 && !view.held) return <EmptyState title={figures.nothing} hint={figures.nothingHint} />;
  return (
    <div className={styles.columns}>
      {view.total.count === 0 ? <EmptyState title={figures.nothing} hint={figures.nothingHint} /> : <Counted view={view} />}
      {view.held && (
        <div className={styles.across}>
          <HeldSection held={view.held} />
        </div>
      )}
    </div>
  );
}

const rebuild = ['rebuildStart', 'rebuildFinish', 'rebuildInvestment'] as const satisfies readonly RateKey[];
const conversion = ['signedToStarted', 'startedToProducing', 'producingToCapacity'] as const satisfies readonly RateKey[];
const paperwork = ['steps', 'registration'] as const satisfies readonly RateKey[];

function Counted({ view }: { view: FiguresView }) {
  const { figures } = useMessages();
  const { rates, lists } = view;
  const ahead = useAheadOfTime(view);
  const has = (keys: readonly RateKey[]) => keys.some((key) => rates[key].denominator > 0);
  return (
    <>
      <div className={styles.stack}>
        <TotalsSection summary={view} />
        <Section title={figures.investment} note={`${figures.wan} · ${figures.investmentNote}`}>
          <RateTable label={figures.investment} rates={rates} keys={['yearPlan', 'time', 'progress']} note={ahead} />
        </Section>
        <Section title={figures.starts} note={figures.startsNote}>
          <RateTable label={figures.starts} rates={rates} keys={['start', 'startDue', 'finish', 'finishDue']} />
          <ListLine lists={lists} keys={['lateStart', 'earlyStart', 'lateFinish', 'startActual', 'finishActual']} />
        </Section>
      </div>
      <div className={styles.stack}>
        <InvestmentSection groups={view.groups} />
        <CurveSection points={view.curve} />
      </div>
      <div className={styles.across}>
        <EventsSection months={view.months} />
      </div>
      <div className={styles.stack}>
        {has(rebuild) && (
          <Section title={figures.rebuild} note={figures.wan}>
            <RateTable label={figures.rebuild} rates={rates} keys={rebuild} />
          </Section>
        )}
        {has(paperwork) && (
          <Section title={figures.paperwork}>
            <RateTable label={figures.paperwork} rates={rates} keys={paperwork} />
          </Section>
        )}
        {has(conversion) && (
          <Section title={figures.conversion} note={figures.conversionNote}>
            <RateTable label={figures.conversion} rates={rates} keys={conversion} />
          </Section>
        )}
      </div>
      <LampSection units={view.units} />
      <div className={styles.across}>
        <ProblemSection />
      </div>
    </>
  );
}

/** How far 年度计划完成率 lies from 序时进度, in percentage points: both stand over one base. */
function useAheadOfTime({ rates }: FiguresView): (key: RateKey) => string | null {
  const { figures } = useMessages();
  const gap = rates.yearPlan.numerator - rates.time.numerator;
  const points = formatPercent(Math.abs(gap), rates.yearPlan.denominator, 2);
  return (key) => {
    if (key !== 'yearPlan' || points === null) return null;
    if (gap === 0) return figures.onTime;
    return gap > 0 ? figures.ahead(points) : figures.behind(points);
  };
}
