import { useId } from 'react';
import { type Assumption, lateness } from '#shared/approvals/plan.ts';
import { daysApart } from '#shared/calendar/spans.ts';
import type { Day } from '#shared/kit/calendar.ts';
import type { Id } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import { Estimate } from '../calendar/Estimate.tsx';
import { Button } from '../kit/Button.tsx';
import { DateField } from '../kit/DateField.tsx';
import { Notice } from '../kit/Page.tsx';
import { Select } from '../kit/Select.tsx';
import type { PlanView } from './data.ts';
import styles from './StartNotice.module.css';
import { readyWords } from './words.ts';

type Assumed = Assumption<Id<'approvalStep'>>;
type StartNoticeProps = { view: PlanView; assumed: Assumed | null; onAssume: (assumed: Assumed | null) => void };

/** What holds the start and by how much, against the start planned; and the same under an assumption. */
export function StartNotice({ view, assumed, onAssume }: StartNoticeProps) {
  const messages = useMessages();
  const { approvals, kit } = messages;
  const { plan, plannedStart, today, steps } = view;
  const title = useId();
  const { readyOn } = plan;
  if (!readyOn) return null;
  const holder = steps.find((step) => step.id === plan.holder);
  const against = (on: Day) => (plannedStart === null ? approvals.noPlannedStart : approvals.against(lateness(on, plannedStart)));
  const isLate = plannedStart !== null && lateness(readyOn, plannedStart) > 0;
  const unlimited = plan.steps.filter((one) => !one.isSettled && one.limitBy === 'none').length;
  const rough = plan.steps.filter((one) => !one.isSettled && one.limitBy === 'statutory').length;
  const named = (id: string) => steps.find((step) => step.id === id)?.name ?? '';
  return (
    <div className={styles.start}>
      <Notice
        look={isLate ? 'red' : 'plain'}
        title={holder ? approvals.holds(holder.name) : approvals.allSettled}
        actions={
          holder &&
          !assumed && (
            <Button size="small" onClick={() => onAssume({ id: holder.id, as: 'done', on: today })}>
              {approvals.whatIf}
            </Button>
          )
        }
      >
        {readyWords(readyOn, plannedStart, holder !== undefined, messages)}
        {plan.path.length > 1 && <p>{approvals.path(plan.path.map(named).join(' → '))}</p>}
        {(unlimited > 0 || rough > 0) && <p>{approvals.rough(rough, unlimited)}</p>}
        <Estimate years={plan.unknownYears} />
      </Notice>
      {assumed && (
        <section className={styles.whatIf} aria-labelledby={title}>
          <h3 id={title}>{approvals.whatIf}</h3>
          <div className={styles.fields}>
            <Select
              label={approvals.name}
              value={assumed.id}
              onValue={(id) => id && onAssume({ ...assumed, id })}
              options={plan.steps
                .filter((one) => !one.isSettled || one.id === assumed.id)
                .map(({ id }) => ({ value: id, label: named(id) }))}
            />
            <Select
              label={approvals.assume}
              value={assumed.as}
              onValue={(as) => as && onAssume({ ...assumed, as })}
              options={(['done', 'tolerated'] as const).map((as) => ({ value: as, label: approvals.assumes[as] }))}
            />
            <DateField label={approvals.assumeOn} value={assumed.on} onDay={(on) => on && onAssume({ ...assumed, on })} min={today} />
            <Button onClick={() => onAssume(null)}>{approvals.endWhatIf}</Button>
          </div>
          <p role="status">{view.whatIf?.plan.readyOn && outcome(view.whatIf.plan.readyOn)}</p>
          <Estimate years={view.whatIf?.plan.unknownYears ?? []} />
        </section>
      )}
    </div>
  );

  function outcome(on: Day): string {
    const earlier = readyOn ? daysApart(on, readyOn) : 0;
    return kit.phrases([approvals.readyOn(kit.day(on)), approvals.moved(earlier), against(on)]);
  }
}
