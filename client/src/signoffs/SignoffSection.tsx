import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { whyNotAskSignoff } from '#shared/signoffs/rules.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import type { ProjectView } from '../projects/data.ts';
import { AskDialog } from './AskDialog.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import styles from './SignoffSection.module.css';

const looks = { asked: 'yellow', signed: 'green', declined: 'red' } as const;

/** 容缺开工 of a project: asked, signed or declined; nothing where the project neither needs nor ever had one. */
export function SignoffSection({ view, role }: { view: ProjectView; role: Role }) {
  const { kit, signoffs } = useMessages();
  const [open, setOpen] = useState<'ask' | 'decide' | null>(null);
  const today = useToday();
  const [latest = null] = view.signoffs;
  const mayAsk = mayCall(role, 'signoffs.ask') && whyNotAskSignoff({ ...view.project, ...view.gate }, latest, today, today) === null;
  if (!latest && !mayAsk) return null;
  const waits = latest?.state === 'asked' && mayCall(role, 'signoffs.decide') ? latest : null;
  return (
    <Section title={signoffs.title}>
      {mayAsk && <Notice actions={<Button onClick={() => setOpen('ask')}>{signoffs.ask}</Button>}>{signoffs.way}</Notice>}
      {waits && (
        <Notice look="yellow" title={signoffs.state.asked} actions={<Button onClick={() => setOpen('decide')}>{signoffs.decide}</Button>}>
          {waits.reason}
        </Notice>
      )}
      <ul className={styles.list}>
        {view.signoffs.map((signoff) => (
          <li key={signoff.id} className={styles.item}>
            <Chip look={looks[signoff.state]}>{signoffs.state[signoff.state]}</Chip>
            <span>{signoff.reason}</span>
            <span className={styles.quiet}>
              {kit.phrases([
                signoffs.askedBy(signoff.askedByName, kit.day(dayOf(signoff.askedAt))),
                signoffs.promised(kit.day(signoff.promisedOn)),
                ...(signoff.decidedByName && signoff.decidedAt
                  ? [signoffs.decidedBy(signoff.decidedByName, kit.day(dayOf(signoff.decidedAt)))]
                  : []),
              ])}
            </span>
            {signoff.remark && <q className={styles.remark}>{signoff.remark}</q>}
          </li>
        ))}
      </ul>
      {open === 'ask' && <AskDialog projectId={view.project.id} onClose={() => setOpen(null)} />}
      {open === 'decide' && waits && <DecideDialog signoff={waits} onClose={() => setOpen(null)} />}
    </Section>
  );
}
