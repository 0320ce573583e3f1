import { afterEach, describe, expect, it } from 'vitest';
import { isKnownYear, isWorkday } from '#shared/calendar/workdays.ts';
import { day } from '#shared/kit/calendar.ts';
import { failureOf } from '#tests/support/refusal.ts';
import { dialects, openWorld, type World } from '#tests/support/world.ts';
import * as calendar from './store.ts';

const newYear = { day: day('2027-01-01'), kind: 'off', name: '元旦' } as const;

for (const dialect of dialects) {
  describe(`the calendar of working days on ${dialect}`, () => {
    let world: World;
    afterEach(() => world.close());

    it('a year without a notice says so until the office has entered it, and then counts by it', async () => {
      world = await openWorld({ dialect });
      expect((await world.as('office').calendar.years()).map((each) => each.year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
      const empty = await world.as('office').calendar.year({ year: 2027 });
      expect(empty).toEqual({ year: 2027, isKnown: false, source: null, version: 0, days: [] });
      expect(isKnownYear(await calendar.load(world.db), newYear.day)).toBe(false);

      const eve = { day: day('2026-12-31'), kind: 'off', name: '元旦' } as const;
      const entered = { ...empty, isKnown: true, source: '国办发明电〔2026〕1号', days: [eve, newYear] };
      const saved = await world.as('office').calendar.setYear(entered);
      expect(saved).toMatchObject({ year: 2027, isKnown: true, version: 1, days: [newYear] });
      const after = await calendar.load(world.db);
      expect([isKnownYear(after, newYear.day), isWorkday(after, newYear.day), isWorkday(after, eve.day)]).toEqual([true, false, false]);
      expect(isKnownYear(after, eve.day)).toBe(true);
    });

    it('of two who edit one year the second is shown what the first kept, and nothing of it is lost', async () => {
      world = await openWorld({ dialect });
      const { days, ...year } = await world.as('admin').calendar.year({ year: 2026 });
      await world.as('office').calendar.setYear({ ...year, days: days.slice(1) });
      const failure = await failureOf(world.as('admin').calendar.setYear({ ...year, days: days.slice(2) }));
      expect(failure).toMatchObject({ code: 'CONFLICT', details: { newer: { version: 2 } } });
      expect((await world.as('admin').calendar.year({ year: 2026 })).days).toEqual(days.slice(1));
    });

    it('a notice of another year is refused, and the calendar stays as it was', async () => {
      world = await openWorld({ dialect });
      const before = await world.as('office').calendar.year({ year: 2026 });
      const failure = await failureOf(world.as('office').calendar.setYear({ ...before, days: [newYear] }));
      expect(failure).toMatchObject({ code: 'REFUSED', details: { reason: 'day-of-other-year' } });
      expect(await world.as('office').calendar.year({ year: 2026 })).toEqual(before);
    });
  });
}
