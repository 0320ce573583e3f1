import { useState } from 'react';
import { MeetingLength } from '#shared/meetings/series.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Section } from '../kit/Page.tsx';
import { TextArea, TextField } from '../kit/TextField.tsx';
import styles from './MeetingPage.module.css';
import type { MeetingData } from './MeetingPage.tsx';
import { useUpdateMeeting } from './mutations.ts';

type Meeting = MeetingData['meeting'];

/** Where, when, who chairs, who comes: what stands on the screen and at the end of the minutes. */
export function Facts({ meeting, mayChange }: { meeting: Meeting; mayChange: boolean }) {
  const { meetings, feeds } = useMessages();
  const [isEditing, setEditing] = useState(false);
  return (
    <Section
      title={meetings.facts}
      actions={
        mayChange && (
          <Button size="small" icon="edit" onClick={() => setEditing(true)}>
            {meetings.editFacts}
          </Button>
        )
      }
    >
      <dl className={styles.facts}>
        <dt>{meetings.time}</dt>
        <dd>{`${meeting.time} · ${meeting.length} ${meetings.minutes}`}</dd>
        <dt>{meetings.place}</dt>
        <dd>{meeting.place || meetings.unknown}</dd>
        <dt>{meetings.hostLabel}</dt>
        <dd>{meeting.host ?? meetings.unknown}</dd>
        <dt>{meetings.attendees}</dt>
        <dd>{meeting.attendees ?? meetings.unknown}</dd>
      </dl>
      <a className={styles.quiet} href={`/files/meetings/${meeting.week}?series=${meeting.seriesId}`} download>
        {feeds.file}
      </a>
      {isEditing && <FactsDialog meeting={meeting} onClose={() => setEditing(false)} />}
    </Section>
  );
}

function FactsDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { meetings } = useMessages();
  const update = useUpdateMeeting();
  const [time, setTime] = useState(meeting.time);
  const [length, setLength] = useState(String(meeting.length));
  const [place, setPlace] = useState(meeting.place);
  const [host, setHost] = useState(meeting.host ?? '');
  const [attendees, setAttendees] = useState(meeting.attendees ?? '');

  const minutes = MeetingLength.safeParse(Number(length));

  function save(): void {
    if (!minutes.success) return;
    update.mutate(
      {
        week: meeting.week,
        seriesId: meeting.seriesId,
        version: meeting.version,
        time,
        length: minutes.data,
        place: place.trim(),
        host: host.trim() || null,
        attendees: attendees.trim() || null,
      },
      { onSuccess: onClose },
    );
  }

  return (
    <Dialog
      title={meetings.editFacts}
      size="medium"
      keepOnOutsidePress
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{meetings.cancel}</Button>
          <Button look="primary" busy={update.isPending} disabled={time === '' || !minutes.success} onClick={save}>
            {meetings.save}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <TextField label={meetings.time} type="time" required value={time} onText={setTime} />
        <TextField
          label={meetings.length}
          inputMode="numeric"
          required
          maxLength={3}
          value={length}
          onText={setLength}
          {...(minutes.success ? {} : { error: meetings.lengthWrong })}
        />
        <TextField label={meetings.place} value={place} onText={setPlace} maxLength={60} />
        <TextField label={meetings.hostLabel} value={host} onText={setHost} maxLength={40} />
        <TextArea label={meetings.attendees} hint={meetings.attendeesHint} value={attendees} onText={setAttendees} />
      </div>
    </Dialog>
  );
}
