import { dayOf, timeOf } from '#shared/kit/calendar.ts';
import type { ScreenCover as Cover } from '#shared/meetings/schema.ts';
import { useMessages } from '../app/language.tsx';
import type { ScreenData } from './ConsolePage.tsx';
import styles from './Screen.module.css';
import { dayText } from './words.ts';

/** What lies over the page: nothing to see, or a photo as large as the screen with what and when in its corner. */
export function ScreenCover({ cover, data }: { cover: Cover; data: ScreenData }) {
  const { kit, meetings } = useMessages();
  if (cover.cover === 'blank') return <div className={styles.cover} data-cover="blank" />;
  const item = data.items.find((one) => one.project?.photos.some((photo) => photo.id === cover.photoId));
  const photos = item?.project?.photos ?? [];
  const at = photos.findIndex((photo) => photo.id === cover.photoId);
  const photo = photos[at];
  if (!item || !photo) return null;
  return (
    <figure className={styles.cover} data-cover="photo">
      <img src={`/files/screen/${photo.id}?show=1`} alt={photo.title} />
      <figcaption>
        {kit.apart([
          item.title,
          photo.title,
          `${dayText(dayOf(photo.addedAt), meetings)} ${timeOf(photo.addedAt)}`,
          photos.length > 1 && meetings.screen.photoOf(at + 1, photos.length),
        ])}
      </figcaption>
    </figure>
  );
}
