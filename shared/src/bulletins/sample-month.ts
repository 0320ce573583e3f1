import type { Document } from '../documents/model.ts';
import { textOf } from '../documents/numbers.ts';
import { day, Month } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { wan } from '../kit/money.ts';
import { draftBulletin } from './draft.ts';
import type { BulletinInput, BulletinRow } from './input.ts';

/** A project of a month in which all is well, but for what is said of it. */
export function project(index: number, changes: Partial<BulletinRow> = {}): BulletinRow {
  return {
    projectId: makeId('project', index.toString(16).padStart(32, '0')),
    name: `示例工程${index}`,
    unitName: '住建局',
    unitKind: 'bureau',
    leaderName: null,
    kind: 'key',
    level: 'district',
    track: null,
    category: null,
    yearClass: 'continued',
    stage: 'building',
    standing: 'active',
    yearPlan: wan(1000),
    plannedToDate: wan(800),
    doneThisYear: wan(800),
    doneSinceStart: wan(800),
    totalInvestment: wan(5000),
    lamp: 'green',
    reasons: [],
    previousLamp: null,
    nextStep: null,
    openProblems: 0,
    plannedStart: null,
    actualStart: null,
    actualFinish: null,
    stepsNeeded: 0,
    stepsDone: 0,
    stepsOwed: [],
    isRegistered: false,
    needsRegistration: false,
    ...changes,
  };
}

/** The bulletin of these projects for 2026-10, to issue. */
export function draft(rows: readonly BulletinRow[], changes: Partial<BulletinInput> = {}): Document {
  return draftBulletin({
    district: { name: '示例区', issuingOffice: '示例区重点办' },
    month: Month.parse('2026-10'),
    issue: { year: 2026, number: 10 },
    issuedOn: day('2026-11-03'),
    isDraft: false,
    rows,
    praise: [],
    criticise: [],
    previousMonthCounts: null,
    rectifyBy: null,
    ...changes,
  });
}

/** What a reader sees of the body, a line a block. */
export function bodyOf(document: Document): string {
  return document.blocks
    .map((block) => {
      if (block.type === 'heading') return block.text;
      if (block.type === 'paragraph') return `${block.lead?.text ?? ''}${textOf(block.inlines)}`;
      return '';
    })
    .join('\n');
}

/** Its headings, in order. */
export function headingsOf(document: Document): string[] {
  return document.blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : []));
}
