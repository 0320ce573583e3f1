import * as board from '../board/refusal-messages.ts';
import * as flags from '../flags/messages.ts';
import * as inspections from '../inspections/messages.ts';
import * as lamps from '../lamps/messages.ts';
import * as meetings from '../meetings/messages.ts';
import * as projects from '../projects/messages.ts';
import type { RefusalText } from './refusals.ts';

/** Why a move on the board is refused: said before the words of other pages, and the rest of `refusals.ts`, are there. */
export const zh: Record<string, RefusalText> = {
  ...board.refusals.zh,
  ...flags.refusals.zh,
  ...inspections.refusals.zh,
  ...lamps.refusals.zh,
  ...meetings.refusals.zh,
  ...projects.refusals.zh,
};

export const en: Record<string, RefusalText> = {
  ...board.refusals.en,
  ...flags.refusals.en,
  ...inspections.refusals.en,
  ...lamps.refusals.en,
  ...meetings.refusals.en,
  ...projects.refusals.en,
};
