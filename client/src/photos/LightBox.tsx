import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, useState } from 'react';
import { dayOf, timeOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { type ListedPhoto, useRemovePhoto } from './data.ts';
import styles from './LightBox.module.css';
import { placeWords, shortTime, twiceWords } from './words.ts';

type LightBoxProps = {
  photos: readonly ListedPhoto[];
  at: number;
  mayRemove: boolean;
  onAt: (at: number) => void;
  onClose: () => void;
};

/** One photo over the whole window, with what is known of it; the arrows go on and round, Escape closes. */
export function LightBox({ photos: shown, at, mayRemove, onAt, onClose }: LightBoxProps) {
  const { photos, kit } = useMessages();
  const photo = shown[at];
  if (!photo) return null;
  const turn = (by: number) => onAt((at + by + shown.length) % shown.length);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, at, shown.length);
    if (next === null) return;
    event.preventDefault();
    onAt(next);
  };
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Content className={styles.box} aria-describedby={undefined} onKeyDown={onKeyDown}>
          <header className={styles.head}>
            <Radix.Title className={styles.title}>
              {photos.lightBox} {photos.of(at + 1, shown.length)}
            </Radix.Title>
            <IconButton icon="close" label={kit.close} onClick={onClose} />
          </header>
          <div className={styles.stage}>
            {shown.length > 1 && <IconButton icon="left" size="large" label={photos.previous} onClick={() => turn(-1)} />}
            <img className={styles.picture} src={`/files/attachments/${photo.attachmentId}?show=1`} alt={captionOf(photo, photos)} />
            {shown.length > 1 && <IconButton icon="right" size="large" label={photos.next} onClick={() => turn(1)} />}
          </div>
          <footer className={styles.foot} aria-live="polite">
            <p>{captionOf(photo, photos)}</p>
            <p>{photos.added(photo.addedBy, `${dayOf(photo.addedAt)} ${timeOf(photo.addedAt)}`)}</p>
            {photo.alsoAt.map((other) => (
              <p key={`${other.projectId}${other.addedAt}${other.week ?? ''}`} className={styles.twice}>
                <Icon name="warn" size={14} /> {twiceWords(other, photos)}
              </p>
            ))}
            {mayRemove && <Remove key={photo.attachmentId} photo={photo} onRemoved={onClose} />}
          </footer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Where a key leads from one of so many photos; null where it leads nowhere. */
function placeAfter(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

function captionOf(photo: ListedPhoto, photos: ReturnType<typeof useMessages>['photos']): string {
  return `${photo.takenAt ? photos.taken(shortTime(photo.takenAt)) : photos.noTime} · ${placeWords(photo, photos)}`;
}

/** Asked once more: it cannot be brought back from here. */
function Remove({ photo, onRemoved }: { photo: ListedPhoto; onRemoved: () => void }) {
  const { photos, kit } = useMessages();
  const remove = useRemovePhoto();
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) {
    return (
      <Button size="small" look="text" icon="trash" onClick={() => setAsked(true)}>
        {photos.remove}
      </Button>
    );
  }
  const { attachmentId: id, version } = photo;
  return (
    <span className={styles.remove}>
      {photos.removeQuestion} {photos.removeMeans}
      <Button size="small" onClick={() => setAsked(false)}>
        {kit.cancel}
      </Button>
      <Button size="small" look="danger" busy={remove.isPending} onClick={() => remove.mutate({ id, version }, { onSuccess: onRemoved })}>
        {photos.remove}
      </Button>
    </span>
  );
}
