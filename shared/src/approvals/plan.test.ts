import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedCalendar as calendar } from '../calendar/notices.ts';
import { addWorkdays, isWorkday, workdaysBetween } from '../calendar/workdays.ts';
import { day } from '../kit/calendar.ts';
import { circleIn, inOrder } from './graph.ts';
import { lateness, type PlanStep, planOf } from './plan.ts';

const today = day('2026-03-02');

function step(id: string, limitDays: number | null, needs: string[] = [], fields: Partial<PlanStep> = {}): PlanStep {
  return {
    ...{ id, needs, group: 'land', limitDays, limitUnit: 'workday', terms: null },
    ...{ state: 'pending', acceptedOn: null, dueOn: null, doneOn: null, tolerantUntil: null, course: null },
    ...fields,
  };
}

/** http://www.fymate.net/html/text/lar/169367/16936779_5.html, as domain/FACTS.md §4.1 quotes it. */
const published = [
  step('siting', 20),
  step('land', 25),
  step('environment', 25, [], { group: 'engineering' }),
  step('soil', 25, [], { group: 'engineering' }),
  step('forest', 25),
  step('verification', 15, ['siting', 'land', 'environment', 'soil', 'forest']),
];
const planned = (steps: PlanStep[], id: string) => planOf(steps, today, calendar).steps.find((one) => one.id === id);
const workdaysTo = (on: string | null) => workdaysBetween(calendar, today, day(on ?? '')).days;

describe('the published parallel example', () => {
  test('siting in 20 beside four in 25, then verification in 15, are 40 working days', () => {
    expect(workdaysTo(planOf(published, today, calendar).readyOn)).toBe(40);
  });
  test('siting alone has five days of slack, and verification none', () => {
    expect(planned(published, 'siting')?.slackWorkdays).toBe(5);
    expect(planned(published, 'verification')?.slackWorkdays).toBe(0);
    expect(planOf(published, today, calendar).path.at(-1)).toBe('verification');
  });
});

describe('the start', () => {
  const begun = day('2026-02-24');
  const chain = [
    step('environment', 3, [], { group: 'engineering', state: 'accepted', acceptedOn: begun }),
    step('permit', 5, ['environment'], { group: 'construction' }),
  ];
  test('is held by the first unsettled step of the longest way; overdue it ends today at the earliest', () => {
    const plan = planOf(chain, today, calendar);
    expect(plan).toMatchObject({ path: ['environment', 'permit'], holder: 'environment', readyOn: '2026-03-09' });
    expect(planned(chain, 'environment')).toMatchObject({ begins: begun, ends: today });
  });
  test('what waits alone is accepted today, and what is done holds nothing', () => {
    const done = [step('environment', 3, [], { state: 'done', acceptedOn: begun, doneOn: begun }), step('permit', 5, ['environment'])];
    expect(planOf(done, today, calendar)).toMatchObject({ path: ['permit'], readyOn: '2026-03-09' });
    expect(planned(done, 'environment')).toMatchObject({ isSettled: true, slackWorkdays: null, ends: begun });
  });
  test('a step that is not needed passes on what it would have needed', () => {
    const exempt = [step('a', 10), step('b', 99, ['a'], { state: 'exempt' }), step('c', 5, ['b'])];
    expect(workdaysTo(planOf(exempt, today, calendar).readyOn)).toBe(15);
    expect(planOf(exempt, today, calendar).path).toEqual(['a', 'c']);
  });
  test('does not wait for the acceptance of the works', () => {
    expect(planOf([...chain, step('record', 90, [], { group: 'completion' })], today, calendar).readyOn).toBe('2026-03-09');
  });
  test('has no day where nothing is listed', () => {
    expect(planOf([], today, calendar)).toEqual({ steps: [], readyOn: null, path: [], holder: null, unknownYears: [] });
  });
  test.each([
    ['2026-03', 8],
    ['2026-04', -23],
  ])('against a start planned for %s it is %i days late', (month, days) => {
    expect(lateness(day('2026-03-09'), month as never)).toBe(days);
  });
});

describe('a step that stands', () => {
  test('goes on today at the earliest, with what is left of its limit', () => {
    const stopped = step('a', 10, [], {
      state: 'supplement',
      acceptedOn: day('2026-02-24'),
      course: [
        { kind: 'accepted', on: day('2026-02-24') },
        { kind: 'stopped', on: day('2026-02-27'), cause: 'supplement', note: null },
      ],
    });
    expect(workdaysTo(planned([stopped], 'a')?.ends ?? null)).toBe(7);
  });
  test('tolerated lets the next begin, and the start waits for its papers and two days more', () => {
    const until = day('2026-03-20');
    const tolerant = step('a', 10, [], { state: 'tolerant', acceptedOn: day('2026-02-27'), tolerantUntil: until });
    const plan = planOf([tolerant, step('b', 5, ['a'])], today, calendar);
    expect(plan.steps.find(({ id }) => id === 'b')).toMatchObject({ begins: today, ends: '2026-03-09', slackWorkdays: 11 });
    expect(plan).toMatchObject({ readyOn: '2026-03-24', holder: 'a' });
  });
});

describe('what if', () => {
  const steps = [step('a', 20), step('b', 5, ['a']), step('c', 18)];
  test('a step is done on a day', () => {
    const plan = planOf(steps, today, calendar, { id: 'a', as: 'done', on: day('2026-03-05') });
    expect(plan).toMatchObject({ readyOn: '2026-03-26', holder: 'c' });
  });
  test('a step is tolerated: the next begins, and it takes its own time', () => {
    const plan = planOf(steps, today, calendar, { id: 'a', as: 'tolerated', on: day('2026-03-05') });
    expect(plan.steps.find(({ id }) => id === 'b')).toMatchObject({ begins: '2026-03-05', ends: '2026-03-12' });
    expect(plan).toMatchObject({ readyOn: planned(steps, 'a')?.ends, holder: 'a' });
  });
});

describe('a limit that is not promised', () => {
  test('is reckoned by the statutory one and says so; without either by no day', () => {
    const terms = { statutory: { days: 7, unit: 'workday' }, mark: 'unchecked', basis: null, papers: [], validMonths: null } as const;
    const steps = [step('a', null, [], { terms: { ...terms, papers: [] } }), step('b', null, ['a'])];
    expect(planned(steps, 'a')).toMatchObject({ limitBy: 'statutory', ends: '2026-03-11' });
    expect(planned(steps, 'b')).toMatchObject({ limitBy: 'none', ends: '2026-03-11' });
  });
});

describe('circles', () => {
  test.each<[{ id: string; needs: string[] }[], string[] | null]>([
    [
      [
        { id: 'a', needs: ['b'] },
        { id: 'b', needs: ['a'] },
      ],
      ['a', 'b'],
    ],
    [[{ id: 'a', needs: ['a'] }], ['a']],
    [
      [
        { id: 'z', needs: ['a'] },
        { id: 'a', needs: ['b'] },
        { id: 'b', needs: ['c'] },
        { id: 'c', needs: ['a'] },
      ],
      ['a', 'b', 'c'],
    ],
    [
      [
        { id: 'a', needs: [] },
        { id: 'b', needs: ['a'] },
        { id: 'c', needs: ['a', 'b', 'gone'] },
      ],
      null,
    ],
  ])('%j', (nodes, circle) => {
    expect(circleIn(nodes)).toEqual(circle);
    expect(inOrder(nodes)).toHaveLength(nodes.length);
  });
});

/** Steps that each need only earlier ones, so that there is no circle; on days that people work. */
const anySteps = fc
  .array(fc.record({ limit: fc.integer({ min: 0, max: 30 }), needs: fc.array(fc.nat(9), { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((all) =>
    all.map(({ limit, needs }, at) =>
      step(
        `s${at}`,
        limit,
        needs.filter((need) => need < at).map((need) => `s${need}`),
      ),
    ),
  );

test('each working day that the holder takes longer moves the start by a working day, and slack is exact', () => {
  fc.assert(
    fc.property(anySteps, fc.integer({ min: 1, max: 12 }), (steps, late) => {
      const plan = planOf(steps, today, calendar);
      const { readyOn } = plan;
      if (!readyOn) throw new Error('something is listed');
      const readyWith = (id: string, days: number) =>
        planOf(
          steps.map((one) => (one.id === id ? { ...one, limitDays: (one.limitDays ?? 0) + days } : one)),
          today,
          calendar,
        ).readyOn;
      expect(isWorkday(calendar, readyOn)).toBe(true);
      expect(readyWith(plan.holder ?? '', late)).toBe(addWorkdays(calendar, readyOn, late).day);
      for (const { id, slackWorkdays } of plan.steps) {
        expect(readyWith(id, slackWorkdays ?? 0)).toBe(readyOn);
        expect(readyWith(id, (slackWorkdays ?? 0) + 1)).toBe(addWorkdays(calendar, readyOn, 1).day);
      }
    }),
    { numRuns: 25 },
  );
});

test('no step begins before all that it needs is there', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const { steps: all, readyOn } = planOf(steps, today, calendar);
      const ends = new Map(all.map((one) => [one.id, one.ends]));
      for (const one of steps) {
        const begins = all.find(({ id }) => id === one.id)?.begins ?? '';
        for (const need of one.needs) expect(begins >= (ends.get(need) ?? '')).toBe(true);
        expect((ends.get(one.id) ?? '') <= (readyOn ?? '')).toBe(true);
      }
    }),
  );
});
