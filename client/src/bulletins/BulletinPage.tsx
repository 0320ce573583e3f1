import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { Link, useLocation, useSearch } from 'wouter';
import type { AppRouter } from '#server/router.ts';
import type { Actor } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { isOpenForChange } from '#shared/bulletins/flow.ts';
import type { Bulletin } from '#shared/bulletins/schema.ts';
import { Month, monthNumber, yearOf } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { UnknownYears } from '../calendar/UnknownYears.tsx';
import { Button, DownloadLink } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Notice, Page, PageHeader, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useLive } from '../live/live.ts';
import styles from './BulletinPage.module.css';
import { BulletinSteps } from './BulletinSteps.tsx';
import { Composer } from './Composer.tsx';
import { stampOf } from './FlowPanel.tsx';

/** A month's bulletin as the server answers it. */
export type BulletinView = inferRouterOutputs<AppRouter>['bulletins']['view'];

/** The month's bulletin: its contents on the left, the sheets, and where a number comes from on the right. */
export function BulletinPage() {
  const messages = useMessages();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { actor } = useSession();
  const asked = Month.safeParse(new URLSearchParams(useSearch()).get('month'));
  const view = useQuery(
    trpc.bulletins.view.queryOptions(asked.success ? { month: asked.data } : {}, { placeholderData: keepPreviousData }),
  );

  useLive((message) => {
    const isOurs =
      message.type === 'changes' &&
      message.changes.some(({ entity }) => ['bulletin', 'nomination', 'cut', 'lamp', 'ruleSet'].includes(entity));
    if (isOurs) void queryClient.invalidateQueries(trpc.bulletins.pathFilter());
  });

  if (!view.data || !actor) {
    return (
      <Page>
        {view.error ? <Notice look="red">{errorSentence(view.error, messages)}</Notice> : <Skeleton label={messages.bulletins.loading} />}
      </Page>
    );
  }
  return <Loaded view={view.data} actor={actor} />;
}

function Loaded({ view, actor }: { view: BulletinView; actor: Actor }) {
  const { bulletins, vocabulary } = useMessages();
  const [, navigate] = useLocation();
  const { month, bulletin, cut } = view;
  return (
    <Page width="wide">
      <PageHeader
        title={`${bulletins.title} ${bulletins.monthOf(yearOf(month), monthNumber(month))}`}
        beside={<Chip look="ink">{vocabulary.bulletinState[bulletin?.state ?? 'drafting']}</Chip>}
        note={bulletin?.number ? bulletins.number(bulletin.number) : undefined}
        actions={
          <>
            <Saved view={view} />
            <Button
              icon="print"
              onClick={() => navigate(bulletin?.documentId ? `/print/${bulletin.documentId}` : `/print/bulletin/${month}`)}
            >
              {bulletins.print}
            </Button>
            <DownloadLink href={bulletin?.documentId ? `/files/documents/${bulletin.documentId}` : `/files/bulletins/${month}`}>
              {bulletins.word}
            </DownloadLink>
            <BulletinSteps month={month} bulletin={bulletin} isCut={cut !== null} actor={actor} />
          </>
        }
      />
      <UnknownYears years={view.unknownYears} />
      <Composer key={month} view={view} actor={actor} months={<Months month={month} />} />
    </Page>
  );
}

/** When the draft last saved itself, and which version of it this is. */
function Saved({ view: { composedAt, steps, bulletin } }: { view: BulletinView }) {
  const { bulletins, kit } = useMessages();
  if (composedAt === null || bulletin === null || !isOpenForChange(bulletin)) return null;
  const version = steps.filter(({ hasVersion }) => hasVersion).length + 1;
  return <span className={styles.saved}>{kit.apart([bulletins.savedAt(stampOf(composedAt)), bulletins.version(version)])}</span>;
}

function Months({ month }: { month: Month }) {
  const { bulletins, documents, reports } = useMessages();
  const { actor } = useSession();
  const [, navigate] = useLocation();
  const list = useQuery(useTRPC().bulletins.list.queryOptions());
  return (
    <nav aria-label={bulletins.months}>
      <Section title={bulletins.months}>
        <ul className={styles.months}>
          {[...new Set([month, ...(list.data ?? []).map((each) => each.month)])]
            .sort()
            .reverse()
            .map((each) => (
              <li key={each}>
                <button
                  type="button"
                  className={styles.month}
                  aria-current={each === month}
                  onClick={() => navigate(`/bulletins?month=${each}`)}
                >
                  {bulletins.monthOf(yearOf(each), monthNumber(each))}
                  <MonthState bulletin={list.data?.find((one) => one.month === each)} />
                </button>
              </li>
            ))}
        </ul>
        {actor && mayCall(actor.role, 'reports.list') && (
          <p className={styles.fact}>
            <Link href="/reports">{reports.title}</Link>
          </p>
        )}
        {actor && mayCall(actor.role, 'documents.register') && (
          <p className={styles.fact}>
            <Link href="/documents">{documents.register.title}</Link>
          </p>
        )}
      </Section>
    </nav>
  );
}

function MonthState({ bulletin }: { bulletin: Bulletin | undefined }) {
  const { bulletins, vocabulary } = useMessages();
  if (!bulletin) return null;
  return (
    <span className={styles.state}>{bulletin.number ? bulletins.number(bulletin.number) : vocabulary.bulletinState[bulletin.state]}</span>
  );
}
