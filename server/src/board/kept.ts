import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { BoardHeader, Card } from '#shared/board/card.ts';
import { toWire } from '#shared/board/wire.ts';
import { type Day, dayOf, type Instant } from '#shared/kit/calendar.ts';
import { keyBy } from '#shared/kit/collections.ts';
import type { Id } from '#shared/kit/ids.ts';
import type { Reader } from '../db/tables.ts';
import * as districts from '../districts/store.ts';
import * as events from '../events/store.ts';
import type { Reach } from '../trpc.ts';
import { cardsOf, seenBy, touchedSince } from './store.ts';

const gzip = promisify(zlib.gzip);
const brotli = promisify(zlib.brotliCompress);
/** Above this quality the bytes are no fewer and take several times as long. */
const BROTLI = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } };

/** A province's server answers many districts, and each unit has an answer of its own; those not asked for the longest give way. */
const MOST_BOARDS = 12;
const MOST_SEEN = 64;

/** How an answer can be packed for the way. */
export type Packing = 'gzip' | 'br';

/** One scope's board, ready to send. */
export type BoardAnswer = {
  /** The log's number through which it is true. */
  seq: number;
  etag: string;
  bytes: (packing: Packing) => Promise<Buffer>;
};

/** What exists of a board for those who reach equally far; it is packed when it is first asked for. */
type Seen = { cards: Card[]; answer: Omit<BoardAnswer, 'seq'> | null };

/** Which board: of which district, with which series' agenda (null: the district's own). */
type Wanted = { districtId: Id<'unit'>; seriesId: Id<'meetingSeries'> | null };

/** A district's board as of a number of the log and a day: nothing else can change what it says. */
type Board = {
  wanted: Wanted;
  seq: number;
  day: Day;
  header: BoardHeader;
  cards: Map<Id<'project'>, Card>;
  seen: Map<string, Seen>;
};

/** When it is asked, and how far the log went by then: a board that holds this much is true. */
export type AsOf = { now: Instant; seq: number };

/**
 * Boards of this server, kept between changes. Every change has an event, so the log's number tells whether what is kept
 * still holds; of a change only the cards that it touched are read again.
 */
export type KeptBoards = {
  answer: (db: Reader, reach: Reach, asOf: AsOf, seriesId: Id<'meetingSeries'> | null) => Promise<BoardAnswer>;
  /** The cards themselves, in the list's order, with the district's own agenda, for what is worked out from them. */
  cards: (db: Reader, reach: Reach, asOf: AsOf) => Promise<{ header: BoardHeader; cards: readonly Card[] }>;
  /** Brings every board that is kept up to now: a new day makes all cards anew, and the first to come need not wait for it. */
  renew: (db: Reader, now: Instant) => Promise<void>;
};

export function keepBoards(): KeptBoards {
  const boards = new Map<string, Board>();
  const coming = new Map<string, Promise<void>>();

  return {
    answer: async (db, reach, asOf, seriesId) => {
      const board = await boardAt(db, { districtId: reach.districtId, seriesId }, asOf);
      const seen = seenBoard(board, reach);
      seen.answer ??= answerOf(board.header, seen.cards);
      // What was committed meanwhile may be in the answer already; the next delta then sends it again.
      return { ...seen.answer, seq: Math.min(board.seq, asOf.seq) };
    },
    cards: async (db, reach, asOf) => {
      const board = await boardAt(db, { districtId: reach.districtId, seriesId: null }, asOf);
      return { header: board.header, cards: seenBoard(board, reach).cards };
    },
    renew: async (db, now) => {
      for (const { wanted } of [...boards.values()]) await boardAt(db, wanted, { now, seq: await events.head(db) });
    },
  };

  function seenBoard(board: Board, reach: Reach): Seen {
    return lastUsed(board.seen, scopeOf(reach), MOST_SEEN, () => ({ cards: seenIn(board, reach), answer: null }));
  }

  /** The board with everything in it that was committed up to a number of the log. */
  async function boardAt(db: Reader, wanted: Wanted, { now, seq }: AsOf): Promise<Board> {
    const key = keyOf(wanted);
    for (;;) {
      const board = boards.get(key);
      // A number beyond the log’s end is of this database before a restore.
      if (board && board.seq > seq && board.seq > (await events.head(db))) boards.delete(key);
      else if (board && board.seq >= seq && board.day === dayOf(now)) return lastUsed(boards, key, MOST_BOARDS, () => board);
      // Who comes while the board is being read waits for it, and looks again: their own change may be younger.
      const reading = coming.get(key) ?? renew(db, wanted, now).finally(() => coming.delete(key));
      coming.set(key, reading);
      await reading;
    }
  }

  async function renew(db: Reader, wanted: Wanted, now: Instant): Promise<void> {
    const { districtId, seriesId } = wanted;
    const key = keyOf(wanted);
    const district = await districts.load(db, districtId);
    const whole: Reach = { scope: 'all', districtId, unitIds: null };
    const before = boards.get(key);
    const day = dayOf(now);
    // Read before the cards: what is committed in between is read again the next time, never missed.
    const seq = await events.head(db);
    const touched = before && before.day === day && before.seq <= seq ? await touchedSince(db, districtId, before.seq) : null;
    if (before && touched?.length === 0) {
      before.seq = seq;
      return;
    }
    const { header, cards } = await cardsOf({ db, district, reach: whole, now, seriesId }, touched ?? undefined);
    const fresh = keyBy(cards, (card) => card.id);
    if (before && touched) {
      for (const [id, card] of before.cards) if (!fresh.has(id) && !touched.includes(id)) fresh.set(id, card);
    }
    boards.set(key, { wanted, seq, day, header, cards: fresh, seen: new Map() });
  }
}

function keyOf({ districtId, seriesId }: Wanted): string {
  return `${districtId} ${seriesId ?? ''}`;
}

/** Two people get the same bytes only where they see the same projects, and the same of each. */
function scopeOf({ scope, unitIds }: Reach): string {
  return `${scope} ${unitIds === null ? 'all' : [...unitIds].sort().join(' ')}`;
}

/** What exists of a board for the asker. */
function seenIn({ cards }: Board, reach: Reach): Card[] {
  const units = reach.unitIds && new Set(reach.unitIds);
  const seen = [...cards.values()].filter((card) => units === null || units.has(card.unitId)).map((card) => seenBy(reach, card));
  return seen.sort((a, b) => a.key - b.key);
}

function answerOf(header: BoardHeader, cards: Card[]): Omit<BoardAnswer, 'seq'> {
  const text = JSON.stringify(toWire({ header, cards }));
  const packed = new Map<Packing, Promise<Buffer>>();
  return {
    etag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
    bytes: (packing) => {
      const bytes = packed.get(packing) ?? (packing === 'br' ? brotli(text, BROTLI) : gzip(text));
      packed.set(packing, bytes);
      return bytes;
    },
  };
}

/** What a bounded map holds of a key, made where it is missing; a map keeps its keys in the order in which they were put in. */
function lastUsed<Key, Value>(map: Map<Key, Value>, key: Key, most: number, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
  return value;
}
