import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams, useSearch } from 'wouter';
import type { Actor } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { Quarter, yearOf } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { MissingPage } from '../app/MissingPage.tsx';
import { useSession } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { Chip } from '../kit/Chip.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Page, PageHeader } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Pick } from '../kit/Select.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useInspectionNews } from './mutations.ts';
import { PlanView } from './PlanView.tsx';
import { ProposeByRule } from './ProposeByRule.tsx';
import { ResultsView } from './ResultsView.tsx';
import { ScoringActs } from './ScoringActs.tsx';
import { useDayText, useQuarterText, useTitle } from './words.ts';

/** The quarter in hand, or the one in the address: results for all who may read them, the plan for who makes it. */
export function InspectionPage() {
  const { quarter } = useParams();
  const { actor } = useSession();
  const named = quarter === undefined ? null : Quarter.safeParse(quarter);
  useInspectionNews();
  if (!actor) return null;
  if (named && !named.success) return <MissingPage />;
  const asked = named ? named.data : null;
  return mayCall(actor.role, 'inspections.current') ? <Planned actor={actor} quarter={asked} /> : <Rated actor={actor} quarter={asked} />;
}

/** What those who are rated see: nothing before the scoring has ended. */
function Rated({ actor, quarter }: { actor: Actor; quarter: Quarter | null }) {
  const messages = useMessages();
  const trpc = useTRPC();
  const title = useTitle();
  const results = useQuery(trpc.inspections.results.queryOptions(quarter ? { quarter } : {}, { retry: false }));
  if (results.isPending) return <Loading />;
  if (results.error) {
    return (
      <Page>
        <PageHeader title={messages.app.nav.inspections} />
        <EmptyState title={messages.inspections.noResults} hint={errorSentence(results.error, messages)} />
      </Page>
    );
  }
  const { inspection } = results.data;
  return (
    <Page width="wide">
      <PageHeader title={title(inspection.quarter)} beside={<Chip>{messages.vocabulary.inspectionState[inspection.state]}</Chip>} />
      <ResultsView actor={actor} inspection={inspection} />
    </Page>
  );
}

function Planned({ actor, quarter }: { actor: Actor; quarter: Quarter | null }) {
  const messages = useMessages();
  const text = messages.inspections;
  const trpc = useTRPC();
  const title = useTitle();
  const dayText = useDayText();
  const [location, navigate] = useLocation();
  const search = useSearch();
  const plan = useQuery(trpc.inspections.current.queryOptions(quarter ? { quarter } : {}));
  if (plan.isPending) return <Loading />;
  if (plan.error) {
    return (
      <Page>
        <EmptyState title={errorSentence(plan.error, messages)} />
      </Page>
    );
  }
  const { inspection, entries, inspectors, quarters } = plan.data;
  const stops = entries.filter((entry) => entry.routeKey !== null).length;
  const sheets = entries.reduce((sum, entry) => sum + entry.scoredBy, 0);
  const isPlanner = mayCall(actor.role, 'inspections.plan');
  const chosen = new URLSearchParams(search).get('view');
  const view = chosen === 'plan' || chosen === 'results' ? chosen : inspection.state === 'planned' ? 'plan' : 'results';
  const handedIn = inspectors.filter((person) => person.sheets === entries.length).length;
  const { id, version, ...facts } = inspection;
  return (
    <Page width="wide">
      <PageHeader
        title={title(inspection.quarter)}
        beside={<Chip look={inspection.state === 'open' ? 'ink' : 'plain'}>{messages.vocabulary.inspectionState[inspection.state]}</Chip>}
        note={[
          text.note(dayText(inspection.day), entries.length, stops),
          ...(inspection.state === 'planned' || inspectors.length === 0 ? [] : [text.inspectorsDone(handedIn, inspectors.length)]),
        ].join(' · ')}
        actions={
          <>
            <QuarterPick quarter={inspection.quarter} quarters={quarters} />
            <span>
              <Segmented
                label={text.views}
                value={view}
                segments={[
                  { value: 'results', label: text.view.results },
                  { value: 'plan', label: text.view.plan },
                ]}
                onValue={(value) => navigate(`${location}?view=${value}`, { replace: true })}
              />
            </span>
            {isPlanner && (
              <>
                <ScoringActs
                  inspection={inspection}
                  stops={stops}
                  sheets={sheets}
                  missingSheets={entries.length * inspectors.length - sheets}
                />
                {inspection.state === 'closed' && <ProposeByRule quarter={inspection.quarter} />}
              </>
            )}
          </>
        }
      />
      {view === 'plan' && <PlanView inspection={inspection} entries={entries} inspectors={inspectors} isPlanner={isPlanner} />}
      {view === 'results' && id !== null && version !== null && <ResultsView actor={actor} inspection={{ ...facts, id, version }} />}
      {view === 'results' && id === null && <EmptyState title={text.notPlanned} hint={text.notPlannedHint} />}
    </Page>
  );
}

function QuarterPick({ quarter, quarters }: { quarter: Quarter; quarters: readonly Quarter[] }) {
  const { inspections } = useMessages();
  const quarterText = useQuarterText();
  const [, navigate] = useLocation();
  const all = [...new Set([quarter, ...quarters])].sort().reverse();
  if (all.length < 2) return null;
  return (
    <Pick
      label={inspections.quarter}
      value={quarter}
      options={all.map((each) => ({ value: each, label: inspections.quarterOf(yearOf(each), quarterText(each)) }))}
      onValue={(each) => each && navigate(`/inspections/${each}`)}
    />
  );
}

function Loading() {
  const { app } = useMessages();
  return (
    <Page>
      <Skeleton label={app.loading} />
    </Page>
  );
}
