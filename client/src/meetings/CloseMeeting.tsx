import { useState } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useToast } from '../kit/Toast.tsx';
import type { ScreenData } from './ConsolePage.tsx';
import { useCloseMeeting } from './mutations.ts';
import { seriesQuery } from './series.ts';

/** Closing is official: it asks first, waits for the server, and then leads to the minutes. */
export function CloseMeeting({ meeting, series }: Pick<ScreenData, 'meeting' | 'series'>) {
  const { meetings } = useMessages();
  const [, navigate] = useLocation();
  const toast = useToast();
  const close = useCloseMeeting();
  const [isAsking, setAsking] = useState(false);
  const { documentId, reportId } = meeting;
  const { minutesOnly } = meetings.series;
  if (documentId && meeting.state === 'closed') {
    return (
      <>
        {reportId && (
          <Button icon="print" onClick={() => navigate(`/print/${reportId}`)}>
            {meetings.papers.printReport}
          </Button>
        )}
        <Button look="primary" icon="print" onClick={() => navigate(`/print/${documentId}`)}>
          {meetings.printMinutes}
        </Button>
      </>
    );
  }
  if (meeting.state !== 'open') return null;
  return (
    <>
      <Button look="text" onClick={() => navigate(`/meetings/${meeting.week}/words${seriesQuery(series)}`)}>
        {series.isDefault ? meetings.papers.preview : minutesOnly.preview}
      </Button>
      <Button onClick={() => setAsking(true)}>{meetings.close}</Button>
      {isAsking && (
        <Dialog
          title={meetings.closeTitle}
          mark="alert"
          description={series.isDefault ? meetings.closeText : meetings.series.closeMeetingText}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{meetings.cancel}</Button>
              <Button
                look="primary"
                busy={close.isPending}
                onClick={() =>
                  close.mutate(
                    { week: meeting.week, seriesId: series.id, version: meeting.version },
                    {
                      onSuccess: () => toast({ text: series.isDefault ? meetings.closed : minutesOnly.printed }),
                      onSettled: () => setAsking(false),
                    },
                  )
                }
              >
                {meetings.close}
              </Button>
            </>
          }
        >
          {null}
        </Dialog>
      )}
    </>
  );
}
