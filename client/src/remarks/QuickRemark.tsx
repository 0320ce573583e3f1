import { useState } from 'react';
import type { Project } from '#shared/projects/schema.ts';
import { usualRemarks } from '#shared/remarks/wordings.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Menu } from '../kit/Menu.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useWriteRemark } from './mutations.ts';
import { RemarkDialog } from './WriteRemark.tsx';

/** A remark in two taps: one opens the usual wordings, one sends the wording chosen; or words of one's own. */
export function QuickRemark({ project }: { project: Pick<Project, 'id' | 'name'> }) {
  const messages = useMessages();
  const { remarks } = messages;
  const toast = useToast();
  const write = useWriteRemark(remarks.written);
  const [isOwn, setOwn] = useState(false);
  const [text, setText] = useState('');
  const send = (wording: string) =>
    write.mutate(
      { projectId: project.id, text: wording },
      { onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }) },
    );
  return (
    <>
      <Menu
        label={remarks.writeOn(project.name)}
        trigger={
          <Button icon="edit" busy={write.isPending} aria-label={remarks.writeOn(project.name)}>
            {remarks.quick}
          </Button>
        }
        groups={[
          { items: usualRemarks.map((wording) => ({ key: wording, label: wording, onSelect: () => send(wording) })) },
          { items: [{ key: 'own', label: remarks.own, icon: 'edit', onSelect: () => setOwn(true) }] },
        ]}
      />
      {isOwn && <RemarkDialog {...{ project, text, onText: setText }} onClose={() => setOwn(false)} />}
    </>
  );
}
