import { useState } from 'react';
import type { Day, Instant } from '#shared/kit/calendar.ts';
import { baseOf, monthEndFigure, noChange, prefill } from '#shared/returns/prefill.ts';
import type { SubmitReturn } from '#shared/returns/schema.ts';
import type { ReturnSheet, ReturnWeek } from '#shared/returns/sheet.ts';
import type { ReturnTicks } from '#shared/returns/ticks.ts';
import { type Draft, type Ground, readTyped, restore, saysTheSame, type Typed, typedOf, withoutSettled } from './form.ts';

type Opening = { sheet: ReturnSheet; week: ReturnWeek; draft: Draft | null };

/** Fewer characters say nothing of how a decision was carried out. */
const LEAST_WORDS = 2;

/** The form as the server's records open it. */
function openForm({ sheet, week }: Omit<Opening, 'draft'>): Typed {
  const { previous, current } = sheet;
  const typed = typedOf(prefill(week.week, previous, current));
  const followed = current && monthEndFigure(week.week, previous, current.doneThisYear);
  return { ...typed, isMonthEndOwn: current !== null && current.doneAtMonthEnd !== followed };
}

const isSame = (a: Typed, b: Typed) => JSON.stringify(a) === JSON.stringify(b);

/** What is typed, against which version, and whether somebody else has been there since. */
export function useEditor(opening: Opening) {
  const { sheet, week, draft } = opening;
  const version = sheet.current?.version ?? 0;
  const opened = openForm(opening);
  const [state, setState] = useState(() => ({
    typed: draft ? restore(draft, week.week, opened) : opened,
    /** What was typed is measured against this: equal to it, there is nothing to lose. */
    base: opened,
    against: draft && draft.week === week.week ? draft.version : version,
  }));
  const isDirty = !isSame(state.typed, state.base);
  // Nothing of one's own on the page: what others did simply shows. An older answer that comes late does not.
  if (!isDirty && version > state.against) setState({ typed: opened, base: opened, against: version });
  const ground: Ground = { week: week.week, base: baseOf(week.week, sheet.previous), previous: sheet.previous };
  const form = readTyped(state.typed);
  return {
    typed: state.typed,
    form,
    ground,
    isDirty,
    /** The newer row, where one's own words were typed against an older one. */
    newer: isDirty && version > state.against ? sheet.current : null,
    type: (typed: Typed) => setState({ ...state, typed }),
    /** Last week's words and no amount: what “no change” sends, with what is ticked. */
    unchanged: (): Typed => {
      const { ticks, answers } = state.typed;
      return { ...typedOf(noChange(week.week, sheet.previous)), ticks, answers };
    },
    /** The first decision that is ticked as carried out without a word of how. */
    unanswered: ownAnswers(state.typed, sheet).find(({ text }) => text.trim().length < LEAST_WORDS)?.id ?? null,
    draftOf: (typed: Typed, savedAt: Instant): Draft => ({ week: week.week, version: state.against, savedAt, typed }),
    takeTheirs: () => setState({ typed: opened, base: opened, against: version }),
    keepMine: () => setState({ ...state, base: opened, against: version }),
    /** The server has it: what was sent is on record; what was typed since then is a change of that. */
    settle: (sent: SubmitReturn, kept: number) =>
      setState((before) => {
        const typed = withoutSettled(before.typed, sent);
        return saysTheSame(before.typed, sent) ? { typed, base: typed, against: kept } : { ...before, typed, against: kept };
      }),
    inputOf: (typed: Typed, today: Day): SubmitReturn | null => {
      const filled = readTyped(typed);
      if (!filled || filled.doneThisWeek === null) return null;
      const ticks = { ...ticksOf(typed.ticks, sheet, today), answers: ownAnswers(typed, sheet) };
      return {
        ...filled,
        doneThisWeek: filled.doneThisWeek,
        projectId: sheet.project.id,
        week: week.week,
        version: state.against,
        ...(typed.ticks.length + ticks.answers.length > 0 ? { ticks } : {}),
      };
    },
  };
}

/** What is ticked, each against the version that is on the page; what has been settled elsewhere meanwhile is left out. */
function ticksOf(ids: readonly string[], { steps, problems }: ReturnSheet, on: Day): Omit<ReturnTicks, 'answers'> {
  const isTicked = (record: { id: string }) => ids.includes(record.id);
  return {
    steps: steps.filter(isTicked).map(({ id, version }) => ({ id, version, on })),
    problems: problems.filter(isTicked).map(({ id, version }) => ({ id, version, on })),
  };
}

/** What is said of decisions that are still this form's to answer. */
function ownAnswers({ answers }: Typed, { decisions }: ReturnSheet): ReturnTicks['answers'] {
  return decisions.flatMap(({ id, version, isToAnswer }) => {
    const text = answers[id];
    return isToAnswer && text !== undefined ? [{ id, version, text }] : [];
  });
}
