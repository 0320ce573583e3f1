import * as board from '../board/messages.ts';
import * as flags from '../flags/messages.ts';
import * as kit from '../kit/messages.ts';
import * as notices from '../notices/messages.ts';
import * as outbox from '../outbox/messages.ts';
import * as views from '../views/messages.ts';
import * as refusals from './board-refusals.ts';
import * as errors from './errors-catalogue.ts';
import * as app from './frame-messages.ts';
import * as vocabulary from './vocabulary.ts';
import type { zh } from './words-zh.ts';

/** What the frame and the board say in English. A feature that neither of them speaks of belongs in `words-en-pages.ts`. */
export const en: typeof zh = {
  app: app.en,
  vocabulary: vocabulary.en,
  errors: errors.en,
  refusals: refusals.en,
  kit: kit.en,
  board: board.en,
  flags: flags.en,
  notices: notices.en,
  outbox: outbox.en,
  views: views.en,
};
