import type { Day } from '#shared/kit/calendar.ts';
import type { Decision, ScreenPage } from '#shared/meetings/schema.ts';
import type { ScreenItem } from '#shared/meetings/screen.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Section } from '../kit/Page.tsx';
import { Lamp, LampReason } from '../lamps/Lamp.tsx';
import styles from './ConsolePage.module.css';
import type { ScreenData } from './ConsolePage.tsx';
import { ConsoleRemarks } from './ConsoleRemarks.tsx';
import { DecisionTable } from './DecisionTable.tsx';
import meetingStyles from './MeetingPage.module.css';
import { useRemoveDecision } from './mutations.ts';
import { dayText } from './words.ts';

type ConsoleItemProps = {
  data: ScreenData;
  show: ScreenPage;
  item: ScreenItem | null;
  today: Day;
  /** Null while decisions cannot be reworded. */
  onEdit: ((decision: Decision) => void) | null;
};

/** What the operator has in front: the item with what was decided on it, or the last decisions. */
export function ConsoleItem({ data, show, item, today, onEdit }: ConsoleItemProps) {
  const { kit, meetings } = useMessages();
  if (show.page === 'follow-up') {
    return (
      <DecisionTable title={meetings.followUp} empty={meetings.noFollowUp} decisions={data.followUp} today={today} mayFollow withMeeting />
    );
  }
  const said = data.remarks.filter((remark) => !item || remark.agendaItemId === item.id);
  const made = item ? data.decisions.filter((decision) => decision.agendaItemId === item.id) : data.decisions;
  return (
    <>
      {item && (
        <header className={styles.head}>
          {item.project && <Lamp colour={item.project.figures.lamp} provisional />}
          <b>{item.title}</b>
          {item.project?.lampReason && <LampReason colour={item.project.figures.lamp}>{item.project.lampReason}</LampReason>}
          <span className={styles.quiet}>{[item.project?.figures.unitName, item.reason].filter(Boolean).join(' · ')}</span>
          {item.note && <q className={meetingStyles.note}>{meetings.notes.of(item.note)}</q>}
        </header>
      )}
      <Section title={meetings.decisions} note={made.length === 0 ? meetings.noDecisions : undefined}>
        <ul className={meetingStyles.lines}>
          {made.map((decision) => (
            <li key={decision.id} className={meetingStyles.line}>
              <span />
              <span className={meetingStyles.words}>
                <b>{decision.text}</b>
                <small>
                  {[
                    item ? null : decision.subject,
                    decision.ownerName,
                    kit.list(decision.helperNames),
                    dayText(decision.dueOn, meetings),
                    decision.supervisor,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              {onEdit && <DecisionActs decision={decision} onEdit={onEdit} />}
            </li>
          ))}
        </ul>
      </Section>
      <ConsoleRemarks meeting={data.meeting} item={item} remarks={said} />
    </>
  );
}

function DecisionActs({ decision, onEdit }: { decision: Decision; onEdit: (decision: Decision) => void }) {
  const { meetings } = useMessages();
  const remove = useRemoveDecision();
  return (
    <span className={meetingStyles.acts}>
      <Button size="small" onClick={() => onEdit(decision)}>
        {meetings.edit}
      </Button>
      <Button
        size="small"
        look="danger"
        busy={remove.isPending}
        onClick={() => remove.mutate({ id: decision.id, version: decision.version })}
      >
        {meetings.remove}
      </Button>
    </span>
  );
}
