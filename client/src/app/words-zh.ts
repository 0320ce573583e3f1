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

/** What the frame and the board say in Chinese. A feature that neither of them speaks of belongs in `words-zh-pages.ts`. */
export const zh = {
  app: app.zh,
  vocabulary: vocabulary.zh,
  errors: errors.zh,
  refusals: refusals.zh,
  kit: kit.zh,
  board: board.zh,
  flags: flags.zh,
  notices: notices.zh,
  outbox: outbox.zh,
  views: views.zh,
};
