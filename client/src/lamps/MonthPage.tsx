import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { mayCall } from '#shared/auth/permissions.ts';
import { addMonths, dayOf, Month, monthNumber, timeOf, yearOf } from '#shared/kit/calendar.ts';
import type { Lamp as LampColour } from '#shared/lamps/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { CutButton } from '../bulletins/CutButton.tsx';
import { Chip } from '../kit/Chip.tsx';
import { useLanguage } from '../kit/language.ts';
import { Notice, Page, PageHeader, Section } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Pick } from '../kit/Select.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useLive } from '../live/live.ts';
import { Corrections } from './Corrections.tsx';
import type { MonthOverview } from './data.ts';
import { Lamp } from './Lamp.tsx';
import { LampRows } from './LampRows.tsx';
import styles from './MonthPage.module.css';
import { OtherLamps } from './OtherLamps.tsx';
import { Recheck } from './Recheck.tsx';

const news = new Set(['cut', 'ruleSet', 'lamp', 'lampExemption', 'return']);

/** 月度评灯: a month's lamps with their reasons, the current one as it stands or any other as it was cut. */
export function MonthPage() {
  const messages = useMessages();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { month: asked } = useParams<{ month?: string }>();
  const month = Month.safeParse(asked);
  const [attempt, setAttempt] = useState<number | null>(null);
  const of = { ...(month.success ? { month: month.data } : {}), ...(attempt === null ? {} : { attempt }) };
  const { data, error } = useQuery(trpc.lamps.month.queryOptions(of));
  useLive((message) => {
    if (message.type === 'hello' || (message.type === 'changes' && message.changes.some(({ entity }) => news.has(entity))))
      void queryClient.invalidateQueries(trpc.lamps.pathFilter());
  });
  if (!data)
    return <Page>{error ? <Notice look="red">{errorSentence(error, messages)}</Notice> : <Skeleton label={messages.app.loading} />}</Page>;
  return <MonthView key={data.month} view={data} onAttempt={setAttempt} />;
}

function MonthView({ view, onAttempt }: { view: MonthOverview; onAttempt: (attempt: number | null) => void }) {
  const { lampMonth: words, vocabulary, kit } = useMessages();
  const { language } = useLanguage();
  const { actor } = useSession();
  const { month, attempt, counts } = view;
  const [chosen, setChosen] = useState<LampColour | 'unrated' | null>(null);
  const groups = ['red', 'yellow', 'green', 'unrated'] as const;
  const lamp = chosen ?? groups.find((group) => counts[group] > 0) ?? 'red';
  const of = { month, ...(attempt === null ? {} : { attempt }) };
  const previous = addMonths(month, -1);
  const isMissed = attempt === null && month < view.current;
  const names = kit.list(view.ruleSets.map(({ name }) => name[language]));
  return (
    <Page>
      <PageHeader
        title={words.title(yearOf(month), monthNumber(month))}
        beside={<Chip look="ink">{isMissed ? words.missed : attempt === null ? words.provisional : words.cut(attempt)}</Chip>}
        note={words.rules(names)}
        actions={<Choices view={view} onAttempt={onAttempt} />}
      />
      <p className={styles.note}>{isMissed ? words.missedNote : attempt === null ? words.provisionalNote : words.readOnly}</p>
      {isMissed && actor && mayCall(actor.role, 'lamps.cut') && (
        <div>
          <CutButton month={month} state={view.bulletin ?? 'drafting'} isCut={false} />
        </div>
      )}
      <div className={styles.bar}>
        <Segmented
          label={words.lamp}
          value={lamp}
          onValue={setChosen}
          segments={groups.map((group) => ({
            value: group,
            label: (
              <span className={styles.group}>
                <Lamp colour={group === 'unrated' ? null : group} size={18} silent provisional={attempt === null} />
                {words.group(group === 'unrated' ? vocabulary.noLamp : vocabulary.lamp[group], counts[group])}
              </span>
            ),
          }))}
        />
        {attempt !== null && <Recheck month={month} />}
      </div>
      <LampRows key={lamp} of={of} lamp={lamp} provisional={attempt === null} />
      {view.others.unit > 0 && (
        <Section title={words.units}>
          <OtherLamps of={{ ...of, rates: 'unit' }} provisional={attempt === null} />
        </Section>
      )}
      {view.others.task > 0 && (
        <Section title={words.tasks}>
          <OtherLamps of={{ ...of, rates: 'task' }} provisional={attempt === null} />
        </Section>
      )}
      {view.months.includes(previous) && actor && mayCall(actor.role, 'lamps.corrections') && (
        <Section title={words.entered(previous)} note={words.enteredNote}>
          <Corrections month={previous} label={words.entered(previous)} />
        </Section>
      )}
      {attempt !== null && actor && mayCall(actor.role, 'lamps.corrections') && (
        <Section title={words.corrections} note={words.correctionsNote}>
          <Corrections month={month} label={words.corrections} />
        </Section>
      )}
    </Page>
  );
}

/** Which month, and which version of its cut. */
function Choices({ view, onAttempt }: { view: MonthOverview; onAttempt: (attempt: number | null) => void }) {
  const { lampMonth: words } = useMessages();
  const [, navigate] = useLocation();
  const months = [...new Set([view.current, view.month, ...view.months, ...view.missed])].sort().reverse();
  return (
    <>
      <Pick
        label={words.month}
        value={view.month}
        onValue={(month) => {
          onAttempt(null);
          navigate(`/lamps/${month ?? view.current}`);
        }}
        options={months.map((month) => ({
          value: month,
          label: view.months.includes(month) ? month : `${month} ${month === view.current ? words.provisional : words.missed}`,
        }))}
      />
      {view.attempts.length > 1 && (
        <Pick
          label={words.attempt}
          value={String(view.attempt)}
          onValue={(attempt) => onAttempt(attempt === null ? null : Number(attempt))}
          options={view.attempts.map(({ attempt, takenAt, byName }) => ({
            value: String(attempt),
            label: words.attemptOf(attempt, `${dayOf(takenAt)} ${timeOf(takenAt)}`, byName),
          }))}
        />
      )}
    </>
  );
}
