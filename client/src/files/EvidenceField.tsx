import { useRef } from 'react';
import { fileEndings } from '#shared/files/types.ts';
import { useMessages } from '../app/language.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import styles from './EvidenceField.module.css';
import { sizeText } from './size.ts';

const MOST_FILES = 6;
const accepted = fileEndings.map((ending) => `.${ending}`).join(',');

/** The files that show what was done: chosen one by one or several at once, and dropped again. */
export function EvidenceField({ files, onFiles }: { files: readonly File[]; onFiles: (files: readonly File[]) => void }) {
  const { attachments } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.field}>
      <ul>
        {files.map((file) => (
          <li key={`${file.name} ${file.size}`} className={styles.file}>
            {`${file.name} ${sizeText(file.size)}`}
            <IconButton
              size="small"
              icon="close"
              label={attachments.evidence.drop(file.name)}
              onClick={() => onFiles(files.filter((one) => one !== file))}
            />
          </li>
        ))}
      </ul>
      <Button size="small" icon="upload" disabled={files.length >= MOST_FILES} onClick={() => input.current?.click()}>
        {attachments.evidence.add}
      </Button>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        multiple
        tabIndex={-1}
        aria-label={attachments.evidence.label}
        accept={accepted}
        onChange={(event) => {
          onFiles([...files, ...(event.target.files ?? [])].slice(0, MOST_FILES));
          event.target.value = '';
        }}
      />
    </div>
  );
}
