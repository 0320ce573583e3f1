import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Actor } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { type BulletinAct, bulletinActs, whyNotMoveBulletin } from '#shared/bulletins/flow.ts';
import type { Bulletin } from '#shared/bulletins/schema.ts';
import type { NumberInline } from '#shared/documents/model.ts';
import { Month, monthNumber, yearOf } from '#shared/kit/calendar.ts';
import { whyNotCutMonth } from '#shared/lamps/rules.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession, useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { Paper } from '../documents/Paper.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useLanguage } from '../kit/language.ts';
import { Notice, Page, PageHeader, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useLive } from '../live/live.ts';
import styles from './BulletinPage.module.css';
import { useCutMonth, useMoveBulletin } from './mutations.ts';
import { Provenance } from './Provenance.tsx';

/** The month's bulletin: its steps on the left, the sheets, and where a number comes from on the right. */
export function BulletinPage() {
  const messages = useMessages();
  const { bulletins, vocabulary } = messages;
  const { language } = useLanguage();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { actor } = useSession();
  const [, navigate] = useLocation();
  const asked = Month.safeParse(new URLSearchParams(useSearch()).get('month'));
  const view = useQuery(
    trpc.bulletins.view.queryOptions(asked.success ? { month: asked.data } : {}, { placeholderData: keepPreviousData }),
  );
  const list = useQuery(trpc.bulletins.list.queryOptions());
  const [chosen, setChosen] = useState<NumberInline | null>(null);

  useLive((message) => {
    const isOurs =
      message.type === 'changes' &&
      message.changes.some(({ entity }) => ['bulletin', 'nomination', 'cut', 'lamp', 'ruleSet'].includes(entity));
    if (isOurs) void queryClient.invalidateQueries({ queryKey: trpc.bulletins.view.queryKey() });
  });

  if (!view.data || !actor) {
    return (
      <Page>{view.error ? <Notice look="red">{errorSentence(view.error, messages)}</Notice> : <Skeleton label={bulletins.loading} />}</Page>
    );
  }
  const { month, bulletin, cut, document } = view.data;
  const state = bulletin?.state ?? 'drafting';
  return (
    <Page width="wide">
      <PageHeader
        title={`${bulletins.title} ${bulletins.monthOf(yearOf(month), monthNumber(month))}`}
        beside={<Chip look="ink">{vocabulary.bulletinState[state]}</Chip>}
        note={bulletin?.number ? bulletins.number(bulletin.number) : undefined}
        actions={
          <>
            <Button
              icon="print"
              onClick={() => navigate(bulletin?.documentId ? `/print/${bulletin.documentId}` : `/print/bulletin/${month}`)}
            >
              {bulletins.print}
            </Button>
            <Steps month={month} bulletin={bulletin} isCut={cut !== null} actor={actor} />
          </>
        }
      />
      <div className={styles.columns}>
        <nav className={styles.side} aria-label={bulletins.months}>
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
          </Section>
        </nav>
        <div className={styles.desk}>
          <Paper document={document} onNumber={setChosen} />
        </div>
        <aside className={styles.side}>
          <Section title={bulletins.flow}>
            <p className={styles.fact}>{cut ? bulletins.cutTaken(cut.asOf, cut.attempt) : bulletins.notCut}</p>
            {cut && <p className={styles.fact}>{bulletins.ruleSet(cut.ruleSet[language])}</p>}
            {bulletin?.signedByName && <p className={styles.fact}>{bulletins.signedBy(bulletin.signedByName)}</p>}
            {mayCall(actor.role, 'lamps.month') && (
              <p className={styles.fact}>
                <Link href={`/lamps/${month}`}>{messages.lampMonth.ofMonth}</Link>
              </p>
            )}
            {mayCall(actor.role, 'lamps.cut') && <CutButton month={month} state={state} isCut={cut !== null} />}
          </Section>
          <Section title={bulletins.provenance}>
            {chosen ? <Provenance number={chosen} document={document} /> : <p className={styles.fact}>{bulletins.pickNumber}</p>}
          </Section>
        </aside>
      </div>
    </Page>
  );
}

function MonthState({ bulletin }: { bulletin: Bulletin | undefined }) {
  const { bulletins, vocabulary } = useMessages();
  if (!bulletin) return null;
  return (
    <span className={styles.state}>{bulletin.number ? bulletins.number(bulletin.number) : vocabulary.bulletinState[bulletin.state]}</span>
  );
}

type StepsProps = { month: Month; bulletin: Bulletin | null; isCut: boolean; actor: Actor };

/** The acts that this person may take now; the one that goes forward is the page's main button. */
function Steps({ month, bulletin, isCut, actor }: StepsProps) {
  const messages = useMessages();
  const { bulletins } = messages;
  const toast = useToast();
  const move = useMoveBulletin();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState<BulletinAct | null>(null);
  const current = bulletin ?? { state: 'drafting' as const, draftedBy: null };
  const offered = bulletinActs.flatMap((act) => {
    const refusal = whyNotMoveBulletin(current, act, actor, isCut);
    // A step that waits for the month's cut is shown with its reason; steps of other people and states are not.
    return refusal === null || refusal.reason === 'month-not-cut' || refusal.reason === 'same-person' ? [{ act, refusal }] : [];
  });

  function go(act: BulletinAct): void {
    setAsking(null);
    // Issuing turns the month in hand to the next one; whoever issued stays with what was issued.
    navigate(`/bulletins?month=${month}`, { replace: true });
    move.mutate(
      { month, act, version: bulletin?.version ?? 0 },
      {
        onSuccess: () => toast({ text: bulletins.done[act] }),
        onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
      },
    );
  }

  return (
    <>
      {offered.map(({ act, refusal }) => {
        const why = refusal && messages.refusals[refusal.reason];
        return (
          <Button
            key={act}
            look={act === 'sendBack' ? 'danger' : 'primary'}
            busy={move.isPending}
            disabled={refusal !== null}
            title={typeof why === 'string' ? why : undefined}
            onClick={() => setAsking(act)}
          >
            {bulletins.acts[act]}
          </Button>
        );
      })}
      {asking && (
        <Dialog
          title={bulletins.acts[asking]}
          description={bulletins.confirm[asking]}
          onClose={() => setAsking(null)}
          footer={
            <>
              <Button look="primary" onClick={() => go(asking)}>
                {bulletins.acts[asking]}
              </Button>
              <Button onClick={() => setAsking(null)}>{bulletins.cancel}</Button>
            </>
          }
        >
          {null}
        </Dialog>
      )}
    </>
  );
}

function CutButton({ month, state, isCut }: { month: Month; state: Bulletin['state']; isCut: boolean }) {
  const messages = useMessages();
  const { bulletins } = messages;
  const toast = useToast();
  const cut = useCutMonth();
  const today = useToday();
  const [isAsking, setIsAsking] = useState(false);
  const refusal = whyNotCutMonth(month, today, state);
  const why = refusal && messages.refusals[refusal.reason];
  return (
    <>
      <Button disabled={refusal !== null} busy={cut.isPending} onClick={() => setIsAsking(true)}>
        {isCut ? bulletins.takeAgain : bulletins.takeCut}
      </Button>
      {typeof why === 'string' && <p className={styles.fact}>{why}</p>}
      {isAsking && (
        <Dialog
          title={isCut ? bulletins.takeAgain : bulletins.takeCut}
          description={bulletins.cutConfirm}
          onClose={() => setIsAsking(false)}
          footer={
            <>
              <Button
                look="primary"
                onClick={() => {
                  setIsAsking(false);
                  cut.mutate(
                    { month },
                    {
                      onSuccess: () => toast({ text: bulletins.cutDone }),
                      onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
                    },
                  );
                }}
              >
                {isCut ? bulletins.takeAgain : bulletins.takeCut}
              </Button>
              <Button onClick={() => setIsAsking(false)}>{bulletins.cancel}</Button>
            </>
          }
        >
          {null}
        </Dialog>
      )}
    </>
  );
}
