import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '#shared/accounts/schema.ts';
import { problemFlow, updateOf, whyNotChangeProblem } from '#shared/problems/flow.ts';
import { Problem, ProblemRung, ProblemState } from '#shared/problems/schema.ts';
import { Conflict } from '../app/Conflict.tsx';
import { useConflict } from '../app/conflict.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { WorkdayField } from '../calendar/WorkdayField.tsx';
import { DateField } from '../kit/DateField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { Select } from '../kit/Select.tsx';
import { useEditing } from '../live/editing.ts';
import { useAfterAct } from '../projects/data.ts';
import { useFieldText } from '../projects/words.ts';
import { useUnitOptions } from '../units/options.ts';
import { UnitsField } from '../units/UnitsField.tsx';

/** Moves a problem along its flow: assigned, solved, closed, or back. */
export function ProblemDialog({ problem, role, onClose }: { problem: Problem; role: Role; onClose: () => void }) {
  useEditing(problem.projectId);
  const messages = useMessages();
  const { problems, vocabulary } = messages;
  const update = useMutation(useTRPC().problems.update.mutationOptions(useAfterAct(problems.saved)));
  const units = useUnitOptions();
  const today = useToday();
  const [opened, setOpened] = useState(problem);
  const [typed, setTyped] = useState(problem);
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<Problem>) => setTyped({ ...typed, ...change });
  const fieldText = useFieldText('problem');
  const conflict = useConflict({
    keys: ['state', 'rung', 'ownerUnitId', 'helperUnitIds', 'dueOn', 'solvedOn', 'closedOn'],
    opened,
    read: (newer) => Problem.safeParse(newer).data ?? null,
    fieldsOf: (row: Problem) => row,
    fields: typed,
    onFields: setTyped,
    onOpened: setOpened,
  });
  const states = ProblemState.options.filter(
    (state) =>
      state === opened.state || problemFlow.some((move) => move.from === opened.state && move.to === state && move.by.includes(role)),
  );
  const refusal = whyNotChangeProblem(opened, typed, { role }, today);
  const isOffice = role === 'office';
  const { state, rung, owner, helpers, due, solvedOn, closedOn } = problems;
  const labels: Partial<Record<keyof Problem, string>> = {
    state,
    rung,
    ownerUnitId: owner,
    helperUnitIds: helpers,
    dueOn: due,
    solvedOn,
    closedOn,
  };

  /** A state brings its day along and takes that of a state it leaves. */
  function setState(state: ProblemState): void {
    const isSolved = state === 'solved' || state === 'closed';
    const closedOn = state === 'closed' ? (typed.closedOn ?? today) : null;
    set({ state, solvedOn: isSolved ? (typed.solvedOn ?? today) : null, closedOn });
  }

  function save(): void {
    setAsked(true);
    if (refusal || !conflict.maySend()) return;
    update.mutate(updateOf({ ...typed, version: opened.version }), { onSuccess: onClose, onError: conflict.meet });
  }

  return (
    <FormDialog
      title={problems.updateTitle(opened.title)}
      save={problems.save}
      busy={update.isPending}
      failure={asked && refusal ? refusalSentence(refusal, messages) : conflict.failureText(update.error)}
      onSave={save}
      onClose={onClose}
    >
      {conflict.state && (
        <Conflict
          state={conflict.state}
          labelOf={(key) => labels[key] ?? ''}
          textOf={(key, value) => fieldText(key === 'ownerUnitId' ? 'unitId' : key, value)}
          onChoose={conflict.choose}
        />
      )}
      <FormGrid>
        <Select
          label={problems.to}
          value={typed.state}
          onValue={(state) => setState(state ?? typed.state)}
          options={states.map((state) => ({ value: state, label: vocabulary.problemState[state] }))}
        />
        <Select
          label={problems.rung}
          value={typed.rung}
          onValue={(rung) => set({ rung: rung ?? typed.rung })}
          options={ProblemRung.options.map((rung) => ({ value: rung, label: vocabulary.problemRung[rung] }))}
        />
        {isOffice && (
          <Select
            label={problems.owner}
            placeholder={problems.noOwner}
            value={typed.ownerUnitId}
            onValue={(ownerUnitId) => set({ ownerUnitId })}
            options={units}
          />
        )}
        {isOffice && <WorkdayField label={problems.due} value={typed.dueOn} today={today} onDay={(dueOn) => set({ dueOn })} />}
        {isOffice && (
          <WideCell>
            <UnitsField
              label={problems.helpers}
              add={problems.addHelper}
              most={8}
              value={typed.helperUnitIds}
              except={typed.ownerUnitId}
              onValue={(helperUnitIds) => set({ helperUnitIds })}
            />
          </WideCell>
        )}
        {typed.solvedOn !== null && (
          <DateField label={problems.solvedOn} value={typed.solvedOn} onDay={(solvedOn) => set({ solvedOn })} max={today} />
        )}
        {typed.closedOn !== null && (
          <DateField label={problems.closedOn} value={typed.closedOn} onDay={(closedOn) => set({ closedOn })} max={today} />
        )}
      </FormGrid>
    </FormDialog>
  );
}
