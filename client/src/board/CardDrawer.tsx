import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Card } from '#shared/board/card.ts';
import { weekNumber } from '#shared/kit/calendar.ts';
import { idOf } from '#shared/kit/ids.ts';
import { formatWan } from '#shared/kit/money.ts';
import { explain } from '#shared/lamps/explain.ts';
import { isOpen } from '#shared/problems/flow.ts';
import { useMessages } from '../app/language.tsx';
import type { Catalogue } from '../app/messages.ts';
import { Estimate } from '../calendar/Estimate.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { useLanguage } from '../kit/language.ts';
import { Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { Lamp } from '../lamps/Lamp.tsx';
import { BulletBar } from '../projects/BulletBar.tsx';
import { type ProjectView, useProjectView } from '../projects/data.ts';
import styles from './CardDrawer.module.css';
import { focusNeighbour } from './neighbour.ts';

/** Of a list the drawer shows so many; the project's page has the rest. */
const MOST = 4;

type DrawerProps = {
  card: Card;
  canReturn: boolean;
  /** Another card without closing: the arrows up and down. */
  onTurn: (id: Card['id']) => void;
  onClose: () => void;
};

/** The card that lies open: what one asks next about a project, beside the board that it stands on. */
export function CardDrawer({ card, canReturn, onTurn, onClose }: DrawerProps) {
  // The words of its facts are asked for here: had the drawer to wait for them later, it would be hidden and lose the focus.
  const { board, kit, projects, vocabulary } = useMessages();
  const [, navigate] = useLocation();
  const { data: view } = useProjectView(card.id);
  const drawer = useRef<HTMLElement>(null);
  // Below the columns' heads, wherever the view has them.
  const [top] = useState(headsBottom);
  useEffect(() => drawer.current?.focus(), []);

  function close(): void {
    onClose();
    placeOf(card.id)?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const direction = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (direction && event.target === drawer.current) {
      event.preventDefault();
      const place = placeOf(card.id);
      const next = idOf('project').safeParse(place && focusNeighbour(place, direction)?.id);
      drawer.current?.focus();
      if (next.success && next.data !== card.id) onTurn(next.data);
    }
  }

  return (
    <aside
      ref={drawer}
      className={styles.drawer}
      style={{ top }}
      role="dialog"
      aria-label={card.name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows turn to the next card from here
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <header className={styles.head}>
        <Lamp colour={card.lamp} provisional={!card.isOverridden} />
        <h2 className={styles.name}>{card.name}</h2>
        <IconButton icon="close" label={kit.close} onClick={close} />
      </header>
      <div className={styles.body}>
        <div className={styles.chips}>
          <Chip look="ink">{vocabulary.stage[card.stage]}</Chip>
          <Chip look="level">{`${vocabulary.kindShort[card.kind]}·${vocabulary.levelShort[card.level]}`}</Chip>
          <span>{kit.apart([card.unitName, card.leaderName, board.sum(formatWan(card.totalInvestment, 0))])}</span>
        </div>
        {card.yearPlan !== null && card.yearPlan > 0 && card.plannedToDate !== null && (
          <BulletBar yearPlan={card.yearPlan} plannedToDate={card.plannedToDate} done={card.done} />
        )}
        {view ? <Facts view={view} words={projects} /> : <Skeleton label={board.loading} />}
      </div>
      <footer className={styles.foot}>
        <Button look="primary" onClick={() => navigate(`/projects/${card.id}`)}>
          {board.openProject}
        </Button>
        {canReturn && <Button onClick={() => navigate(`/returns?project=${card.id}`)}>{board.openReturn}</Button>}
        <span className={styles.hint}>{board.turnHint}</span>
      </footer>
    </aside>
  );
}

function Facts({ view, words: projects }: { view: ProjectView; words: Catalogue['projects'] }) {
  const { kit, vocabulary } = useMessages();
  const { language } = useLanguage();
  const steps = view.steps.filter((step) => step.state !== 'done' && step.state !== 'exempt');
  const problems = view.problems.filter(isOpen);
  const decisions = view.decisions.filter((decision) => decision.state === 'open');
  const [latest] = view.returns;
  const words = projects.progress;
  return (
    <>
      <Part
        title={projects.reasons}
        lines={view.figures?.reasons.map((reason) => ({ key: reason.dimension, text: explain(reason, language).long })) ?? []}
      />
      <Part
        title={projects.tabs.steps}
        lines={steps.map((step) => ({
          key: step.id,
          text: step.name,
          note: kit.phrases([
            vocabulary.approvalState[step.state],
            ...(step.agencyName ? [step.agencyName] : []),
            ...(step.clock.overdueWorkdays > 0
              ? [projects.overdueBy(step.clock.overdueWorkdays)]
              : step.clock.dueOn
                ? [projects.dueBy(kit.day(step.clock.dueOn))]
                : []),
          ]),
          years: step.clock.unknownYears,
        }))}
      />
      <Part
        title={projects.tabs.problems}
        lines={problems.map((problem) => ({
          key: problem.id,
          text: problem.title,
          note: problem.ownerName ?? vocabulary.problemState[problem.state],
          years: problem.clock.unknownYears,
        }))}
      />
      <Part
        title={projects.tabs.decisions}
        lines={decisions.map((decision) => ({
          key: decision.id,
          text: decision.text,
          note: projects.dueBy(kit.day(decision.dueOn)),
          years: decision.unknownYears,
        }))}
      />
      {latest && (
        <Section title={projects.tabs.progress} note={vocabulary.returnState[latest.state]}>
          <p className={styles.words}>{kit.labelled(words.ofWeek(weekNumber(latest.week)), latest.progress ?? projects.none)}</p>
          {latest.nextStep && <p className={styles.words}>{kit.labelled(words.next, latest.nextStep)}</p>}
        </Section>
      )}
    </>
  );
}

/** `years`: those without a notice that its deadline rests on. */
type Line = { key: string; text: string; note?: string; years?: readonly number[] };

function Part({ title, lines }: { title: string; lines: readonly Line[] }): ReactNode {
  const { board } = useMessages();
  if (lines.length === 0) return null;
  return (
    <Section title={title} note={String(lines.length)}>
      <ul className={styles.lines}>
        {lines.slice(0, MOST).map(({ key, text, note, years }) => (
          <li key={key}>
            <span className={styles.words}>{text}</span>
            {note && <span className={styles.note}>{note}</span>}
            {years && <Estimate years={years} />}
          </li>
        ))}
      </ul>
      {lines.length > MOST && <p className={styles.note}>{board.more(lines.length - MOST)}</p>}
    </Section>
  );
}

function placeOf(id: Card['id']): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-card="${id}"]`);
}

/** Where the first cards begin, in pixels from the window's top. */
function headsBottom(): number | undefined {
  const tops = [...document.querySelectorAll('[data-card]')].map((card) => card.getBoundingClientRect().top).filter((y) => y > 0);
  return tops.length > 0 && window.innerWidth > 640 ? Math.min(...tops) - 8 : undefined;
}
