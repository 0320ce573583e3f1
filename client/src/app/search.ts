import { filterToQuery, noFilter } from '#shared/board/filter.ts';
import { type Day, type Month, monthNumber, type Week, yearOf } from '#shared/kit/calendar.ts';
import type { Choice, ChoiceGroup } from '../kit/choices.ts';
import type { Catalogue } from './messages.ts';

/** What the server answers a search with, as far as the list shows it. */
export type Found = {
  projects: readonly { id: string; name: string; code: string | null; unitName: string }[];
  units: readonly { id: string; name: string; shortName: string }[];
  meetings: readonly { id: string; seriesId: string; seriesName: string | null; week: Week; day: Day; number: number | null }[];
  bulletins: readonly { id: string; month: Month; number: number | null }[];
  people: readonly { id: string; name: string; unitId: string; unitName: string; isLeader: boolean }[];
};

/** Where nothing was found, or nothing could be asked. */
export const nothingFound: Found = { projects: [], units: [], meetings: [], bulletins: [], people: [] };

/** A line of the list, and the page that it opens. */
export type Find = Choice & { href: string };

/** The finds in the order in which they stand: projects, units, meetings, bulletins, people. */
export function finds(found: Found, { app, kit }: Pick<Catalogue, 'app' | 'kit'>): ChoiceGroup<Find>[] {
  const words = app.search;
  const board = (filter: Partial<typeof noFilter>) => `/?${filterToQuery({ ...noFilter, ...filter })}`;
  const toBoard = { tail: words.toBoard, tailIcon: 'right' } as const;
  return [
    {
      label: words.projects,
      choices: found.projects.map(({ id, name, unitName, code }) => {
        return { key: id, name, beside: unitName, tail: code?.slice(-6) ?? null, href: `/projects/${id}` };
      }),
    },
    {
      label: words.units,
      choices: found.units.map(({ id, name, shortName }) => {
        return { key: id, name: shortName, beside: name === shortName ? '' : name, ...toBoard, href: board({ unit: id }) };
      }),
    },
    {
      label: words.meetings,
      choices: found.meetings.map(({ id, seriesId, seriesName, week, day, number }) => {
        const query = seriesName === null ? '' : `?series=${seriesId}`;
        return { key: id, name: words.meeting(number, seriesName), beside: kit.day(day), tail: week, href: `/meetings/${week}${query}` };
      }),
    },
    {
      label: words.bulletins,
      choices: found.bulletins.map(({ id, month, number }) => {
        const name = words.bulletin(yearOf(month), monthNumber(month));
        return { key: id, name, beside: '', tail: number === null ? null : words.issue(number), href: `/bulletins?month=${month}` };
      }),
    },
    {
      label: words.people,
      choices: found.people.map(({ id, name, unitId, unitName, isLeader }) => {
        return { key: id, name, beside: unitName, ...toBoard, href: board(isLeader ? { leader: name } : { unit: unitId }) };
      }),
    },
  ];
}
