import { type SubmitEvent, useState } from 'react';
import type { Project } from '#shared/projects/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Notice } from '../kit/Page.tsx';
import { useFailureText, useUpdateProject } from './data.ts';
import { useKeptForm } from './draft.ts';
import { formOf, readEdit } from './form.ts';
import { ProjectFields } from './ProjectFields.tsx';

/** The office's form of a project on record. It is checked against the version that it was opened at. */
export function EditDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const { projects } = useMessages();
  const update = useUpdateProject();
  const failure = useFailureText(update.error);
  // A conflict is settled by looking at the newer row: what was typed stays while the dialog is open.
  const [opened] = useState(project);
  const { form, setField } = useKeptForm(null, formOf(opened));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const read = readEdit(form, opened);
    setWrong(read.wrong ?? new Set());
    if (read.input) update.mutate(read.input, { onSuccess: onClose });
  }

  return (
    <Dialog
      title={projects.editTitle}
      size="large"
      onClose={onClose}
      keepOnOutsidePress
      footer={
        <>
          <Button onClick={onClose}>{projects.cancel}</Button>
          <Button look="primary" type="submit" form="edit-project" busy={update.isPending}>
            {projects.save}
          </Button>
        </>
      }
    >
      <form id="edit-project" onSubmit={submit} noValidate>
        <ProjectFields form={form} onField={setField} wrong={wrong} isNew={false} year={0} />
      </form>
      {failure && <Notice look="red">{failure}</Notice>}
    </Dialog>
  );
}
