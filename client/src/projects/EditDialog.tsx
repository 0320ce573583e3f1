import { useState } from 'react';
import type { Project } from '#shared/projects/schema.ts';
import { useMessages } from '../app/language.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { useFailureText, useUpdateProject } from './data.ts';
import { useKeptForm } from './draft.ts';
import { formOf, readEdit } from './form.ts';
import { ProjectFields } from './ProjectFields.tsx';

/** The office's form of a project on record. It is checked against the version that it was opened at. */
export function EditDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const { projects } = useMessages();
  const update = useUpdateProject();
  const failure = useFailureText(update.error);
  const [opened] = useState(project);
  const { form, setField } = useKeptForm(null, formOf(opened));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());

  function save(): void {
    const read = readEdit(form, opened);
    setWrong(read.wrong ?? new Set());
    if (read.input) update.mutate(read.input, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={projects.editTitle}
      size="large"
      save={projects.save}
      busy={update.isPending}
      failure={failure}
      onSave={save}
      onClose={onClose}
    >
      <ProjectFields form={form} onField={setField} wrong={wrong} isNew={false} year={0} />
    </FormDialog>
  );
}
