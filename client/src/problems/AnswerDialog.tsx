import { useState } from 'react';
import { useMessages } from '../app/language.tsx';
import { EvidenceField } from '../files/EvidenceField.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useFailureText } from '../projects/data.ts';
import { type ShownProblem, useAnswerProblem } from './data.ts';
import styles from './problems.module.css';

const SHORTEST = 2;

/** 办理情况: what was done, with the files that show it; the owner may say that the problem is solved. */
export function AnswerDialog({ problem, onClose }: { problem: ShownProblem; onClose: () => void }) {
  const { problems } = useMessages();
  const answer = useAnswerProblem();
  const failure = useFailureText(answer.error);
  const [text, setText] = useState('');
  const [saysSolved, setSolved] = useState(false);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [asked, setAsked] = useState(false);
  const isShort = text.trim().length < SHORTEST;

  function send(): void {
    setAsked(true);
    if (isShort) return;
    answer.mutate({ id: problem.id, version: problem.version, text: text.trim(), saysSolved, files }, { onSuccess: onClose });
  }

  return (
    <FormDialog title={problems.answerTitle} save={problems.send} busy={answer.isPending} failure={failure} onSave={send} onClose={onClose}>
      <div className={styles.form}>
        <p>{problem.title}</p>
        <TextArea
          label={problems.answerText}
          hint={problems.answerHint}
          required
          limit={500}
          rows={5}
          autoFocus
          value={text}
          onText={setText}
          error={asked && isShort ? problems.answerMissing : null}
        />
        <EvidenceField files={files} onFiles={setFiles} />
        {problem.part === 'owner' && <Checkbox label={problems.saysSolved} checked={saysSolved} onChecked={setSolved} />}
      </div>
    </FormDialog>
  );
}
