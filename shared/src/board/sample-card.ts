import { type Id, type IdKind, makeId } from '../kit/ids.ts';
import { wan } from '../kit/money.ts';
import type { Card } from './card.ts';

/** An id for a test, the same for the same number. */
export function sampleId<Kind extends IdKind>(kind: Kind, at: number): Id<Kind> {
  return makeId(kind, at.toString(16).padStart(32, '0'));
}

/** A card for the tests of the views: in building, returned this week, entered nowhere. */
export const sampleCard: Card = {
  id: sampleId('project', 1),
  key: 1,
  code: '2603-999999-04-01-118652',
  name: '北湖片区道路提升工程',
  initials: 'bhpqdltsgc',
  unitId: sampleId('unit', 0),
  unitName: '住建局',
  leaderName: '郑副区长',
  kind: 'key',
  track: 'approval',
  level: 'district',
  yearClass: 'continued',
  stage: 'building',
  standing: 'active',
  version: 1,
  lamp: 'yellow',
  reason: null,
  isOverridden: false,
  overrideReason: null,
  ruleLamp: 'yellow',
  totalInvestment: wan(50_000),
  basis: 'none',
  permit: 'none',
  isSignedOff: false,
  isVerified: false,
  yearPlan: wan(12_000),
  plannedToDate: wan(10_000),
  done: wan(9_000),
  openProblems: 0,
  nextStep: null,
  stepsNeeded: 0,
  returned: 'submitted',
  missedLastWeek: false,
  request: null,
  agenda: null,
  nomination: null,
  entry: null,
  flag: null,
  lastFlag: null,
};
