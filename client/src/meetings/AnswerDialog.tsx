import { useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { EvidenceField } from '../files/EvidenceField.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useFailureText } from '../projects/data.ts';
import styles from './DecisionsPage.module.css';
import type { ListedDecision } from './DecisionsPage.tsx';
import { useAnswerDecision } from './mutations.ts';

/** What was done about a decision, with the files that show it. A refused file leaves the words as they were typed. */
export function AnswerDialog({ decision, onClose }: { decision: ListedDecision; onClose: () => void }) {
  const { meetings } = useMessages();
  const toast = useToast();
  const answer = useAnswerDecision();
  const failure = useFailureText(answer.error);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const typed = text.trim();

  function send(): void {
    if (typed.length < 2) return;
    answer.mutate(
      { id: decision.id, version: decision.version, text: typed, files },
      {
        onSuccess: () => {
          toast({ text: meetings.follow.answered });
          onClose();
        },
      },
    );
  }

  return (
    <FormDialog
      title={meetings.follow.answer}
      save={meetings.follow.send}
      busy={answer.isPending}
      failure={failure}
      onSave={send}
      onClose={onClose}
    >
      <div className={styles.form}>
        <p>{decision.text}</p>
        <TextArea label={meetings.follow.answerText} required limit={500} rows={5} autoFocus value={text} onText={setText} />
        <p className={styles.facts}>{meetings.follow.answerHint}</p>
        <EvidenceField files={files} onFiles={setFiles} />
      </div>
    </FormDialog>
  );
}
