import { memo, type ReactNode } from 'react';
import type { Card } from '#shared/board/card.ts';
import { hasReturned, owesReturn } from '#shared/board/entries.ts';
import { formatPercent } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { FlagMark } from '../flags/FlagMark.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Lamp, LampReason } from '../lamps/Lamp.tsx';
import styles from './EntryCard.module.css';
import { useReason } from './words.ts';

type EntryProps = { card: Card; position: number; menu?: ReactNode };

/** An item of the meeting's agenda: number, name, reason, unit, when it begins. */
export const AgendaCard = memo(function AgendaCard({ card, position, startsAt, menu }: EntryProps & { startsAt: string }) {
  const { board } = useMessages();
  const reason = useReason();
  return (
    <div className={styles.agenda}>
      <span className={styles.number}>{position}</span>
      <div className={styles.body}>
        <div className={styles.title}>
          <b className={styles.name}>{card.name}</b>
          <Lamp colour={card.lamp} size={20} provisional={!card.isOverridden} silent />
        </div>
        <div className={styles.line}>
          <LampReason colour={card.lamp}>{reason(card)}</LampReason>
          <span className={styles.unit}>{card.unitName}</span>
          {owesReturn(card) && !hasReturned(card) && <Chip look="red">{board.notReturned}</Chip>}
          <span className={styles.end}>{startsAt}</span>
          {menu}
        </div>
      </div>
    </div>
  );
});

/** A project put forward for the bulletin. */
export const NominationCard = memo(function NominationCard({ card, menu }: EntryProps) {
  const reason = useReason();
  const rate = card.plannedToDate === null ? null : formatPercent(card.done, card.plannedToDate, 0);
  return (
    <div className={styles.entry}>
      <div className={styles.title}>
        <Lamp colour={card.lamp} size={20} provisional={!card.isOverridden} silent />
        <b className={styles.name}>{card.name}</b>
      </div>
      <div className={styles.line}>
        <span className={styles.unit}>{reason(card)}</span>
        <span className={styles.end}>{rate && `${rate}%`}</span>
        {menu}
      </div>
    </div>
  );
});

/** A stop on the inspection's route. */
export const StopCard = memo(function StopCard({ card, position, menu }: EntryProps) {
  return (
    <div className={styles.stop}>
      <span className={styles.disc}>{position}</span>
      <div className={styles.entry}>
        <div className={styles.title}>
          <b className={styles.name}>{card.name}</b>
        </div>
        <div className={styles.line}>
          <span className={styles.unit}>{card.unitName}</span>
          <span className={styles.end}>{card.lastFlag && <FlagMark colour={card.lastFlag} />}</span>
          {menu}
        </div>
      </div>
    </div>
  );
});

/** A flag that is proposed or already on its way. */
export const FlagCard = memo(function FlagCard({ card, menu }: EntryProps) {
  const { vocabulary } = useMessages();
  if (!card.flag) return null;
  return (
    <div className={styles.entry}>
      <div className={styles.title}>
        <FlagMark colour={card.flag.colour} size={20} silent />
        <b className={styles.name}>{card.name}</b>
      </div>
      <div className={styles.line}>
        <span className={styles.unit}>{card.unitName}</span>
        <span className={styles.end}>{vocabulary.flagState[card.flag.state]}</span>
        {menu}
      </div>
    </div>
  );
});
