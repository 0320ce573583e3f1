import type { Week } from '#shared/kit/calendar.ts';
import type { ReturnSheet } from '#shared/returns/sheet.ts';
import { useMessages } from '../app/language.tsx';
import { PhotoStrip } from '../photos/PhotoStrip.tsx';
import styles from './ReturnTicks.module.css';

type ReturnPhotosProps = { actorId: string; project: ReturnSheet['project']; week: Week; mayAdd: boolean };

/** 现场照片 of the week, below the fields: they go by themselves, with the return or after it. */
export function ReturnPhotos({ actorId, project, week, mayAdd }: ReturnPhotosProps) {
  const { photos } = useMessages();
  return (
    <section className={styles.photos} aria-label={photos.title}>
      <h3 className={styles.title}>
        {photos.title}
        <small>{photos.hint}</small>
      </h3>
      <PhotoStrip actorId={actorId} of={{ projectId: project.id, week, visitId: null }} name={project.name} mayAdd={mayAdd} />
    </section>
  );
}
