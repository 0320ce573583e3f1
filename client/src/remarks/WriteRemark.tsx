import { useState } from 'react';
import type { Project } from '#shared/projects/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useFailureText } from '../projects/data.ts';
import { useWriteRemark } from './mutations.ts';

/** A leader's own remark on a project: one press opens it, one sends it. */
export function WriteRemark({ project }: { project: Pick<Project, 'id' | 'name'> }) {
  const { remarks } = useMessages();
  const write = useWriteRemark(remarks.written);
  const failure = useFailureText(write.error);
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const typed = text.trim();
  function send(): void {
    if (typed.length < 2) return;
    write.mutate(
      { projectId: project.id, text: typed },
      {
        onSuccess: () => {
          setText('');
          setOpen(false);
        },
      },
    );
  }
  return (
    <>
      <Button icon="edit" onClick={() => setOpen(true)}>
        {remarks.write}
      </Button>
      {isOpen && (
        <FormDialog
          title={remarks.write}
          save={remarks.save}
          busy={write.isPending}
          failure={failure}
          onSave={send}
          onClose={() => setOpen(false)}
        >
          <TextArea label={project.name} required limit={500} rows={4} autoFocus value={text} onText={setText} />
        </FormDialog>
      )}
    </>
  );
}
