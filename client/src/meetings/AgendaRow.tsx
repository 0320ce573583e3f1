import { useRef } from 'react';
import { useMessages } from '../app/language.tsx';
import { IconButton } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Menu, type MenuItem } from '../kit/Menu.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import styles from './MeetingPage.module.css';
import type { Item, Ordering } from './ordering.ts';

type RowProps = { item: Item; place: number; startsAt: string; mayChange: boolean; order: Ordering };

/** One item of the agenda: what, why, from when, how long; taken hold of by its grip. */
export function AgendaRow({ item, place, startsAt, mayChange, order }: RowProps) {
  const { meetings } = useMessages();
  const row = useRef<HTMLLIElement>(null);
  const isHeld = order.held?.id === item.id;
  return (
    <li ref={row} className={styles.item} data-item={item.id} data-held={isHeld || undefined}>
      {mayChange ? (
        <button
          type="button"
          className={styles.grip}
          aria-label={meetings.grip(item.title)}
          aria-pressed={isHeld}
          title={meetings.gripHint}
          onPointerEnter={order.drag.want}
          onPointerDown={(event) => row.current && order.drag.press(event, item, row.current)}
          onKeyDown={(event) => order.onKey(event, item)}
          onBlur={() => isHeld && order.held?.byKeys && order.putBack()}
        >
          <Icon name="grip" />
        </button>
      ) : (
        <span />
      )}
      <span className={styles.place}>{place}</span>
      {item.projectId ? <Lamp colour={item.lamp} provisional /> : <span />}
      <span className={styles.words}>
        <b>{item.title}</b>
        <small>{[meetings.startsAt(startsAt), item.unitName, item.reason].filter(Boolean).join(' · ')}</small>{' '}
        {item.hasReturned === false && <small className={styles.late}>{meetings.notReturned}</small>}
        {item.note && <q className={styles.note}>{meetings.notes.of(item.note.text)}</q>}
      </span>
      {mayChange ? (
        <MinutesField item={item} order={order} />
      ) : (
        <span className={styles.unit}>{`${item.minutes} ${meetings.minutes}`}</span>
      )}
      {mayChange && <RowMenu item={item} place={place} order={order} />}
    </li>
  );
}

function RowMenu({ item, place, order }: Pick<RowProps, 'item' | 'place' | 'order'>) {
  const { meetings } = useMessages();
  const { remove } = order;
  const isGoing = remove.isPending && remove.variables.id === item.id;
  const at = place - 1;
  const moves: MenuItem[] = [
    ...(at > 0
      ? [
          { key: 'top', label: meetings.toTop, onSelect: () => order.moveTo(item, 0) },
          { key: 'up', label: meetings.up, onSelect: () => order.moveTo(item, at - 1) },
        ]
      : []),
    ...(place < order.count
      ? [
          { key: 'down', label: meetings.down, onSelect: () => order.moveTo(item, at + 1) },
          { key: 'end', label: meetings.toEnd, onSelect: () => order.moveTo(item, order.count - 1) },
        ]
      : []),
  ];
  const removal: MenuItem = {
    ...{ key: 'remove', label: meetings.takeOff, danger: true },
    onSelect: () => remove.mutate({ id: item.id, version: item.version }),
  };
  return (
    <Menu
      label={meetings.itemActs(item.title)}
      trigger={<IconButton size="small" icon="dots" label={meetings.itemActs(item.title)} disabled={isGoing} />}
      groups={[...(moves.length > 0 ? [{ items: moves }] : []), { items: [removal] }]}
    />
  );
}

function MinutesField({ item, order }: Pick<RowProps, 'item' | 'order'>) {
  const { meetings } = useMessages();
  return (
    <span className={styles.unit}>
      <input
        key={item.version}
        className={styles.minutes}
        type="number"
        min={1}
        max={120}
        aria-label={meetings.minutesOf(item.title)}
        defaultValue={item.minutes}
        onBlur={(event) => {
          const minutes = Number(event.target.value);
          if (minutes !== item.minutes && Number.isInteger(minutes) && minutes >= 1 && minutes <= 120)
            order.update.mutate({ id: item.id, reason: item.reason, minutes, version: item.version });
        }}
      />
      {meetings.minutes}
    </span>
  );
}
