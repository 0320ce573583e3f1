import { useState } from 'react';
import type { Project } from '#shared/projects/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useFailureText } from '../projects/data.ts';
import { useWriteRemark } from './mutations.ts';

type Remarked = Pick<Project, 'id' | 'name'>;

/** A leader's own remark on a project: one press opens it, one sends it. */
export function WriteRemark({ project }: { project: Remarked }) {
  const { remarks } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  return (
    <>
      <Button icon="edit" onClick={() => setOpen(true)}>
        {remarks.write}
      </Button>
      {isOpen && <RemarkDialog {...{ project, text, onText: setText }} onClose={() => setOpen(false)} />}
    </>
  );
}

type RemarkDialogProps = { project: Remarked; text: string; onText: (text: string) => void; onClose: () => void };

/** A remark in the leader's own words; closed without sending, the words stay with whoever holds them. */
export function RemarkDialog({ project, text, onText, onClose }: RemarkDialogProps) {
  const { remarks } = useMessages();
  const write = useWriteRemark(remarks.written);
  const failure = useFailureText(write.error);
  const typed = text.trim();
  const sent = () => {
    onText('');
    onClose();
  };
  const send = () => typed.length >= 2 && write.mutate({ projectId: project.id, text: typed }, { onSuccess: sent });
  return (
    <FormDialog title={remarks.write} save={remarks.save} busy={write.isPending} failure={failure} onSave={send} onClose={onClose}>
      <TextArea label={project.name} required limit={500} rows={4} autoFocus value={text} onText={onText} />
    </FormDialog>
  );
}
