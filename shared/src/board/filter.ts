import { z } from 'zod';
import { queryText, type URLSearchParamsLike } from '../kit/query.ts';
import { Lamp } from '../lamps/schema.ts';
import { Level, ProjectKind } from '../projects/schema.ts';
import type { Card } from './card.ts';

/** Which cards of the board are shown; null is any. */
export const BoardFilter = z.strictObject({
  kind: ProjectKind.nullable(),
  level: Level.nullable(),
  unit: z.string().max(60).nullable(),
  leader: z.string().max(40).nullable(),
  lamp: Lamp.nullable(),
  late: z.boolean(),
  text: z.string().max(60),
});
export type BoardFilter = z.infer<typeof BoardFilter>;

const { shape } = BoardFilter;
/** The filters as an address holds them: what is unknown or broken is any. */
const AsAddressed = z.object({
  kind: shape.kind.catch(null),
  level: shape.level.catch(null),
  unit: shape.unit.catch(null),
  leader: shape.leader.catch(null),
  lamp: shape.lamp.catch(null),
  late: shape.late,
  text: shape.text.catch(''),
});

/** The board with every project on it. */
export const noFilter: BoardFilter = { kind: null, level: null, unit: null, leader: null, lamp: null, late: false, text: '' };

/** Whether something of the project is past its day: a step, or last week's return. */
export function isLate(card: Card): boolean {
  return (card.nextStep?.overdueDays ?? 0) > 0 || card.missedLastWeek;
}

/** Whether every card passes. */
export function isOff({ kind, level, unit, leader, lamp, late, text }: BoardFilter): boolean {
  return [kind, level, unit, leader, lamp].every((each) => each === null) && !late && text.trim() === '';
}

/** Whether a card passes. Text is looked for in name, unit, code's tail and pinyin initials. */
export function passes(filter: BoardFilter, card: Card): boolean {
  if (filter.kind && card.kind !== filter.kind) return false;
  if (filter.level && card.level !== filter.level) return false;
  if (filter.unit && card.unitId !== filter.unit) return false;
  if (filter.leader && card.leaderName !== filter.leader) return false;
  if (filter.lamp && card.lamp !== filter.lamp) return false;
  if (filter.late && !isLate(card)) return false;
  const text = filter.text.trim().toLowerCase();
  return text === '' || [card.name, card.unitName, card.initials, card.code ?? ''].some((field) => field.toLowerCase().includes(text));
}

/** Reads the filters from a query string, and writes them back without the empty ones. */
export function filterFromQuery(query: URLSearchParamsLike): BoardFilter {
  return AsAddressed.parse({
    kind: query.get('kind'),
    level: query.get('level'),
    unit: query.get('unit'),
    leader: query.get('leader'),
    lamp: query.get('lamp'),
    late: query.get('late') === '1',
    text: query.get('q') ?? '',
  });
}

/** Writes a query string that `filterFromQuery` reads back; filters that are off are left out. */
export function filterToQuery(filter: BoardFilter): string {
  return queryText({
    kind: filter.kind,
    level: filter.level,
    unit: filter.unit,
    leader: filter.leader,
    lamp: filter.lamp,
    late: filter.late ? '1' : null,
    q: filter.text,
  });
}
