import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { AppRouter } from '#server/router.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { type DecisionGrouping, grouped } from '#shared/meetings/decision-list.ts';
import { byUrgency, decisionStanding } from '#shared/meetings/decisions.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession, useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { SubscribeButton } from '../feeds/SubscribeButton.tsx';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Page, PageHeader, Section } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { AskForAgenda } from './AskForAgenda.tsx';
import { DecisionEntry } from './DecisionEntry.tsx';
import styles from './DecisionsPage.module.css';
import { useMeetingNews } from './mutations.ts';
import { OwnItems } from './OwnItems.tsx';

export type ListedDecision = inferRouterOutputs<AppRouter>['decisions']['list'][number];

const shown = ['unsettled', 'overdue', 'answered', 'all'] as const;
export type ShownDecisions = (typeof shown)[number];

/** What was decided and is to be carried out: by owner or by supervisor, answered by its unit, closed by the office. */
export function DecisionsPage() {
  const messages = useMessages();
  const { meetings } = messages;
  const { actor } = useSession();
  const today = useToday();
  const [, navigate] = useLocation();
  const [show, setShow] = useState<ShownDecisions>('unsettled');
  const [by, setBy] = useState<DecisionGrouping>('unit');
  const { data, error } = useQuery(useTRPC().decisions.list.queryOptions());
  useMeetingNews();
  const isOwn = actor !== null && mayCall(actor.role, 'decisions.answer');
  const listed = data ? chosen(data, show) : [];
  return (
    <Page>
      <PageHeader
        title={isOwn ? meetings.follow.ownTitle : meetings.follow.title}
        note={meetings.follow.note}
        actions={
          <>
            {isOwn && <SubscribeButton />}
            {isOwn && <AskForAgenda project={null} />}
            <Button icon="print" disabled={listed.length === 0} onClick={() => navigate(`/print/decisions?by=${by}&show=${show}`)}>
              {meetings.follow.print}
            </Button>
          </>
        }
      />
      {isOwn && <OwnItems />}
      <div className={styles.bar}>
        <Segmented
          label={meetings.follow.show}
          segments={shown.map((value) => ({
            value,
            label: `${meetings.follow.states[value]} ${data ? chosen(data, value).length : ''}`,
          }))}
          value={show}
          onValue={setShow}
        />
        <Segmented
          label={meetings.follow.groupBy}
          segments={(['unit', 'leader'] as const).map((value) => ({ value, label: meetings.follow.by[value] }))}
          value={by}
          onValue={setBy}
        />
      </div>
      {error ? <Notice look="red">{errorSentence(error, messages)}</Notice> : !data && <Skeleton label={messages.app.loading} />}
      {data && listed.length === 0 && <EmptyState title={isOwn && data.length === 0 ? meetings.follow.noneOwn : meetings.follow.none} />}
      {grouped(listed, by, meetings.follow.noLeader).map((group) => (
        <Section key={group.name} title={group.name} note={meetings.follow.count(group.decisions.length)}>
          <ul>
            {group.decisions.map((decision) => (
              <DecisionEntry key={decision.id} decision={decision} today={today} />
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
}

/** The decisions of one kind of standing, the late ones first. */
export function chosen<One extends ListedDecision>(decisions: readonly One[], show: ShownDecisions): One[] {
  const kept = decisions.filter((decision) => {
    const standing = decisionStanding(decision);
    return show === 'all' || (show === 'unsettled' ? standing !== 'done' : standing === show);
  });
  return byUrgency(kept);
}
