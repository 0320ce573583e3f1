import { memo, type ReactNode } from 'react';
import type { Card } from '#shared/board/card.ts';
import { hasReturned } from '#shared/board/entries.ts';
import { isLate } from '#shared/board/filter.ts';
import { formatPercent } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { FlagMark } from '../flags/FlagMark.tsx';
import { Chip } from '../kit/Chip.tsx';
import { classes } from '../kit/classes.ts';
import { Icon } from '../kit/Icon.tsx';
import { Lamp, LampReason } from '../lamps/Lamp.tsx';
import { BulletBar } from '../projects/BulletBar.tsx';
import styles from './ProjectCard.module.css';
import { codeTail, shortDay, useEntries, useReason } from './words.ts';

type ProjectCardProps = {
  card: Card;
  menu?: ReactNode;
  /** `brief` is for narrow columns: without facts that the column or its width leaves out; the others are the compact forms of both. */
  look: 'full' | 'brief' | 'lines' | 'brief-lines';
};

/** The full card: lamp and reason, name, unit, bullet bar, what is open. */
export const ProjectCard = memo(function ProjectCard({ card, menu, look }: ProjectCardProps) {
  const isCompact = look === 'brief';
  const { board, vocabulary } = useMessages();
  const reason = useReason();
  const entered = useEntries()(card, 'owing');
  if (look === 'lines' || look === 'brief-lines') return <Lines card={card} menu={menu} isBrief={look === 'brief-lines'} />;
  return (
    <div className={classes(styles.card, isLate(card) && styles.late)}>
      <div className={styles.head}>
        <Lamp colour={card.lamp} provisional={!card.isOverridden} silent />
        <LampReason colour={card.lamp}>{reason(card)}</LampReason>
        {!isCompact && card.missedLastWeek && !hasReturned(card) && <Chip look="red">{board.missed}</Chip>}
        {!isCompact && card.returned === 'sent-back' && <Chip look="yellow">{board.sentBack}</Chip>}
        <span className={styles.tail}>{isCompact ? card.lastFlag && <FlagMark colour={card.lastFlag} /> : codeTail(card)}</span>
        {!isCompact && menu}
      </div>
      <h3 className={styles.name}>{card.name}</h3>
      <div className={classes(styles.facts, isCompact && styles.oneRow)}>
        <span className={styles.unit}>{card.unitName}</span>
        {card.isOverridden && (
          <Chip look="dashed">{board.ruleSays(card.ruleLamp ? vocabulary.lampGlyph[card.ruleLamp] : vocabulary.noLamp)}</Chip>
        )}
        {!isCompact && <Chip look="level">{`${vocabulary.kindShort[card.kind]}·${vocabulary.levelShort[card.level]}`}</Chip>}
        {card.yearClass === 'reserve' && <Chip look="dashed">{vocabulary.yearClass.reserve}</Chip>}
        {!isCompact && <Chip>{vocabulary.stage[card.stage]}</Chip>}
        {/* In a narrow column the reason needs the whole of its line: a rate without its number says nothing. */}
        {isCompact && menu}
      </div>
      {card.yearPlan !== null && card.yearPlan > 0 && card.plannedToDate !== null && (
        <BulletBar yearPlan={card.yearPlan} plannedToDate={card.plannedToDate} done={card.done} />
      )}
      {!isCompact && <Foot card={card} />}
      {!isCompact && entered.length > 0 && <p className={styles.entered}>{entered.join(' · ')}</p>}
    </div>
  );
});

/** Lamp and name; unit, how far it is, and what is late. */
function Lines({ card, menu, isBrief }: { card: Card; menu: ReactNode; isBrief: boolean }) {
  const { board } = useMessages();
  const reason = useReason();
  const rate = card.plannedToDate === null ? null : formatPercent(card.done, card.plannedToDate, 0);
  return (
    <div className={classes(styles.lines, isLate(card) && styles.late)}>
      <Lamp colour={card.lamp} size={20} provisional={!card.isOverridden} silent />
      <h3 className={isBrief ? styles.twoLines : styles.oneLine} title={card.name}>
        {card.name}
      </h3>
      {menu}
      <p className={styles.second}>
        {(!isBrief || card.lamp === 'green') && <span className={styles.unit}>{card.unitName}</span>}
        {card.lamp !== 'green' && <LampReason colour={card.lamp}>{reason(card)}</LampReason>}
        {!isBrief && card.missedLastWeek && !hasReturned(card) && <Chip look="red">{board.missed}</Chip>}
        {rate && <span className={styles.tail}>{rate}%</span>}
        {card.lastFlag && <FlagMark colour={card.lastFlag} />}
      </p>
    </div>
  );
}

function Foot({ card }: { card: Card }) {
  const { board } = useMessages();
  const { nextStep } = card;
  const isStepLate = nextStep !== null && nextStep.overdueDays > 0;
  if (card.openProblems === 0 && nextStep === null && card.stepsNeeded === 0 && !card.lastFlag) return null;
  return (
    <div className={styles.foot}>
      {card.openProblems > 0 && (
        <span className={styles.item}>
          <Icon name="warn" size={14} />
          {board.problems(card.openProblems)}
        </span>
      )}
      {(nextStep !== null || card.stepsNeeded > 0) && (
        <span className={classes(styles.item, styles.step, isStepLate && styles.stepLate)}>
          <Icon name={nextStep ? 'stamp' : 'check'} size={14} />
          <span className={styles.stepName}>
            {nextStep === null
              ? board.stepsDone
              : isStepLate
                ? board.stepLate(nextStep.name, nextStep.overdueDays)
                : `${nextStep.name}${nextStep.dueOn ? ` ${shortDay(nextStep.dueOn)}` : ''}`}
          </span>
        </span>
      )}
      {card.lastFlag && (
        <span className={styles.end} title={board.lastQuarter}>
          <FlagMark colour={card.lastFlag} />
        </span>
      )}
    </div>
  );
}
