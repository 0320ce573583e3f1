import type { Role } from '../accounts/schema.ts';
import type { Group, Inspection } from '../inspections/schema.ts';
import { type Contender, formatScore, type Standing } from '../inspections/score.ts';
import { addQuarters, type Quarter } from '../kit/calendar.ts';
import type { Refusal } from '../kit/errors.ts';
import type { Lamp } from '../lamps/schema.ts';
import type { Flag, FlagColour, FlagState } from './schema.ts';

/** What carries a flag on, or takes it back. */
export type FlagAct = 'review' | 'sign' | 'announce' | 'withdraw';

type FlagMove = {
  from: readonly FlagState[];
  to: FlagState | null;
  roles: readonly Role[];
};

/** 拟评 → 联席评定 (the office records its result) → 签批 (a leader) → 公布. What is signed is not taken back here. */
export const flagMoves: Record<FlagAct, FlagMove> = {
  review: { from: ['proposed'], to: 'reviewed', roles: ['office'] },
  sign: { from: ['reviewed'], to: 'signed', roles: ['leader'] },
  announce: { from: ['signed'], to: 'announced', roles: ['office'] },
  withdraw: { from: ['proposed', 'reviewed'], to: null, roles: ['office'] },
};

/** Why a black flag cannot rest on this: who receives one may ask what for. */
export function whyNotBasis(colour: FlagColour, basis: string): Refusal<'basis-missing'> | null {
  return colour === 'black' && basis.trim() === '' ? { reason: 'basis-missing' } : null;
}

/** Why a project cannot be proposed for a flag: only what the quarter's inspection rates, and once. */
export function whyNotPropose(
  entry: { projectId: string } | null,
  existing: Pick<Flag, 'colour' | 'state'> | null,
  proposal: Pick<Flag, 'colour' | 'basis'>,
): Refusal<'not-an-entry' | 'already-flagged' | 'basis-missing'> | null {
  if (!entry) return { reason: 'not-an-entry' };
  if (existing)
    return {
      reason: 'already-flagged',
      colour: existing.colour,
      state: existing.state,
    };
  return whyNotBasis(proposal.colour, proposal.basis);
}

/** Why somebody cannot carry a flag on. The joint review looks at final scores, so it waits for their end. */
export function whyNotMoveFlag(
  flag: Pick<Flag, 'state'>,
  act: FlagAct,
  role: Role,
  inspection: Pick<Inspection, 'state'> | null,
): Refusal<'flag-not-in-state' | 'flag-not-yours' | 'inspection-not-closed'> | null {
  const move = flagMoves[act];
  if (!move.roles.includes(role)) return { reason: 'flag-not-yours', act };
  if (!move.from.includes(flag.state)) return { reason: 'flag-not-in-state', state: flag.state, act };
  return act === 'review' && inspection?.state !== 'closed' ? { reason: 'inspection-not-closed' } : null;
}

/** Why flags cannot be proposed by rule: a ranking that may still change is none. */
export function whyNotProposeByRule(inspection: Pick<Inspection, 'state'> | null): Refusal<'inspection-not-closed'> | null {
  return inspection?.state === 'closed' ? null : { reason: 'inspection-not-closed' };
}

/** A ranked entry with what the rule asks of its project. */
export type Candidate = Contender & { projectId: Flag['projectId'] };

/** What the rule says of the two ends of a group. */
export type Verdict<Entry extends Contender> = {
  entry: Entry;
  colour: FlagColour;
  /** `proposed`; `spared`: last, but its target was met or nothing is known; `undecided`: shared ranks overrun the quota. */
  outcome: 'proposed' | 'spared' | 'undecided';
  basis: string;
};

/**
 * 拟评 by rule, group by group: the first `redPerGroup` red; of the last `blackPerGroup` those that have also missed
 * their target black (“后几名且未完成”, as 绵阳 publishes it). Red goes first: nobody receives both.
 */
export function proposeByRule<Entry extends Contender>(
  ranking: readonly {
    groupId: Group['id'];
    standings: readonly Standing<Entry>[];
  }[],
  inspection: Pick<Inspection, 'groups' | 'redPerGroup' | 'blackPerGroup'>,
  missedTarget: (entry: Entry) => { missed: boolean; because: string },
): Verdict<Entry>[] {
  return ranking.flatMap(({ groupId, standings }) => {
    const name = inspection.groups.find((group) => group.id === groupId)?.name ?? '';
    const rated = standings.filter((standing) => standing.rank !== null);
    const best = endOf(rated, inspection.redPerGroup);
    const reds = best.map(({ standing, isOverrun }): Verdict<Entry> => {
      return {
        entry: standing.entry,
        colour: 'red',
        outcome: isOverrun ? 'undecided' : 'proposed',
        basis: basisOf(name, standing, rated.length),
      };
    });
    const rest = rated.filter((standing) => !best.some((one) => one.standing === standing));
    const blacks = endOf([...rest].reverse(), inspection.blackPerGroup).map(({ standing, isOverrun }): Verdict<Entry> => {
      const { missed, because } = missedTarget(standing.entry);
      const outcome = !missed ? 'spared' : isOverrun ? 'undecided' : 'proposed';
      return {
        entry: standing.entry,
        colour: 'black',
        outcome,
        basis: `${basisOf(name, standing, rated.length)}；${because}`,
      };
    });
    return [...reds, ...blacks];
  });
}

/** The first so many from one end, with all that share the last one's rank; those are overrun where they do not fit. */
function endOf<Entry extends Contender>(
  standings: readonly Standing<Entry>[],
  quota: number,
): { standing: Standing<Entry>; isOverrun: boolean }[] {
  const last = standings[quota - 1];
  if (quota === 0 || standings.length === 0) return [];
  if (!last) return standings.map((standing) => ({ standing, isOverrun: false }));
  const sharing = standings.filter((standing) => standing.rank === last.rank);
  const before = standings.slice(0, quota).filter((standing) => standing.rank !== last.rank);
  const isOverrun = before.length + sharing.length > quota;
  return [...before.map((standing) => ({ standing, isOverrun: false })), ...sharing.map((standing) => ({ standing, isOverrun }))];
}

function basisOf(groupName: string, standing: Standing<Contender>, of: number): string {
  const place = standing.rank === of && of > 1 ? `末位（第${standing.rank}名，共${of}个）` : `第${standing.rank}名（共${of}个）`;
  return `${groupName}${place}${standing.score ? `，得分 ${formatScore(standing.score.total)}` : ''}`;
}

const lampWords: Record<Lamp, string> = {
  red: '红灯',
  yellow: '黄灯',
  green: '绿灯',
};

/** Whether a project has missed its target by the last month that was cut; without a lamp nothing is held against it. */
export function missedByLamp(lamp: Lamp | null, monthNumber: number | null): { missed: boolean; because: string } {
  if (lamp === null || monthNumber === null) return { missed: false, because: '尚无已定格月份的评灯' };
  return {
    missed: lamp !== 'green',
    because: `${monthNumber}月${lampWords[lamp]}`,
  };
}

/** For how many quarters in a row, this one included, a holder has had a flag of this colour. */
export function streak(earlier: readonly Pick<Flag, 'quarter' | 'colour'>[], colour: FlagColour, quarter: Quarter): number {
  let count = 1;
  for (
    let previous = addQuarters(quarter, -1);
    earlier.some((flag) => flag.quarter === previous && flag.colour === colour);
    previous = addQuarters(previous, -1)
  )
    count++;
  return count;
}

/** What a row of flags leads to. `talk` 约谈: the unit's head is asked in. */
export type Consequence = 'talk';

/** Two black flags in a row lead to a talk. The office is told; it decides and writes the letter. */
export function consequenceOf(colour: FlagColour, quartersInRow: number): Consequence | null {
  return colour === 'black' && quartersInRow >= 2 ? 'talk' : null;
}
