import { useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useFailureText } from '../projects/data.ts';
import type { ScreenData } from './ConsolePage.tsx';
import { useReopenMeeting } from './mutations.ts';

/** A closed meeting is opened again only with a reason; what it issued stays beside what it will issue. */
export function ReopenMeeting({ meeting }: { meeting: Pick<ScreenData['meeting'], 'week' | 'seriesId' | 'version'> }) {
  const { meetings } = useMessages();
  const reopen = useReopenMeeting();
  const failure = useFailureText(reopen.error);
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <>
      <Button onClick={() => setAsking(true)}>{meetings.papers.reopen}</Button>
      {isAsking && (
        <FormDialog
          title={meetings.papers.reopenTitle}
          save={meetings.papers.reopen}
          busy={reopen.isPending}
          failure={failure}
          onSave={() =>
            given.length >= 2 &&
            reopen.mutate(
              { week: meeting.week, seriesId: meeting.seriesId, version: meeting.version, reason: given },
              { onSuccess: () => setAsking(false) },
            )
          }
          onClose={() => setAsking(false)}
        >
          <p>{meetings.papers.reopenText}</p>
          <TextArea label={meetings.papers.reopenReason} required limit={200} autoFocus value={reason} onText={setReason} />
        </FormDialog>
      )}
    </>
  );
}
