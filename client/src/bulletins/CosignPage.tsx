import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import type { AppRouter } from '#server/router.ts';
import { isWaitedFor } from '#shared/bulletins/flow.ts';
import { monthNumber, yearOf } from '#shared/kit/calendar.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Paper } from '../documents/Paper.tsx';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Page, PageHeader, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useCosign } from './mutations.ts';
import styles from './Panels.module.css';

type Waiting = inferRouterOutputs<AppRouter>['bulletins']['toCosign'][number];

/** 通报会签: what waits for the own unit's word, as it will be signed. */
export function CosignPage() {
  const messages = useMessages();
  const { bulletins } = messages;
  const { data, error } = useQuery(useTRPC().bulletins.toCosign.queryOptions());
  return (
    <Page>
      <PageHeader title={bulletins.cosignTitle} note={bulletins.cosignNote} />
      {error ? <Notice look="red">{errorSentence(error, messages)}</Notice> : !data && <Skeleton label={bulletins.loading} />}
      {data?.length === 0 && <EmptyState title={bulletins.nothingToCosign} hint={bulletins.nothingToCosignHint} />}
      {data?.map((waiting) => (
        <OneBulletin key={waiting.month} waiting={waiting} />
      ))}
    </Page>
  );
}

function OneBulletin({ waiting }: { waiting: Waiting }) {
  const { bulletins } = useMessages();
  const { month, asked, document } = waiting;
  return (
    <Section title={`${bulletins.title} ${bulletins.monthOf(yearOf(month), monthNumber(month))}`}>
      {asked.map((one) =>
        isWaitedFor(one) ? (
          <Word key={one.unitId} waiting={waiting} unitId={one.unitId} unitName={one.unitName} />
        ) : (
          <p key={one.unitId} className={styles.fact}>
            {one.unitName} {bulletins.verdicts[one.verdict ?? 'waiting']}
          </p>
        ),
      )}
      <div className={styles.sheet}>
        <Paper document={document} />
      </div>
    </Section>
  );
}

function Word({
  waiting: { month, version },
  unitId,
  unitName,
}: {
  waiting: Waiting;
  unitId: Waiting['asked'][number]['unitId'];
  unitName: string;
}) {
  const messages = useMessages();
  const { bulletins } = messages;
  const toast = useToast();
  const cosign = useCosign();
  const [remark, setRemark] = useState('');
  const said = remark.trim() === '' ? null : remark.trim();
  function say(verdict: 'agreed' | 'objected'): void {
    cosign.mutate(
      { month, unitId, version, verdict, remark: said },
      {
        onSuccess: () => toast({ text: bulletins.cosigned[verdict] }),
        onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
      },
    );
  }
  return (
    <div className={styles.cosign}>
      <TextArea label={bulletins.wordOf(unitName)} hint={bulletins.wordHint} value={remark} onText={setRemark} />
      <div className={styles.acts}>
        <Button look="primary" busy={cosign.isPending} onClick={() => say('agreed')}>
          {bulletins.agree}
        </Button>
        <Button look="danger" busy={cosign.isPending} disabled={said === null} onClick={() => say('objected')}>
          {bulletins.object}
        </Button>
      </div>
    </div>
  );
}
