import type { IconName } from './Icon.tsx';

/** A line that can be chosen: what it is called, what stands beside it, and small at its end a number or where it leads. */
export type Choice = {
  key: string;
  name: string;
  beside?: string | null;
  tail?: string | null;
  tailIcon?: IconName;
  /** Why it cannot be chosen now; it stays readable. */
  whyNot?: string | null;
};

/** Lines under a heading; a group without lines is not drawn. */
export type ChoiceGroup<Line extends Choice = Choice> = { label: string; choices: readonly Line[] };

/** The next line up or down; past an end the other one follows. */
export function stepTo(at: number, step: 1 | -1, count: number): number {
  return count === 0 ? 0 : (at + step + count) % count;
}

/** What the field that rules a list says about it, for who cannot see it. */
export function optionId(listId: string, choice: Choice): string {
  return `${listId}-${choice.key}`;
}
