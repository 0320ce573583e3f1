import { useState } from 'react';
import type { Week } from '#shared/kit/calendar.ts';
import { agendaReason, type Proposal } from '#shared/meetings/agenda.ts';
import { AGENDA_LIMIT } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Section } from '../kit/Page.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import { FullDialog } from './FullDialog.tsx';
import styles from './MeetingPage.module.css';
import { useAddToAgenda } from './mutations.ts';
import { reasonWords } from './words.ts';

const SHOWN = 12;

/** What the rules suggest; only what somebody adds is ever kept. */
export function Proposals({ proposals, week, items }: { proposals: Proposal[]; week: Week; items: number }) {
  const { meetings } = useMessages();
  const add = useAddToAgenda();
  const [asked, setAsked] = useState<Proposal | null>(null);
  const shown = proposals.slice(0, SHOWN);

  function put(proposal: Proposal, overLimitReason?: string): void {
    const item = { week, projectId: proposal.projectId, reason: agendaReason(proposal) };
    add.mutate(overLimitReason ? { ...item, overLimitReason } : item);
  }

  return (
    <Section title={meetings.proposals} note={shown.length > 0 ? meetings.proposalsNote : meetings.noProposals}>
      <ul className={styles.lines}>
        {shown.map((proposal) => (
          <li key={proposal.projectId} className={styles.line}>
            <Lamp colour={proposal.lamp} provisional />
            <span className={styles.words}>
              <b>{proposal.name}</b>
              <small>{[proposal.unitName, ...proposal.reasons.map((why) => reasonWords(why, meetings))].join(' · ')}</small>
            </span>
            <Button
              size="small"
              icon="plus"
              disabled={add.isPending}
              onClick={() => (items >= AGENDA_LIMIT ? setAsked(proposal) : put(proposal))}
            >
              {meetings.add}
            </Button>
          </li>
        ))}
      </ul>
      {proposals.length > SHOWN && <p className={styles.quiet}>{meetings.moreProposals(proposals.length - SHOWN)}</p>}
      {asked && <FullDialog onReason={(reason) => put(asked, reason)} onClose={() => setAsked(null)} />}
    </Section>
  );
}
