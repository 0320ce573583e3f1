import { useState } from 'react';
import { Project } from '#shared/projects/schema.ts';
import { Conflict } from '../app/Conflict.tsx';
import { useConflict } from '../app/conflict.ts';
import { useMessages } from '../app/language.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { useEditing } from '../live/editing.ts';
import { useUpdateProject } from './data.ts';
import { useKeptForm } from './draft.ts';
import { editFields, formOf, readEdit } from './form.ts';
import { ProjectFields } from './ProjectFields.tsx';
import { useFieldText } from './words.ts';

/** The office's form of a project on record. It is checked against the version that it was opened at. */
export function EditDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  useEditing(project.id);
  const { projects } = useMessages();
  const update = useUpdateProject();
  const [opened, setOpened] = useState(project);
  const { form, setForm, setField } = useKeptForm(null, formOf(opened));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const fieldText = useFieldText();
  const labels: Record<string, string> = { ...projects.fields, unitId: projects.fields.unit };
  const conflict = useConflict({
    keys: editFields,
    opened,
    read: (newer) => Project.safeParse(newer).data ?? null,
    fieldsOf: formOf,
    fields: form,
    onFields: setForm,
    onOpened: setOpened,
  });

  function save(): void {
    const read = readEdit(form, opened);
    setWrong(read.wrong ?? new Set());
    if (read.input && conflict.maySend()) update.mutate(read.input, { onSuccess: onClose, onError: conflict.meet });
  }

  return (
    <FormDialog
      title={projects.editTitle}
      size="large"
      save={projects.save}
      busy={update.isPending}
      failure={conflict.failureText(update.error)}
      onSave={save}
      onClose={onClose}
    >
      {conflict.state && (
        <Conflict state={conflict.state} labelOf={(key) => labels[key] ?? ''} textOf={fieldText} onChoose={conflict.choose} />
      )}
      <ProjectFields form={form} onField={setField} wrong={wrong} isNew={false} year={0} />
    </FormDialog>
  );
}
