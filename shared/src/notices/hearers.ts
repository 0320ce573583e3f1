import type { AccountRole } from '../accounts/schema.ts';
import type { EventAction } from '../events/schema.ts';
import { mayHear } from '../events/visibility.ts';
import { assertNever } from '../kit/errors.ts';
import type { Id } from '../kit/ids.ts';
import { subtree } from '../units/schema.ts';
import type { Audience, Telling } from './rules.ts';

/** Somebody of the district who can sign in. */
export type Person = { id: Id<'account'>; role: AccountRole; unitId: Id<'unit'> };

/** What the audience is looked up in: the district's people and tree, and who has the event's project. */
export type District = {
  people: readonly Person[];
  units: readonly { id: Id<'unit'>; parentId: Id<'unit'> | null }[];
  project: { unitId: Id<'unit'>; officerId: Id<'account'> | null } | null;
};

/** One notice to one person; what they were told first of one event is what they are told. */
export type Heard = { accountId: Id<'account'>; telling: Telling };

/**
 * Who hears what of an event. Nobody hears of the own act, nor of an act that their role may not learn of; a unit's
 * notice goes to its own officers, and where it has none, to those of the nearest unit above.
 */
export function hearersOf(tellings: readonly Telling[], action: EventAction, actorId: string, district: District): Heard[] {
  const heard = new Map<Id<'account'>, Telling>();
  for (const telling of tellings) {
    for (const person of audienceOf(telling.to, district)) {
      if (person.id !== actorId && mayHear(person.role, action) && !heard.has(person.id)) heard.set(person.id, telling);
    }
  }
  return [...heard].map(([accountId, telling]) => ({ accountId, telling }));
}

function audienceOf(to: Audience, district: District): Person[] {
  const { people, project } = district;
  if (to === 'carriers') {
    if (!project) return [];
    // Where the project has gone to a unit that its officer does not reach, it has left them too.
    const officer = people.filter(
      (person) => person.id === project.officerId && person.role === 'officer' && isWithin(project.unitId, person.unitId, district.units),
    );
    return officer.length > 0 ? officer : officersNear(project.unitId, district);
  }
  if ('role' in to) return people.filter((person) => person.role === to.role && person.id !== to.besides);
  if ('unitIds' in to) return to.unitIds.flatMap((unitId) => officersNear(unitId, district));
  if ('accountId' in to) return people.filter((person) => person.id === to.accountId);
  return assertNever(to);
}

function isWithin(unitId: Id<'unit'>, root: Id<'unit'>, units: District['units']): boolean {
  return subtree(units, root).has(unitId);
}

function officersNear(unitId: Id<'unit'>, { people, units }: District): Person[] {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  for (let at: Id<'unit'> | null = unitId; at !== null; at = parents.get(at) ?? null) {
    const officers = people.filter((person) => person.role === 'officer' && person.unitId === at);
    if (officers.length > 0) return officers;
  }
  return [];
}
