import { useState } from 'react';
import type { Project } from '#shared/projects/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useFailureText } from '../projects/data.ts';
import { useAskForAgenda } from './mutations.ts';

/** 提请上会: a leader or a unit asks that a project, or a matter of its own, comes to the meeting. */
export function AskForAgenda({ project }: { project: Pick<Project, 'id' | 'name'> | null }) {
  const { proposing } = useMessages().meetings;
  const toast = useToast();
  const ask = useAskForAgenda();
  const failure = useFailureText(ask.error);
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const typed = text.trim();

  function send(): void {
    if (typed.length < 2) return;
    ask.mutate(
      { projectId: project?.id ?? null, text: typed },
      {
        onSuccess: () => {
          toast({ text: proposing.asked });
          setText('');
          setOpen(false);
        },
      },
    );
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>{project ? proposing.ask : proposing.askMatter}</Button>
      {isOpen && (
        <FormDialog
          title={project ? proposing.askFor(project.name) : proposing.askMatter}
          save={proposing.ask}
          busy={ask.isPending}
          failure={failure}
          onSave={send}
          onClose={() => setOpen(false)}
        >
          <TextField label={proposing.askText} hint={proposing.askHint} required autoFocus maxLength={100} value={text} onText={setText} />
        </FormDialog>
      )}
    </>
  );
}
