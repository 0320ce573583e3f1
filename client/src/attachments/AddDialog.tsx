import { useRef, useState } from 'react';
import type { AttachmentKind } from '#shared/attachments/schema.ts';
import { fileEndings } from '#shared/files/types.ts';
import type { Id } from '#shared/kit/ids.ts';
import { useMessages } from '../app/language.tsx';
import { sizeText } from '../files/size.ts';
import { Button } from '../kit/Button.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { ProgressTrack } from '../kit/ProgressTrack.tsx';
import { useFailureText } from '../projects/data.ts';
import styles from './Attachments.module.css';
import { useAddAttachment } from './mutations.ts';
import { TitleFields } from './TitleFields.tsx';

const accepted = fileEndings.map((ending) => `.${ending}`).join(',');

/** Chooses a file and says what it is; a refused one leaves the words as they were typed. */
export function AddDialog({ projectId, onClose }: { projectId: Id<'project'>; onClose: () => void }) {
  const { attachments } = useMessages();
  const { add, sent } = useAddAttachment();
  const failure = useFailureText(add.error);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<AttachmentKind>('approval');
  const [asked, setAsked] = useState(false);

  function choose(chosen: File): void {
    setFile(chosen);
    add.reset();
    if (title.trim() === '') setTitle(chosen.name.replace(/\.[^.]+$/, '').slice(0, 120));
    if (chosen.type.startsWith('image/')) setKind('photo');
  }

  function save(): void {
    setAsked(true);
    if (!file || title.trim() === '') return;
    add.mutate({ projectId, file, title: title.trim(), kind }, { onSuccess: onClose });
  }

  return (
    <FormDialog title={attachments.add} save={attachments.upload} busy={add.isPending} failure={failure} onSave={save} onClose={onClose}>
      <FormGrid>
        <WideCell>
          <div className={styles.chooser}>
            <Button icon="upload" onClick={() => input.current?.click()}>
              {file ? attachments.another : attachments.choose}
            </Button>
            {file && <span className={styles.chosen}>{`${file.name} · ${sizeText(file.size)}`}</span>}
            {asked && !file && <span className={styles.missing}>{attachments.fileMissing}</span>}
            <input
              ref={input}
              className={styles.hidden}
              type="file"
              tabIndex={-1}
              aria-label={attachments.file}
              accept={accepted}
              onChange={(event) => {
                const chosen = event.target.files?.[0];
                event.target.value = '';
                if (chosen) choose(chosen);
              }}
            />
          </div>
          <p className={styles.hint}>{attachments.formats}</p>
        </WideCell>
        <TitleFields title={title} kind={kind} onTitle={setTitle} onKind={setKind} asked={asked} />
        {sent !== null && (
          <WideCell>
            <p role="status">{attachments.sending(sent)}</p>
            <ProgressTrack label={attachments.sending(sent)} done={sent} total={100} />
          </WideCell>
        )}
      </FormGrid>
    </FormDialog>
  );
}
