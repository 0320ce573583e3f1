import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Actor } from '#shared/accounts/schema.ts';
import type { FlagColour } from '#shared/flags/schema.ts';
import { whyNotMarks } from '#shared/inspections/rules.ts';
import type { Inspection, Scoresheet } from '#shared/inspections/schema.ts';
import { rank, totalOf } from '#shared/inspections/score.ts';
import { timeOf } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import { useNow } from '../app/now.ts';
import { Button, IconButton } from '../kit/Button.tsx';
import { Hidden } from '../kit/Hidden.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useLine } from '../live/live.ts';
import { formOf, type SheetDraft, useDrafts } from './drafts.ts';
import { pointsText } from './MarkSlider.tsx';
import styles from './ScorePage.module.css';
import type { StopFigures } from './StopSheet.tsx';
import { StopSheet } from './StopSheet.tsx';
import { useResend, useSubmit } from './submit.ts';
import { useDayText, useQuarterText } from './words.ts';

export type RoundStop = {
  entryId: Id<'entry'>;
  projectName: string;
  unitName: string;
  groupId: string;
  figures: StopFigures | null;
  lastFlag: FlagColour | null;
  sheet: Scoresheet | null;
};

type RoundProps = {
  actor: Actor;
  inspection: Pick<Inspection, 'quarter' | 'day' | 'state' | 'criteria' | 'groups'> & { id: Inspection['id'] | null };
  stops: readonly RoundStop[];
};

/** One stop at a time, with what is kept on this device and what the server has. */
export function Round({ actor, inspection, stops }: RoundProps) {
  const { inspections } = useMessages();
  const text = inspections.score;
  const now = useNow();
  const line = useLine();
  const [said, setSaid] = useState('');
  const search = useSearch();
  const [location, navigate] = useLocation();
  const quarterText = useQuarterText();
  const dayText = useDayText();
  const { drafts, isKept, keep, settle } = useDrafts(`score:${actor.id}:${inspection.id}`);
  const { send, isPending } = useSubmit({ keep, settle });
  useResend(
    drafts,
    stops.map((stop) => stop.entryId),
    send,
  );

  const asked = Number(new URLSearchParams(search).get('stop'));
  const firstOpen = stops.findIndex((stop) => stop.sheet === null);
  const place = asked >= 1 && asked <= stops.length ? asked : Math.max(1, firstOpen + 1);
  const stop = stops[place - 1];
  if (!stop || drafts === null) return null;

  const { criteria } = inspection;
  const draft = drafts[stop.entryId];
  const form = formOf(draft, stop.sheet);
  const unmarked = criteria.filter((criterion) => form.marks[criterion.id] === undefined).length;
  const waiting = stops.filter((one) => drafts[one.entryId]?.isWaiting).length;
  const isClosed = inspection.state !== 'open';
  const goTo = (next: number) => navigate(`${location}?stop=${next}`, { replace: true });

  function edit(change: Partial<Pick<SheetDraft, 'marks' | 'remark'>>): void {
    if (stop) keep(stop.entryId, { ...form, ...change, keptAt: now, isWaiting: false });
  }

  async function submit(): Promise<void> {
    if (!stop || whyNotMarks(criteria, form.marks)) return;
    const result = await send(stop.entryId, { ...form, keptAt: now, isWaiting: false });
    if (result === 'refused' || result === 'under-way') return;
    // No toast: it would lie over the button that hands in the next one.
    setSaid(result === 'sent' ? text.sent : text.keptOffline);
    if (place < stops.length) goTo(place + 1);
  }

  const next = place < stops.length ? place + 1 : null;
  const label = stop.sheet ? (next ? text.correctNext(next) : text.correct) : next ? text.submitNext(next) : text.submit;
  const isUnchanged = stop.sheet !== null && !draft;
  const handedIn = stops.filter((one) => one.sheet !== null && !drafts[one.entryId]).length;
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <IconButton icon="left" size="large" label={text.previous} disabled={place === 1} onClick={() => goTo(place - 1)} />
        <h1 className={styles.title}>{text.title(quarterText(inspection.quarter))}</h1>
        <span className={styles.muted}>{dayText(inspection.day)}</span>
        <span className={styles.grow} />
        <span>{text.of(place, stops.length)}</span>
        <IconButton icon="right" size="large" label={text.next} disabled={place === stops.length} onClick={() => goTo(place + 1)} />
      </header>
      {(!line.isUp || waiting > 0 || !isKept) && (
        <div className={styles.band} role="status">
          <Icon name="offline" />
          {!line.isUp && <b>{text.offline}</b>}
          {!isKept ? text.notKept : waiting > 0 ? text.waiting(waiting) : draft ? text.kept(timeOf(draft.keptAt)) : null}
        </div>
      )}
      {isClosed && (
        <div className={styles.band} role="status">
          <Icon name="lock" />
          {text.closed}
        </div>
      )}
      <StopSheet
        key={stop.entryId}
        stop={stop}
        place={place}
        criteria={criteria}
        groupName={inspection.groups.find((group) => group.id === stop.groupId)?.name ?? ''}
        marks={form.marks}
        remark={form.remark}
        disabled={isClosed}
        onMark={(criterionId, mark) => edit({ marks: { ...form.marks, [criterionId]: mark } })}
        onRemark={(remark) => edit({ remark })}
      />
      <footer className={styles.foot}>
        <div>
          <div className={styles.total}>
            {pointsText(totalOf(form.marks, criteria))}
            <small> {text.of100(criteria.reduce((sum, criterion) => sum + criterion.weight, 0))}</small>
          </div>
          <span className={styles.muted}>
            {unmarked > 0 ? text.unmarked(unmarked) : <OwnRank inspection={inspection} stops={stops} stop={stop} marks={form.marks} />}
          </span>
        </div>
        <div className={styles.submit}>
          {isUnchanged && next ? (
            <Button look="primary" size="large" onClick={() => goTo(next)}>
              {text.next}
            </Button>
          ) : (
            <Button
              look="primary"
              size="large"
              busy={isPending}
              disabled={isClosed || unmarked > 0 || isUnchanged}
              onClick={() => void submit()}
            >
              {label}
            </Button>
          )}
          <span className={styles.muted}>
            {[
              stop.sheet && (draft ? text.changed : text.submitted(timeOf(stop.sheet.submittedAt))),
              handedIn === stops.length ? text.allDone : text.done(handedIn, stops.length),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <Hidden live>{said}</Hidden>
        </div>
      </footer>
    </div>
  );
}

/** Where this stop stands among those of its group that the inspector has marked: a check against oneself. */
function OwnRank({
  inspection,
  stops,
  stop,
  marks,
}: Pick<RoundProps, 'inspection' | 'stops'> & { stop: RoundStop; marks: Readonly<Record<string, number>> }) {
  const { inspections } = useMessages();
  const group = inspection.groups.find((one) => one.id === stop.groupId);
  const own = stops.flatMap((one) => {
    const given = one === stop ? marks : one.sheet?.marks;
    return given && one.groupId === stop.groupId ? [{ entryId: one.entryId, groupId: one.groupId, sheets: [given] }] : [];
  });
  const standing = rank(own, inspection.criteria, group ? [group] : [])[0]?.standings.find((one) => one.entry.entryId === stop.entryId);
  if (!group || !standing || standing.rank === null) return null;
  return inspections.score.ownRank(group.name.split(' ')[0] ?? group.name, standing.rank, own.length);
}
