import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import type { Day } from '#shared/kit/calendar.ts';
import type { Project, Stage } from '#shared/projects/schema.ts';
import { isToldInWords, remindersOf, type StageFacts, stageMoves, whyNotMoveStage } from '#shared/projects/stages.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { newRequestId } from '../app/trpc.ts';
import { DateField } from '../kit/DateField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { Notice } from '../kit/Page.tsx';
import { Select } from '../kit/Select.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { useFailureText, useMoveStage, useProjectView } from './data.ts';

/** A project as far as its stage goes, from its own page or from its card on the board. */
export type StageSubject = Pick<Project, 'id' | 'version' | 'name'> & Omit<StageFacts, 'evidenceNote' | 'reason'>;

type StageDialogProps = {
  project: StageSubject;
  role: Role;
  /** Where it was dropped. */
  to?: Stage;
  /** Hears the request by which the move can be taken back. */
  onMoved?: (requestId: string) => void;
  onClose: () => void;
};

/** Moves a project to another stage; the gate that the server asks is asked here first, with the same rule. */
export function StageDialog({ project, role, to: dropped, onMoved, onClose }: StageDialogProps) {
  useEditing(project.id);
  const messages = useMessages();
  const { kit, projects, vocabulary } = messages;
  const today = useToday();
  const [requestId] = useState(newRequestId);
  const move = useMoveStage(requestId, onMoved);
  const failure = useFailureText(move.error);
  const [to, setTo] = useState<Stage | null>(dropped ?? null);
  const [on, setOn] = useState<Day | null>(today);
  const [words, setWords] = useState('');
  const { data: view } = useProjectView(project.id);
  const reachable = stageMoves.filter((one) => one.from === project.stage && one.kinds.includes(project.kind) && one.roles.includes(role));
  const facts = { ...project, ...view?.gate, reason: null, evidenceNote: null };
  const told = to === null ? null : (whyNotMoveStage(facts, to, role)?.missing.find(isToldInWords) ?? null);
  const given = told === 'evidence-note-missing' ? { evidenceNote: words } : told ? { reason: words } : {};
  const refusal = to === null ? null : whyNotMoveStage({ ...facts, ...given }, to, role);
  const gate = refusal ? kit.clauses(refusal.missing.map((lack) => projects.lacks[lack])) : '';
  const reminders = view && to ? remindersOf({ ...view.project, isRegistered: Boolean(view.registration?.registeredOn) }, to) : [];

  function save(): void {
    if (!to || refusal) return;
    move.mutate({ id: project.id, version: project.version, to, ...(on ? { on } : {}), ...given }, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={dropped ? kit.labelled(projects.moveStage, project.name) : projects.moveStage}
      save={projects.save}
      busy={move.isPending}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <FormGrid>
        <Select
          label={projects.moveTo}
          value={to}
          onValue={setTo}
          options={reachable.map((one) => ({ value: one.to, label: vocabulary.stage[one.to] }))}
        />
        <DateField label={projects.movedOn} value={on} onDay={setOn} max={today} />
        {told && (
          <WideCell>
            <TextArea label={projects.toldAs[told]} required limit={300} value={words} onText={setWords} />
          </WideCell>
        )}
        {view &&
          reminders.map((reminder) => (
            <WideCell key={reminder}>
              <Notice>{projects.reminders[reminder](view.registrationMonths)}</Notice>
            </WideCell>
          ))}
        {refusal && (
          <WideCell>
            <Notice look="yellow">{gate ? projects.gate(gate) : refusalSentence(refusal, messages)}</Notice>
          </WideCell>
        )}
      </FormGrid>
    </FormDialog>
  );
}
