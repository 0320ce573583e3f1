import type { Card } from '../board/card.ts';
import type { Id } from '../kit/ids.ts';
import { whyNotOwe } from '../returns/rules.ts';
import { isOwed, lateness } from '../returns/sheet.ts';
import type { HomeProject, OwingUnit, Waiting } from './schema.ts';

/** Most rows that one part of a home shows; the rest stands behind a link. */
export const HOME_ROWS = 8;

/** The first of what waits, and how many there are. */
export function firstOf<One>(all: readonly One[], most = HOME_ROWS): Waiting<One> {
  return { total: all.length, first: all.slice(0, most) };
}

/** The projects that return every week. */
export function returning<One extends Pick<Card, 'standing' | 'yearClass'>>(cards: readonly One[]): One[] {
  return cards.filter((card) => whyNotOwe(card) === null);
}

type Returned = Pick<Card, 'returned' | 'missedLastWeek' | 'lamp' | 'key'>;

const currentOf = ({ returned }: Pick<Card, 'returned'>) => returned && { state: returned };

/** Those that still owe this week's return, in the order of lateness: sent back, missed last week, then by lamp. */
export function owedReturns<One extends Returned>(cards: readonly One[]): One[] {
  const rank = (card: One) => lateness({ ...card, current: currentOf(card) });
  return cards.filter((card) => isOwed(currentOf(card))).sort((a, b) => rank(a) - rank(b) || a.key - b.key);
}

/** Who owes how many returns of how many, the most first. */
export function owingUnits(cards: readonly Pick<Card, 'unitId' | 'unitName' | 'returned'>[]): Omit<OwingUnit, 'chasedAt'>[] {
  const units = new Map<Id<'unit'>, Omit<OwingUnit, 'chasedAt'>>();
  for (const card of cards) {
    const unit = units.get(card.unitId) ?? { unitId: card.unitId, unitName: card.unitName, owed: 0, total: 0 };
    units.set(card.unitId, { ...unit, total: unit.total + 1, owed: unit.owed + Number(isOwed(currentOf(card))) });
  }
  return [...units.values()].filter(({ owed }) => owed > 0).sort((a, b) => b.owed - a.owed);
}

/** Whether a project is a leader's own: the leader answers for it by name 包保, or is linked to its unit 联系. */
export function isLeadersOwn(
  card: Pick<Card, 'leaderName' | 'unitId'>,
  leader: { name: string; unitIds: ReadonlySet<Id<'unit'>> },
): boolean {
  return card.leaderName === leader.name || leader.unitIds.has(card.unitId);
}

/** Those in red and yellow: red first, within a colour the longest overdue step, then the order of the list. */
export function troubled<One extends Pick<Card, 'lamp' | 'standing' | 'nextStep' | 'key'>>(cards: readonly One[]): One[] {
  const overdue = (card: One) => card.nextStep?.overdueDays ?? 0;
  return cards
    .filter(({ lamp, standing }) => standing === 'active' && (lamp === 'red' || lamp === 'yellow'))
    .sort((a, b) => Number(b.lamp === 'red') - Number(a.lamp === 'red') || overdue(b) - overdue(a) || a.key - b.key);
}

/** How many of the active projects have which lamp. */
export function lampCounts(cards: readonly Pick<Card, 'lamp' | 'standing'>[]): { red: number; yellow: number; green: number } {
  const counts = { red: 0, yellow: 0, green: 0 };
  for (const { lamp, standing } of cards) if (standing === 'active' && lamp) counts[lamp]++;
  return counts;
}

/** What a home shows of a card. */
export function homeProject(card: HomeProject): HomeProject {
  const { id, name, unitName, leaderName, lamp, reason, overrideReason, nextStep, openProblems, returned, missedLastWeek } = card;
  return { id, name, unitName, leaderName, lamp, reason, overrideReason, nextStep, openProblems, returned, missedLastWeek };
}
