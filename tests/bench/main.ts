import { docxOf } from '#server/documents/docx.ts';
import { FigurePeriod } from '#shared/figures/period.ts';
import { wholeList } from '#shared/figures/slice.ts';
import { addMonths, dayOf, monthOf } from '#shared/kit/calendar.ts';
import { benchBoard } from './board.ts';
import { districtOf } from './district.ts';
import { median, RUNS, slimRows } from './slim.ts';

const texts = ['zndq', '智能', 'shuiku', '001234', '责任单位', 'x'];
const year = { period: FigurePeriod.parse('2026'), slice: wholeList };

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
  for (const projects of [60, 500, 4_000, 5_000]) {
    const world = await districtOf(projects);
    const office = world.as('office');
    if (projects === 500 || projects === 5_000) {
      for (const text of texts) {
        const ms = await median(() => office.projects.search({ text }));
        say(`search ${text}`, projects, ms, `${(ms / 100).toFixed(2)} of the 100 ms allowed${grown(text, ms)}`);
      }
    }
    if (projects === 60) {
      await world.as('office').lamps.cut({ month: addMonths(monthOf(dayOf(world.clock.now)), -1) });
      const rendered = await median(async () => docxOf((await office.bulletins.view({})).document));
      say('bulletin drafted, set as Word', projects, rendered, `${(rendered / 1000).toFixed(2)} of the 1 s allowed`);
    } else if (projects !== 5_000) {
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

if (process.argv.includes('board')) await benchBoard();
else await main();
