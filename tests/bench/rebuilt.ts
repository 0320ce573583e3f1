import { keepBoards } from '#server/board/kept.ts';
import * as events from '#server/events/store.ts';
import { districtOf } from './district.ts';
import { median, slimRows } from './slim.ts';

export type Rebuilt = { slim: number; whole: number; changed: number };

/** Milliseconds of the processor for the board's text: slim SQL and its JSON, all of it read anew, and after one change. */
export async function rebuilt(projects: number): Promise<Rebuilt> {
  const world = await districtOf(projects);
  const { db, clock, districtId } = world;
  const reach = { scope: 'all', districtId, unitIds: null } as const;
  const asOf = async () => ({ now: clock.now, seq: await events.head(db) });
  const slim = await median(() => slimRows(world));
  const whole = await median(async () => keepBoards().answer(db, reach, await asOf(), null));
  const kept = keepBoards();
  await kept.answer(db, reach, await asOf(), null);
  const { id } = await db.selectFrom('project').select('id').where('key', '=', 7).executeTakeFirstOrThrow();
  const office = world.as('office');
  await office.bulletins.nominate({ projectId: id, kind: 'praise' });
  let count = 0;
  const changed = await median(
    async () => kept.answer(db, reach, await asOf(), null),
    async () => {
      count++;
      await office.bulletins.nominate({ projectId: id, kind: count % 2 ? 'praise' : 'criticise' });
    },
  );
  await world.close();
  return { slim, whole, changed };
}
