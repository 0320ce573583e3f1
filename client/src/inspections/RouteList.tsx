import { whyNotMoveEntry, whyNotRemoveStop } from '#shared/inspections/rules.ts';
import type { Entry, Group, Inspection } from '#shared/inspections/schema.ts';
import { refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { classes } from '../kit/classes.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Menu } from '../kit/Menu.tsx';
import { Section } from '../kit/Page.tsx';
import styles from './RouteList.module.css';

export type RouteEntry = Entry & { projectName: string; unitName: string; scoredBy: number };

/** What the office does with an entry. `after` is the stop that it is to stand behind. */
export type RouteActs = {
  add: () => void;
  move: (entry: RouteEntry, after: Entry['id'] | null, place: number) => void;
  putOn: (entry: RouteEntry) => void;
  takeOff: (entry: RouteEntry, keepRated: boolean) => void;
  setGroup: (entry: RouteEntry, groupId: Group['id']) => void;
};

type RouteListProps = {
  inspection: Pick<Inspection, 'state' | 'groups'>;
  entries: readonly RouteEntry[];
  inspectors: number;
  /** Projects with a flag of this quarter: their entries stay. */
  isFlagged: (entry: RouteEntry) => boolean;
  /** Null for those who only read. */
  acts: RouteActs | null;
};

/** The stops in the order of the round, and below them what is rated without a visit. */
export function RouteList({ inspection, entries, inspectors, isFlagged, acts }: RouteListProps) {
  const { inspections } = useMessages();
  const text = inspections.route;
  const stops = entries.filter((entry) => entry.routeKey !== null);
  const isEditable = acts !== null && whyNotMoveEntry(inspection) === null;
  const add = isEditable && (
    <Button icon="plus" onClick={acts.add}>
      {text.add}
    </Button>
  );
  return (
    <Section title={text.title} note={text.note(stops.length)} actions={add}>
      {entries.length === 0 && <EmptyState title={text.empty} hint={text.emptyHint} />}
      <ol className={styles.list}>
        {entries.map((entry, index) => (
          <li key={entry.id} className={styles.stop}>
            <span className={classes(styles.place, !entry.routeKey && styles.off)}>{entry.routeKey ? index + 1 : ''}</span>
            <span>
              <span className={styles.name}>{entry.projectName}</span>
              <br />
              <span className={styles.note}>
                {entry.unitName}
                {!entry.routeKey && ` · ${text.rated}`}
                {inspection.state !== 'planned' && ` · ${text.scoredBy(entry.scoredBy, inspectors)}`}
              </span>
            </span>
            <span className={classes(styles.group, styles.note)}>
              {inspection.groups.find((group) => group.id === entry.groupId)?.name}
            </span>
            {isEditable && (
              <StopActs inspection={inspection} entry={entry} index={index} stops={stops} isFlagged={isFlagged(entry)} acts={acts} />
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

type StopActsProps = {
  inspection: RouteListProps['inspection'];
  entry: RouteEntry;
  index: number;
  stops: readonly RouteEntry[];
  isFlagged: boolean;
  acts: RouteActs;
};

function StopActs({ inspection, entry, index, stops, isFlagged, acts }: StopActsProps) {
  const messages = useMessages();
  const text = messages.inspections.route;
  const why = whyNotRemoveStop(inspection, { sheets: entry.scoredBy, isFlagged });
  const isStop = entry.routeKey !== null;
  return (
    <span className={styles.acts}>
      {isStop && (
        <>
          <IconButton
            icon="up"
            label={text.up(entry.projectName)}
            disabled={index === 0}
            onClick={() => acts.move(entry, stops[index - 2]?.id ?? null, index)}
          />
          <IconButton
            icon="down"
            label={text.down(entry.projectName)}
            disabled={index >= stops.length - 1}
            onClick={() => acts.move(entry, stops[index + 1]?.id ?? null, index + 2)}
          />
        </>
      )}
      <Menu
        label={text.menu(entry.projectName)}
        trigger={<IconButton icon="dots" label={text.menu(entry.projectName)} />}
        groups={[
          {
            title: text.group(entry.projectName),
            items: inspection.groups.map((group) => ({
              key: group.id,
              label: group.name,
              checked: group.id === entry.groupId,
              onSelect: () => group.id !== entry.groupId && acts.setGroup(entry, group.id),
            })),
          },
          {
            items: [
              isStop
                ? { key: 'off', label: text.offRoute, onSelect: () => acts.takeOff(entry, true) }
                : { key: 'on', label: text.onRoute, onSelect: () => acts.putOn(entry) },
              {
                key: 'remove',
                label: text.remove,
                icon: 'trash',
                danger: true,
                whyNot: why && refusalSentence(why, messages),
                onSelect: () => acts.takeOff(entry, false),
              },
            ],
          },
        ]}
      />
    </span>
  );
}
