import { memo, type ReactNode } from 'react';
import type { Card } from '#shared/board/card.ts';
import { hasReturned } from '#shared/board/cycle.ts';
import { isLate } from '#shared/board/filter.ts';
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
  menu?: ReactNode /** For narrow columns: without facts that the column or its width leaves out. */;
  isCompact?: boolean;
};

/** The full card: lamp and reason, name, unit, bullet bar, what is open. */
export const ProjectCard = memo(function ProjectCard({ card, menu, isCompact = false }: ProjectCardProps) {
  const { board, vocabulary } = useMessages();
  const reason = useReason();
  const entered = useEntries()(card, 'owing');
  return (
    <div className={classes(styles.card, isLate(card) && styles.late)}>
      <div className={styles.head}>
        <Lamp colour={card.lamp} provisional={!card.isOverridden} silent />
        <LampReason colour={card.lamp}>{reason(card)}</LampReason>
        {!isCompact && card.missedLastWeek && !hasReturned(card) && <Chip look="red">{board.missed}</Chip>}
        {!isCompact && card.returned === 'sent-back' && <Chip look="yellow">{board.sentBack}</Chip>}
        <span className={styles.tail}>{isCompact ? card.lastFlag && <FlagMark colour={card.lastFlag} /> : codeTail(card)}</span>
        {menu}
      </div>
      <h3 className={styles.name}>{card.name}</h3>
      <div className={styles.facts}>
        <span className={styles.unit}>{card.unitName}</span>
        {card.isOverridden && (
          <Chip look="dashed">{board.ruleSays(card.ruleLamp ? vocabulary.lampGlyph[card.ruleLamp] : vocabulary.noLamp)}</Chip>
        )}
        {!isCompact && <Chip look="level">{`${vocabulary.kindShort[card.kind]}·${vocabulary.levelShort[card.level]}`}</Chip>}
        {card.yearClass === 'reserve' && <Chip look="dashed">{vocabulary.yearClass.reserve}</Chip>}
        {!isCompact && <Chip>{vocabulary.stage[card.stage]}</Chip>}
      </div>
      {card.yearPlan !== null && card.yearPlan > 0 && card.plannedToDate !== null && (
        <BulletBar yearPlan={card.yearPlan} plannedToDate={card.plannedToDate} done={card.done} />
      )}
      {!isCompact && <Foot card={card} />}
      {!isCompact && entered.length > 0 && <p className={styles.entered}>{entered.join(' · ')}</p>}
    </div>
  );
});

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
