import type { District } from '#shared/districts/schema.ts';
import type { Instant } from '#shared/kit/calendar.ts';
import { groupBy } from '#shared/kit/collections.ts';
import { type PunctualityLine, type ReturnPeriod, rankUnits, tallyReturns, weeksDue } from '#shared/returns/punctuality.ts';
import * as calendar from '../calendar/store.ts';
import type { Reader } from '../db/tables.ts';
import type { Reach } from '../trpc.ts';
import * as punctuality from './punctuality-store.ts';

type Asked = { district: District; reach: Reach; now: Instant; period: ReturnPeriod };

/** The weeks that a ledger of returns counts. */
export async function weeksOf(db: Reader, { district, now, period }: Omit<Asked, 'reach'>) {
  return weeksDue(period, now, district, await calendar.load(db));
}

/** 填报台账: every unit's line with its place among all; a unit sees its own, and of how many it is one. */
export async function punctualityOf(db: Reader, asked: Asked) {
  const { district, reach } = asked;
  const weeks = await weeksOf(db, asked);
  const counted = await punctuality.counted(db, { districtId: district.id, weeks });
  const tallies = tallyReturns(counted);
  const lines = rankUnits(
    [...groupBy(counted, ({ unitId }) => unitId)].flatMap(([unitId, [first]]) => {
      const tally = tallies.get(unitId);
      return first && tally ? [{ ...tally, unitId, unitName: first.unitName }] : [];
    }),
  );
  const isSeen = ({ unitId }: PunctualityLine) => reach.unitIds === null || reach.unitIds.includes(unitId);
  return { weeks, ranked: lines.length, lines: lines.filter(isSeen) };
}
