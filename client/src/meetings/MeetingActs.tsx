import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Day } from '#shared/kit/calendar.ts';
import { whyNotOpen } from '#shared/meetings/rules.ts';
import { useMessages } from '../app/language.tsx';
import { SubscribeButton } from '../feeds/SubscribeButton.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { AskForAgenda } from './AskForAgenda.tsx';
import type { MeetingData } from './MeetingPage.tsx';
import { useOpenMeeting } from './mutations.ts';
import { ReopenMeeting } from './ReopenMeeting.tsx';
import { seriesQuery } from './series.ts';

/** What can be done with the meeting now: open it, go to its console, print its minutes. */
export function MeetingActs({ data, today, mayDrive, mayAsk }: { data: MeetingData; today: Day; mayDrive: boolean; mayAsk: boolean }) {
  const { meetings, displays } = useMessages();
  const [, navigate] = useLocation();
  const open = useOpenMeeting();
  const [isAsking, setAsking] = useState(false);
  const { meeting, series } = data;
  const query = seriesQuery(series);
  // The screen shows the meeting in hand, so that is the one to rehearse.
  const isInHand = !data.other && whyNotOpen(meeting, today, data.other) === null;

  function start(): void {
    open.mutate(
      { week: meeting.week, seriesId: series.id, version: meeting.version },
      { onSuccess: () => navigate(`/meetings/console${query}`), onSettled: () => setAsking(false) },
    );
  }

  return (
    <>
      <Button look="text" icon="rows" onClick={() => navigate('/decisions')}>
        {meetings.follow.title}
      </Button>
      <SubscribeButton />
      {mayAsk && <AskForAgenda project={null} />}
      {mayDrive && (
        <Button look="text" icon="screen" onClick={() => navigate('/displays')}>
          {displays.title}
        </Button>
      )}
      {meeting.documentId && (
        <Button icon="print" onClick={() => navigate(`/print/${meeting.documentId}`)}>
          {meetings.printMinutes}
        </Button>
      )}
      {meeting.reportId && (
        <Button icon="print" onClick={() => navigate(`/print/${meeting.reportId}`)}>
          {meetings.papers.printReport}
        </Button>
      )}
      {meeting.id && meeting.state !== 'closed' && (
        <Button onClick={() => navigate(`/meetings/${meeting.week}/words${query}`)}>
          {series.isDefault ? meetings.papers.preview : meetings.series.minutesOnly.preview}
        </Button>
      )}
      {mayDrive && meeting.state === 'closed' && <ReopenMeeting meeting={meeting} />}
      {mayDrive && meeting.state === 'open' && (
        <Button look="primary" icon="screen" onClick={() => navigate(`/meetings/console${query}`)}>
          {meetings.console}
        </Button>
      )}
      {mayDrive && meeting.state === 'planned' && meeting.id && isInHand && (
        <Button icon="screen" onClick={() => navigate(`/meetings/console${query}${query ? '&' : '?'}rehearsal`)}>
          {meetings.rehearsal.start}
        </Button>
      )}
      {mayDrive && meeting.state === 'planned' && (
        <Button look="primary" disabled={whyNotOpen(meeting, today, data.other) !== null} onClick={() => setAsking(true)}>
          {meetings.open}
        </Button>
      )}
      {isAsking && (
        <Dialog
          title={meetings.openTitle}
          description={data.isEarly ? `${meetings.early}` : meetings.openText}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{meetings.cancel}</Button>
              <Button look="primary" busy={open.isPending} onClick={start}>
                {meetings.open}
              </Button>
            </>
          }
        >
          {data.isEarly && <p>{meetings.openText}</p>}
        </Dialog>
      )}
    </>
  );
}
