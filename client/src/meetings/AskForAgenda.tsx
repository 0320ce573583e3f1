import { useState } from 'react';
import { seriesFor } from '#shared/meetings/series-rules.ts';
import type { Project } from '#shared/projects/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useFailureText } from '../projects/data.ts';
import { useAskForAgenda } from './mutations.ts';
import { useSeriesChoices } from './series.ts';

/** 提请上会: a leader or a unit asks that a project, or a matter of its own, comes to the meeting. */
export function AskForAgenda({ project }: { project: Pick<Project, 'id' | 'name' | 'kind'> | null }) {
  const { proposing, series: words } = useMessages().meetings;
  const choices = useSeriesChoices();
  const toast = useToast();
  const ask = useAskForAgenda();
  const failure = useFailureText(ask.error);
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const typed = text.trim();
  const usual = seriesFor(
    project?.kind ?? null,
    choices.map((choice) => ({ ...choice, closedOn: null })),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const asked = choices.find(({ id }) => id === chosen) ?? usual;

  function send(): void {
    if (typed.length < 2) return;
    ask.mutate(
      { projectId: project?.id ?? null, text: typed, ...(asked ? { seriesId: asked.id } : {}) },
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
          {asked && (
            <Select
              label={words.which}
              options={choices.map(({ id, name }) => ({ value: id, label: name }))}
              value={asked.id}
              onValue={setChosen}
            />
          )}
          <TextField label={proposing.askText} hint={proposing.askHint} required autoFocus maxLength={100} value={text} onText={setText} />
        </FormDialog>
      )}
    </>
  );
}
