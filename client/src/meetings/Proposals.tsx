import { useState } from 'react';
import { type Proposal, type ProposalReason, proposedItem } from '#shared/meetings/proposals.ts';
import { AGENDA_LIMIT } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Section } from '../kit/Page.tsx';
import { useToast } from '../kit/Toast.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import { DeclineDialog } from './DeclineDialog.tsx';
import { FullDialog } from './FullDialog.tsx';
import styles from './MeetingPage.module.css';
import type { MeetingData } from './MeetingPage.tsx';
import { useAddAllToAgenda, useAddToAgenda } from './mutations.ts';
import { RulesDialog } from './RulesDialog.tsx';
import { reasonWords } from './words.ts';

const SHOWN = 12;

/** What the rules suggest, accepted one by one or together; only what somebody accepts is ever kept. */
export function Proposals({ data }: { data: MeetingData }) {
  const { meetings } = useMessages();
  const { proposing } = meetings;
  const { proposals, meeting, items, requests, series } = data;
  const { seriesId, week } = meeting;
  const toast = useToast();
  const add = useAddToAgenda();
  const addAll = useAddAllToAgenda();
  const [full, setFull] = useState<Proposal | null>(null);
  const [declined, setDeclined] = useState<string | null>(null);
  const [isSetting, setSetting] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? proposals : proposals.slice(0, SHOWN);
  const room = Math.max(0, AGENDA_LIMIT - items.length);
  const fitting = proposals.slice(0, room);
  const asked = requests.find((request) => request.id === declined);

  function put(proposal: Proposal, overLimitReason?: string): void {
    add.mutate({ seriesId, week, ...proposedItem(proposal), ...(overLimitReason ? { overLimitReason } : {}) });
  }

  function putAll(): void {
    addAll.mutate(
      { seriesId, week, items: fitting.map(proposedItem) },
      { onSuccess: (added) => toast({ text: proposing.addedAll(added.length) }) },
    );
  }

  return (
    <Section
      title={proposing.title}
      note={proposals.length > 0 ? proposing.note : proposing.none}
      actions={
        <>
          {fitting.length > 0 && (
            <Button size="small" busy={addAll.isPending} onClick={putAll}>
              {fitting.length === proposals.length ? proposing.addAll(fitting.length) : proposing.addFitting(fitting.length)}
            </Button>
          )}
          <Button size="small" look="text" onClick={() => setSetting(true)}>
            {proposing.rules}
          </Button>
        </>
      }
    >
      <ul className={styles.lines}>
        {shown.map((proposal) => {
          const request = requestOf(proposal.reasons);
          return (
            <li key={proposal.projectId ?? proposal.decisionId ?? proposal.requestId} className={styles.line}>
              {proposal.projectId ? <Lamp colour={proposal.lamp} provisional /> : <span />}
              <span className={styles.words}>
                <b>{proposal.name}</b>
                <small>{[proposal.unitName, ...proposal.reasons.map((why) => reasonWords(why, meetings))].join(' · ')}</small>
              </span>
              <span className={styles.acts}>
                {request && (
                  <Button size="small" look="text" onClick={() => setDeclined(request)}>
                    {proposing.decline}
                  </Button>
                )}
                <Button
                  size="small"
                  icon="plus"
                  disabled={add.isPending || addAll.isPending}
                  onClick={() => (room === 0 ? setFull(proposal) : put(proposal))}
                >
                  {meetings.add}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {proposals.length > shown.length && (
        <Button size="small" look="text" onClick={() => setWhole(true)}>
          {proposing.showAll(proposals.length - shown.length)}
        </Button>
      )}
      {full && <FullDialog onReason={(reason) => put(full, reason)} onClose={() => setFull(null)} />}
      {asked && <DeclineDialog request={asked} onClose={() => setDeclined(null)} />}
      {isSetting && <RulesDialog series={series} onClose={() => setSetting(false)} />}
    </Section>
  );
}

/** The request among the reasons that can be declined; a wish in a return is no request. */
function requestOf(reasons: readonly ProposalReason[]): string | null {
  for (const why of reasons) if ((why.reason === 'leader-request' || why.reason === 'unit-request') && why.requestId) return why.requestId;
  return null;
}
