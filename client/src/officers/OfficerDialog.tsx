import { useState } from 'react';
import type { Id } from '#shared/kit/ids.ts';
import type { ProjectOfficer } from '#shared/officers/schema.ts';
import type { Project } from '#shared/projects/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { Select } from '../kit/Select.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useEditing } from '../live/editing.ts';
import { useSetOfficer } from './mutations.ts';
import styles from './officers.module.css';

type OfficerDialogProps = {
  project: Pick<Project, 'id' | 'name'>;
  officer: ProjectOfficer;
  candidates: readonly { id: Id<'account'>; name: string; unitName: string }[];
  onClose: () => void;
};

export function OfficerDialog({ project, officer, candidates, onClose }: OfficerDialogProps) {
  useEditing(project.id);
  const messages = useMessages();
  const { officers } = messages;
  const toast = useToast();
  const set = useSetOfficer();
  const [begun] = useState(officer);
  const [officerId, setOfficerId] = useState(officer.officerId);

  function save(): void {
    set.mutate(
      { ...begun, officerId },
      {
        onSuccess: () => {
          toast({ text: officers.saved });
          onClose();
        },
      },
    );
  }

  return (
    <FormDialog
      title={officers.dialog(project.name)}
      size="small"
      save={officers.save}
      busy={set.isPending}
      failure={set.error ? errorSentence(set.error, messages) : null}
      onSave={save}
      onClose={onClose}
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{officers.dialogNote}</p>
        <Select
          label={officers.officer}
          placeholder={officers.nobody}
          value={officerId}
          onValue={setOfficerId}
          options={candidates.map((each) => ({ value: each.id, label: officers.of(each.name, each.unitName) }))}
        />
      </div>
    </FormDialog>
  );
}
