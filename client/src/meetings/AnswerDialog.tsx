import { useRef, useState } from 'react';
import { fileEndings } from '#shared/files/types.ts';
import { useMessages } from '../app/language.tsx';
import { sizeText } from '../files/size.ts';
import { Button, IconButton } from '../kit/Button.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useFailureText } from '../projects/data.ts';
import styles from './DecisionsPage.module.css';
import type { ListedDecision } from './DecisionsPage.tsx';
import { useAnswerDecision } from './mutations.ts';

const MOST_FILES = 6;
const accepted = fileEndings.map((ending) => `.${ending}`).join(',');

/** What was done about a decision, with the files that show it. A refused file leaves the words as they were typed. */
export function AnswerDialog({ decision, onClose }: { decision: ListedDecision; onClose: () => void }) {
  const { meetings } = useMessages();
  const toast = useToast();
  const answer = useAnswerDecision();
  const failure = useFailureText(answer.error);
  const input = useRef<HTMLInputElement>(null);
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
        <ul>
          {files.map((file) => (
            <li key={`${file.name} ${file.size}`} className={styles.file}>
              {`${file.name} ${sizeText(file.size)}`}
              <IconButton
                size="small"
                icon="close"
                label={meetings.follow.dropFile(file.name)}
                onClick={() => setFiles(files.filter((one) => one !== file))}
              />
            </li>
          ))}
        </ul>
        <Button size="small" icon="upload" disabled={files.length >= MOST_FILES} onClick={() => input.current?.click()}>
          {meetings.follow.addFile}
        </Button>
        <input
          ref={input}
          className={styles.hidden}
          type="file"
          multiple
          tabIndex={-1}
          aria-label={meetings.follow.evidence}
          accept={accepted}
          onChange={(event) => {
            setFiles([...files, ...(event.target.files ?? [])].slice(0, MOST_FILES));
            event.target.value = '';
          }}
        />
      </div>
    </FormDialog>
  );
}
