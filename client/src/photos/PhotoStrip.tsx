import { type ClipboardEvent, type DragEvent, Suspense, useEffect, useMemo, useState } from 'react';
import type { PhotosOf } from '#shared/photos/schema.ts';
import { useMessages } from '../app/language.tsx';
import { sizeText } from '../files/size.ts';
import { classes } from '../kit/classes.ts';
import { Icon } from '../kit/Icon.tsx';
import { part } from '../kit/part.ts';
import { useToast } from '../kit/Toast.tsx';
import * as outbox from '../outbox/queue.ts';
import { type ListedPhoto, usePhotos } from './data.ts';
import styles from './PhotoStrip.module.css';
import { shortTime } from './words.ts';

const LightBox = part(async () => (await import('./LightBox.tsx')).LightBox);

type PhotoStripProps = {
  actorId: string;
  of: PhotosOf;
  /** Of the project, for what waits. */
  name: string;
  mayAdd: boolean;
};

/** Photos in a row: those on record, those that wait on this device, and a place to add more by tap, drop or paste. */
export function PhotoStrip({ actorId, of, name, mayAdd }: PhotoStripProps) {
  const { photos } = useMessages();
  const { data = [] } = usePhotos(of);
  const waiting = outbox.useWaiting(actorId).filter((entry) => entry.act.kind === 'photo' && isOf(entry.act.input, of));
  const [openAt, setOpenAt] = useState<number | null>(null);
  const [isOver, setOver] = useState(false);
  const adding = useAdding({ actorId, of, name });
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void adding.add([...event.dataTransfer.files]);
  };
  const pasted = (event: ClipboardEvent) => void adding.add([...event.clipboardData.files]);
  return (
    <div className={styles.strip} onPaste={mayAdd ? pasted : undefined}>
      {data.map((photo, at) => (
        <button
          key={photo.attachmentId}
          type="button"
          className={styles.photo}
          aria-label={photos.open(at + 1)}
          onClick={() => setOpenAt(at)}
        >
          <Thumbnail photo={photo} />
        </button>
      ))}
      {waiting.map(
        (entry) => entry.act.kind === 'photo' && <Waiting key={entry.key} file={entry.act.file} isFailed={entry.failure !== null} />,
      )}
      {mayAdd && (
        <label
          className={classes(styles.photo, styles.add, isOver && styles.over)}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={dropped}
        >
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            multiple
            aria-label={photos.add}
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])];
              event.target.value = '';
              void adding.add(chosen);
            }}
          />
          <Icon name="photo" size={20} />
          <span>{adding.isBusy ? photos.adding : photos.add}</span>
        </label>
      )}
      {openAt !== null && data[openAt] && (
        <Suspense fallback={null}>
          <LightBox photos={data} at={openAt} mayRemove={mayAdd} onAt={setOpenAt} onClose={() => setOpenAt(null)} />
        </Suspense>
      )}
    </div>
  );
}

function isOf(input: PhotosOf, of: PhotosOf): boolean {
  return input.projectId === of.projectId && input.week === of.week && input.visitId === of.visitId;
}

function Thumbnail({ photo }: { photo: ListedPhoto }) {
  const { photos } = useMessages();
  return (
    <>
      <img src={`/files/attachments/${photo.attachmentId}?show=1`} alt="" loading="lazy" />
      <span className={styles.note}>{photo.takenAt ? shortTime(photo.takenAt) : photos.noTime}</span>
      {photo.alsoAt.length > 0 && <b className={styles.twice}>{photos.twice}</b>}
    </>
  );
}

/** On this device alone so far. */
function Waiting({ file, isFailed }: { file: File; isFailed: boolean }) {
  const { photos } = useMessages();
  const address = useMemo(() => URL.createObjectURL(file), [file]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <span className={styles.photo}>
      <img src={address} alt="" />
      <span className={styles.note}>{isFailed ? photos.failed : photos.waiting(sizeText(file.size))}</span>
    </span>
  );
}

/** Makes photos ready one after the other, and hands each to what is sent now or when the line is back. */
function useAdding({ actorId, of, name }: Pick<PhotoStripProps, 'actorId' | 'of' | 'name'>) {
  const { photos, errors } = useMessages();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    add: async (files: readonly File[]) => {
      if (files.length === 0) return;
      setBusy(true);
      const { prepare } = await import('./prepare.ts');
      for (const original of files) {
        const ready = await prepare(original);
        if (!ready) {
          toast({ tone: 'failure', text: photos.unreadable(original.name) });
          continue;
        }
        const { file, facts, originalSha256 } = ready;
        const input = { ...of, ...facts, originalSha256, title: photos.title };
        // What is refused stays in the row and in the band, with its reason.
        await outbox
          .keep({ actorId, name, act: { kind: 'photo', input, file } })
          .catch(() => toast({ tone: 'failure', text: errors.unreachable }));
      }
      setBusy(false);
      await outbox.flush(actorId);
    },
  };
}
