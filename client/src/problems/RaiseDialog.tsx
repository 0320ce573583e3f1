import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Day } from '#shared/kit/calendar.ts';
import { type Problem, ProblemCategory, RaiseProblem } from '#shared/problems/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useToday } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { DateField } from '../kit/DateField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { Select } from '../kit/Select.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useEditing } from '../live/editing.ts';
import { useAfterAct, useFailureText } from '../projects/data.ts';

/** Says what holds a project up; who deals with it is settled when it is assigned. */
export function RaiseDialog({ projectId, onClose }: { projectId: Problem['projectId']; onClose: () => void }) {
  useEditing(projectId);
  const { problems, projects, vocabulary } = useMessages();
  const raise = useMutation(useTRPC().problems.raise.mutationOptions(useAfterAct(problems.saved)));
  const failure = useFailureText(raise.error);
  const today = useToday();
  const [title, setTitle] = useState('');
  const [category, setCategory] = useState<ProblemCategory>('other');
  const [raisedOn, setRaisedOn] = useState<Day | null>(today);
  const [asked, setAsked] = useState(false);
  const read = RaiseProblem.safeParse({ projectId, title, category, raisedOn });
  const wrong = (field: string) => (asked && read.error?.issues.some((issue) => issue.path[0] === field) ? projects.fieldError : null);

  function save(): void {
    setAsked(true);
    if (read.success) raise.mutate(read.data, { onSuccess: onClose });
  }

  return (
    <FormDialog title={problems.raiseTitle} save={problems.save} busy={raise.isPending} failure={failure} onSave={save} onClose={onClose}>
      <FormGrid>
        <WideCell>
          <TextArea label={problems.what} required limit={200} value={title} onText={setTitle} error={wrong('title')} />
        </WideCell>
        <Select
          label={problems.category}
          value={category}
          onValue={(chosen) => setCategory(chosen ?? category)}
          options={ProblemCategory.options.map((each) => ({ value: each, label: vocabulary.problemCategory[each] }))}
        />
        <DateField label={problems.raisedOn} required value={raisedOn} onDay={setRaisedOn} max={today} error={wrong('raisedOn')} />
      </FormGrid>
    </FormDialog>
  );
}
