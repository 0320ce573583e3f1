import { useState } from 'react';
import type { Day } from '#shared/kit/calendar.ts';
import type { Project, Standing } from '#shared/projects/schema.ts';
import { whyNotSetStanding } from '#shared/projects/standing.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession, useToday } from '../app/now.ts';
import { DateField } from '../kit/DateField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { Notice } from '../kit/Page.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { useFailureText, useSetStanding } from './data.ts';

/** Suspends, withdraws or resumes a project, with the day and the reason; what that means stands above the fields. */
export function StandingDialog({ project, to, onClose }: { project: Project; to: Standing; onClose: () => void }) {
  useEditing(project.id);
  const messages = useMessages();
  const { projects } = messages;
  const { actor } = useSession();
  const today = useToday();
  const set = useSetStanding();
  const failure = useFailureText(set.error);
  const [opened] = useState(project);
  const [on, setOn] = useState<Day | null>(today);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isSilent = reason.trim().length < 2;
  const refusal = actor && on ? whyNotSetStanding(opened, { to, on }, actor.role, today) : null;

  function save(): void {
    setAsked(true);
    if (!on || isSilent || refusal) return;
    set.mutate({ id: opened.id, version: opened.version, to, on, reason: reason.trim() }, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={projects.standing.acts[to]}
      save={projects.standing.acts[to]}
      busy={set.isPending}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <FormGrid>
        <WideCell>
          <Notice>{projects.standing.means[to]}</Notice>
        </WideCell>
        <DateField
          label={projects.standing.on}
          required
          value={on}
          onDay={setOn}
          max={today}
          error={asked && !on ? projects.fieldError : refusal ? refusalSentence(refusal, messages) : null}
        />
        <WideCell>
          <TextArea
            label={projects.standing.reason}
            required
            limit={300}
            rows={3}
            value={reason}
            onText={setReason}
            error={asked && isSilent ? projects.standing.reasonMissing : null}
          />
        </WideCell>
      </FormGrid>
    </FormDialog>
  );
}
