import { sql } from 'kysely';
import { FigurePeriod } from '#shared/figures/period.ts';
import { wholeList } from '#shared/figures/slice.ts';
import type { World } from '#tests/support/world.ts';
import { districtOf } from './district.ts';

const RUNS = 15;
const texts = ['zndq', '智能', 'shuiku', '001234', '责任单位', 'x'];
const year = { period: FigurePeriod.parse('2026'), slice: wholeList };

/**
 * The middle of some runs, in milliseconds of the processor: database and product share one process, and what else the
 * machine does in between is nobody's cost here. The first runs only warm up.
 */
async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS + 3; run++) {
    const before = process.cpuUsage();
    await act();
    const { user, system } = process.cpuUsage(before);
    if (run >= 3) times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

/** What nothing that answers with a row a project can beat: one joined query of slim rows, and its JSON. */
async function slimRows(world: World): Promise<string> {
  const { rows } = await sql`
    select p.id, p.key, p.code, p.name, p.initials, p."unitId", u."shortName", p."leaderName", p.kind, p.level, p."yearClass", p.stage,
      y.annual, r."doneThisYear", r.state
    from project p join unit u on u.id = p."unitId" left join year_plan y on y."projectId" = p.id and y.year = 2026
    left join weekly_return r on r."projectId" = p.id and r.week = '2026-W44'
    where p."districtId" = ${world.districtId} and p.standing = 'active' order by p.key`.execute(world.db);
  return JSON.stringify(rows);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function say(what: string, projects: number, ms: number, against: string): void {
  print(`${what.padEnd(32)} ${String(projects).padStart(6)}  ${ms.toFixed(1).padStart(8)} ms  ${against}`);
}

/** Times of one run on one machine: the ratios are what to compare. */
async function main(): Promise<void> {
  print(`embedded database in memory, median of ${RUNS} runs\n`);
  const before = new Map<string, number>();
  const grown = (what: string, ms: number): string => {
    const small = before.get(what);
    before.set(what, ms);
    return small ? ` · ${(ms / small).toFixed(1)} × the smaller district` : '';
  };
  for (const projects of [500, 4_000, 5_000]) {
    const world = await districtOf(projects);
    const office = world.as('office');
    if (projects !== 4_000) {
      for (const text of texts) {
        const ms = await median(() => office.projects.search({ text }));
        say(`search ${text}`, projects, ms, `${(ms / 100).toFixed(2)} of the 100 ms allowed${grown(text, ms)}`);
      }
    }
    if (projects !== 5_000) {
      const floor = await median(() => slimRows(world));
      say('floor: slim SQL + stringify', projects, floor, `1.0${grown('floor', floor)}`);
      const board = await median(async () => JSON.stringify(await office.board.snapshot()));
      say('board snapshot', projects, board, `${(board / floor).toFixed(1)} × the floor${grown('board', board)}`);
      const figures = await median(async () => JSON.stringify(await office.figures.view(year)));
      say('figures page', projects, figures, `${(figures / floor).toFixed(1)} × the floor${grown('figures', figures)}`);
    }
    if (projects === 5_000) {
      const lamps = await median(() => office.lamps.month({}));
      say('lamps worked out', projects, lamps, `${(lamps / 1000).toFixed(2)} of the 1 s allowed`);
    }
    await world.close();
  }
}

await main();
