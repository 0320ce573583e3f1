import type { LimitMark, StepTerms } from '#shared/approvals/schema.ts';
import type { LimitUnit } from '#shared/calendar/spans.ts';

/** A step's terms as they are typed. */
export type TypedTerms = { days: string; unit: LimitUnit; mark: LimitMark; basis: string; papers: string; validMonths: string };

/** Terms as a form shows them; `list` puts several papers into one line. */
export function typedTerms(terms: StepTerms | null, list: (parts: readonly string[]) => string): TypedTerms {
  return {
    days: terms?.statutory ? String(terms.statutory.days) : '',
    unit: terms?.statutory?.unit ?? 'workday',
    mark: terms?.mark ?? 'unchecked',
    basis: terms?.basis ?? '',
    papers: list(terms?.papers ?? []),
    validMonths: terms?.validMonths ? String(terms.validMonths) : '',
  };
}

/** What was typed, to be checked by the schema: a number that is none stays one that is refused. */
export function readTerms({ days, unit, mark, basis, papers, validMonths }: TypedTerms): unknown {
  return {
    statutory: days.trim() === '' ? null : { days: Number(days), unit },
    mark,
    basis: basis.trim() === '' ? null : basis.trim(),
    papers: papersOf(papers),
    validMonths: validMonths.trim() === '' ? null : Number(validMonths),
  };
}

/** Papers named one after the other, as they are written in a line. */
export function papersOf(text: string): string[] {
  return text.split(/[、，,；;\n]/).flatMap((paper) => paper.trim() || []);
}

/** A name within the template that no step bears yet. */
export function freeRef(steps: readonly { ref: string }[]): string {
  let at = steps.length + 1;
  while (steps.some((step) => step.ref === `step-${at}`)) at++;
  return `step-${at}`;
}
