import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { dayOf } from '#shared/kit/calendar.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import type { FoundChange, OnTake } from './NumbersPanel.tsx';
import styles from './Panels.module.css';

export type Changes = NonNullable<inferRouterOutputs<AppRouter>['bulletins']['changes']>;
type Found = Changes['live'];

/** Each number once: as a newer cut puts it, else as the records now do. */
export function foundChanges(changes: Changes | null | undefined): ReadonlyMap<string, FoundChange> {
  const live = (changes?.live.numbers ?? []).map((change): [string, FoundChange] => [change.token, { ...change, from: 'live' }]);
  const cut = (changes?.newer?.numbers ?? []).map((change): [string, FoundChange] => [change.token, { ...change, from: 'cut' }]);
  return new Map([...live, ...cut]);
}

/** 起草后的变化: what a newer cut and the records now put otherwise; nothing changes but by a click. */
export function ChangesPanel({ changes, onTake, onFollow }: { changes: Changes; onTake: OnTake | null; onFollow: (() => void) | null }) {
  const { bulletins } = useMessages();
  const { newer, live } = changes;
  const isNothing = !newer && live.numbers.length + live.lamps.length === 0;
  if (isNothing) return <p className={styles.fact}>{bulletins.noChanges}</p>;
  return (
    <>
      {newer && (
        <Group title={bulletins.newerCut(newer.attempt, dayOf(newer.takenAt))} found={newer} from="cut" onTake={onTake}>
          {onFollow && (
            <Button look="primary" onClick={onFollow}>
              {bulletins.followCut(newer.attempt)}
            </Button>
          )}
        </Group>
      )}
      {live.numbers.length + live.lamps.length > 0 && <Group title={bulletins.liveNow} found={live} from="live" onTake={onTake} />}
    </>
  );
}

type GroupProps = { title: string; found: Found; from: FoundChange['from']; onTake: OnTake | null; children?: React.ReactNode };

function Group({ title, found, from, onTake, children }: GroupProps) {
  const { bulletins, vocabulary } = useMessages();
  const lampWord = (lamp: Found['lamps'][number]['was']) => (lamp === null ? bulletins.noLamp : vocabulary.lamp[lamp]);
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <ul className={styles.changes}>
        {found.lamps.map(({ projectId, name, was, now }) => (
          <li key={projectId} className={styles.change}>
            <Chip look="red">{bulletins.lampTurned}</Chip>
            <span>
              {name}
              <br />
              {bulletins.fromTo(lampWord(was), lampWord(now))}
            </span>
          </li>
        ))}
        {found.numbers.map(({ token, label, was, now }) => (
          <li key={token} className={styles.change}>
            <Chip look="yellow">{bulletins.numberChanged}</Chip>
            <span>
              {label} <s>{was}</s> <b>{now}</b>
            </span>
            {onTake && (
              <Button size="small" onClick={() => onTake([token], from)}>
                {bulletins.take}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {found.words > 0 && <p className={styles.fact}>{bulletins.wordsDiffer(found.words)}</p>}
      <div className={styles.acts}>
        {onTake && found.numbers.length > 0 && (
          <Button
            onClick={() =>
              onTake(
                found.numbers.map(({ token }) => token),
                from,
              )
            }
          >
            {bulletins.takeAll(found.numbers.length)}
          </Button>
        )}
        {children}
      </div>
    </section>
  );
}
