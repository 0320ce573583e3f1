import type { ScreenCover, ScreenPage, ScreenState } from '#shared/meetings/schema.ts';
import type { ScreenItem } from '#shared/meetings/screen.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import styles from './ConsolePage.module.css';
import type { ScreenData } from './ConsolePage.tsx';
import type { ConsoleAct } from './keys.ts';
import { pageTitle } from './pages.ts';
import { ItemTimer, MeetingTimer } from './Timer.tsx';

type ConsoleActsProps = {
  data: ScreenData;
  state: ScreenState | null;
  item: ScreenItem | null;
  cover: ScreenCover | null;
  /** The page after this one; null on the last. */
  next: ScreenPage | null;
  isFirst: boolean;
  mayDrive: boolean;
  mayWrite: boolean;
  onAct: (what: ConsoleAct) => void;
};

/** The operator's buttons, large enough for a thumb, with the time and what comes next. */
export function ConsoleActs({ data, state, item, cover, next, isFirst, mayDrive, mayWrite, onAct }: ConsoleActsProps) {
  const { kit, meetings } = useMessages();
  const photos = item?.project?.photos ?? [];
  const isBlank = cover?.cover === 'blank';
  const isPhoto = cover?.cover === 'photo';
  return (
    <section className={styles.acts}>
      <div className={styles.turn}>
        <Button size="large" icon="left" disabled={isFirst || !mayDrive} onClick={() => onAct('previous')}>
          {meetings.previous}
        </Button>
        <Button size="large" icon="right" disabled={next === null || !mayDrive} onClick={() => onAct('next')}>
          {meetings.next}
        </Button>
        <Button size="large" aria-pressed={isBlank} disabled={!mayDrive} onClick={() => onAct('blank')}>
          {isBlank ? meetings.drive.blankOff : meetings.drive.blank}
        </Button>
        {photos.length > 0 && (
          <Button size="large" icon="photo" aria-pressed={isPhoto} disabled={!mayDrive} onClick={() => onAct('photo')}>
            {!isPhoto ? meetings.drive.photo : photos.at(-1)?.id === cover.photoId ? meetings.drive.photoOff : meetings.drive.nextPhoto}
          </Button>
        )}
        {mayWrite && (
          <Button size="large" look="primary" icon="edit" onClick={() => onAct('decide')}>
            {meetings.newDecision}
          </Button>
        )}
      </div>
      <p className={styles.status}>
        {isBlank && <Chip look="yellow">{meetings.drive.isBlank}</Chip>}
        {isPhoto && <Chip look="yellow">{meetings.drive.isPhoto}</Chip>}
        {state && item && (
          <span>
            {meetings.drive.itemTime} <b>{<ItemTimer state={state} item={item} words={meetings.drive.time} late={styles.late} />}</b>
          </span>
        )}
        <span>
          {meetings.drive.allTime} <b>{<MeetingTimer meeting={data.meeting} words={(used) => used} />}</b>
        </span>
        {next && <span className={styles.quiet}>{kit.labelled(meetings.drive.nextUp, pageTitle(next, data.items, meetings))}</span>}
      </p>
    </section>
  );
}
