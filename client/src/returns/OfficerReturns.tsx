import { useEffect, useRef, useState } from 'react';
import type { Actor } from '#shared/accounts/schema.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { isOwed, type ReturnSheet, type ReturnWeek } from '#shared/returns/sheet.ts';
import { useMessages } from '../app/language.tsx';
import { useNow } from '../app/now.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Hidden } from '../kit/Hidden.tsx';
import { Page } from '../kit/Page.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useWaiting } from '../outbox/queue.ts';
import type { Waiting } from '../outbox/store.ts';
import { Asking } from './Asking.tsx';
import styles from './Desk.module.css';
import { DraftedEditor } from './DraftedEditor.tsx';
import { useMine } from './mine.ts';
import { ReturnList } from './ReturnList.tsx';

type Choice = { openId: Id<'project'> | null; onOpen: (id: Id<'project'>) => void };

/** The officer's week: the projects that owe, and the form of the one that is open. */
export function OfficerReturns({ actor, ...choice }: { actor: Actor } & Choice) {
  const mine = useMine(actor.id);
  if (!mine.data) return <Asking query={mine} />;
  return <Desk actor={actor} {...mine.data} {...choice} />;
}

function Desk({ actor, week, sheets, openId, onOpen }: { actor: Actor; week: ReturnWeek; sheets: ReturnSheet[] } & Choice) {
  const { returns } = useMessages();
  const now = useNow();
  const toast = useToast();
  // The list ticks it off; a toast would lie over the next form's buttons, so it is only read out.
  const [sent, setSent] = useState('');
  const open = sheets.find((sheet) => sheet.project.id === openId) ?? sheets[0];
  const waits = waitsOf(useWaiting(actor.id));
  const at = open ? sheets.indexOf(open) : -1;
  useSwitching((by) => {
    const other = sheets[(at + by + sheets.length) % sheets.length];
    if (other) onOpen(other.project.id);
  });
  if (!open) {
    return (
      <Page>
        <EmptyState title={returns.empty} hint={returns.emptyHint} />
      </Page>
    );
  }
  // After the one that is open, round to the beginning; the list itself may be sorted anew meanwhile.
  const next = [...sheets.slice(at + 1), ...sheets.slice(0, at)].find((sheet) => isOwed(sheet.current) && !waits.has(sheet.project.id));
  return (
    <div className={styles.desk}>
      <Hidden live>{sent}</Hidden>
      <ReturnList
        week={week}
        sheets={sheets}
        openId={open.project.id}
        now={now}
        today={dayOf(now)}
        ownId={actor.id}
        waits={waits}
        onOpen={onOpen}
      />
      <DraftedEditor
        key={open.project.id}
        actor={actor}
        week={week}
        sheet={open}
        now={now}
        hasNext={next !== undefined}
        onSent={(state) => {
          setSent((state === 'sent' ? returns.sent : returns.waiting)(open.project.name));
          if (next) onOpen(next.project.id);
          else if (state === 'sent') toast({ text: returns.allSent });
        }}
      />
    </div>
  );
}

/** Where a return of a project has got to on this device; photos go by themselves. */
function waitsOf(entries: readonly Waiting[]): Map<Id<'project'>, 'waiting' | 'refused'> {
  return new Map(
    entries.flatMap(({ act, failure }) =>
      act.kind === 'return' ? [[act.input.projectId, failure === null ? 'waiting' : 'refused'] as const] : [],
    ),
  );
}

/** Alt with the arrows goes to the project above or below. */
function useSwitching(by: (steps: 1 | -1) => void): void {
  const latest = useRef(by);
  latest.current = by;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      event.preventDefault();
      latest.current(event.key === 'ArrowDown' ? 1 : -1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
