import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** One measured thing: against a floor in the same run (`most` or `least` of the ratio), or against a `limit` of its own. */
export type Line = {
  what: string;
  cards: number;
  product: number;
  floor?: number;
  unit: 'ms' | 'kB' | 'MB' | '/s' | 'fps';
  most?: number | null;
  least?: number | null;
  limit?: number | null;
};

/** A limit is for machines whose floor keeps it; where not even the floor does, twice the floor is as good. */
const TIMES_THE_FLOOR = 2;

const file = path.resolve(import.meta.dirname, '../../docs/performance.md');

/** Prints the table, keeps it in docs/performance.md, and says whether every goal is met. */
export function report(lines: readonly Line[]): boolean {
  const rows = lines.map((line) => {
    const { what, cards, product, floor, unit } = line;
    const ratio = floor ? product / floor : null;
    const cells = [what, cards.toLocaleString('en'), `${number(product)} ${unit}`, floor ? `${number(floor)} ${unit}` : '–'];
    return [...cells, ratio ? `${ratio.toFixed(2)} ×` : '–', goalOf(line), verdictOf(line, ratio)];
  });
  const all = [['what', 'projects', 'product', 'floor', 'ratio', 'goal', ''], ...rows];
  const table = all.map((cells) => `| ${cells.join(' | ')} |`);
  table.splice(1, 0, `|${'---|'.repeat(7)}`);
  process.stdout.write(`${table.join('\n')}\n`);
  const now = new Date().toISOString().slice(0, 10);
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)} at the end`;
  writeFileSync(file, `${head}\n${now} · ${machine}\n\n${table.join('\n')}\n`);
  return rows.every((cells) => cells.at(-1) !== 'missed');
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function goalOf({ most, least, limit, floor, unit }: Line): string {
  const orFloor = floor === undefined ? '' : ` or ${TIMES_THE_FLOOR} ×`;
  const absolute = limit !== undefined && limit !== null ? `≤ ${limit} ${unit}${orFloor}` : '';
  const goals = [most ? `≤ ${most} ×` : '', least ? `≥ ${least} ×` : '', absolute];
  return goals.filter(Boolean).join(', ') || '–';
}

function verdictOf({ most, least, limit, product, floor }: Line, ratio: number | null): string {
  const isBeyond = limit !== undefined && limit !== null && product > limit;
  const isMissed =
    (most && (ratio === null || ratio > most)) ||
    (least && (ratio === null || ratio < least)) ||
    (isBeyond && !(floor !== undefined && floor > limit && product <= TIMES_THE_FLOOR * floor));
  if (isMissed) return 'missed';
  return most || least || (limit !== undefined && limit !== null) ? 'met' : '';
}

const head = `# Performance of the board

Written by \`npm run bench -- board\`. Floor and product are measured in turn in the same run; absolute times drift with the
machine, so only the ratios compare. The floor of a page is an empty React page with virtualised columns and its data ready
(\`tests/bench/floor/page.tsx\`), that of the server is Express sending the same bytes and a bare tRPC mutation with one transaction
(\`tests/bench/floor/server.ts\`), that of the database is one slim joined query and its JSON (\`tests/bench/slim.ts\`).

- **first screen**: from navigation in a new browser to the frame in which the number of cards in sight changes for the last time.
- **idle**: the first screen, or the end of the last long task (> 50 ms) chained to it by gaps of at most 500 ms.
- **drag**: real mouse events, 30 steps, 300 ms over the target, release. **scroll**: 2 s at 2,000 px/s over one column. Medians of five pages.
- **load**: 16 connections, 16 sessions, 10 s each after 2 s in which the server, floor or product, gets warm; \`synchronous=FULL\`.
  The limit of a move's p99 is for a disk on which the floor keeps it; where not even the floor does, twice the floor counts as met.
- **rebuilt**: the board's text made anew by the server, in time of the processor; median of 15. After a change of a card is
  what a query usually meets; from nothing is what the first one meets after a start, and after a change on which all cards rest:
  rules, a cut, a meeting's or a bulletin's state, units, the calendar. A new day's board the server makes itself, at midnight.
`;
