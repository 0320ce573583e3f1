import { sql } from 'kysely';
import { dayOf, weekOf, yearOf } from '#shared/kit/calendar.ts';
import type { World } from '#tests/support/world.ts';

export const RUNS = 15;

/**
 * The middle of some runs, in milliseconds of the processor: database and product share one process, and what else the
 * machine does in between is nobody's cost here. The first runs only warm up; what
 * has to be done before each is not counted.
 */
export async function median(act: () => Promise<unknown>, before: () => Promise<void> = async () => undefined): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS + 3; run++) {
    await before();
    const from = process.cpuUsage();
    await act();
    const { user, system } = process.cpuUsage(from);
    if (run >= 3) times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

/** What nothing that answers with a row a project can beat: one joined query of slim rows, and its JSON. */
export async function slimRows(world: World): Promise<string> {
  const { rows } = await sql`
    select p.id, p.key, p.code, p.name, p.initials, p."unitId", u."shortName", p."leaderName", p.kind, p.level, p."yearClass", p.stage,
      y.annual, r."doneThisYear", r.state
    from project p join unit u on u.id = p."unitId" left join year_plan y on y."projectId" = p.id and y.year = ${yearOf(dayOf(world.clock.now))}
    left join weekly_return r on r."projectId" = p.id and r.week = ${weekOf(dayOf(world.clock.now))}
    where p."districtId" = ${world.districtId} and p.standing = 'active' order by p.key`.execute(world.db);
  return JSON.stringify(rows);
}
