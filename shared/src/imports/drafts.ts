import type { Month } from '../kit/calendar.ts';
import { type Money, wan } from '../kit/money.ts';
import type { Level, Project, Stage, YearClass } from '../projects/schema.ts';
import type { Field } from './fields.ts';
import { type ImportReading, isOfProjects, listFinder } from './read.ts';
import type { KeyProjectRow, ReconstructionRow } from './rows.ts';
import type { ListLevel, ListStage } from './words.ts';

/** What one row says about a project in the product's own terms; null where it says nothing that can be used. */
export type RowDraft = {
  sheet: string;
  row: number;
  kind: Project['kind'];
  /** A part of the bundle in the row above: counted there, not a project of its own. */
  isPart: boolean;
  name: string | null;
  code: string | null;
  units: readonly string[];
  level: Level | null;
  yearClass: YearClass | null;
  /** Where a new project stands; one that is on record moves by its own gates, never by a list. */
  stage: Stage;
  category: string | null;
  location: string | null;
  content: string | null;
  leaderName: string | null;
  totalInvestment: Money | null;
  plannedStart: Month | null;
  plannedFinish: Month | null;
  startedIn: Month | null;
  finishedIn: Month | null;
  annual: Money | null;
  doneBeforeYear: Money | null;
  doneSinceStart: Money | null;
  /** Fields whose cell holds an error: what stands there is not used. */
  unusable: ReadonlySet<Field>;
};

const levels: Record<ListLevel, Level> = { 省: 'province', 市: 'city', 区: 'district', 县: 'district' };
const classes: Record<ListStage, YearClass> = { 续建: 'continued', 新开工: 'new', 竣工: 'finishing', 储备: 'reserve' };
const stages: Record<YearClass, Stage> = { continued: 'building', new: 'preparing', finishing: 'building', reserve: 'planned' };

/** The rows of a reading as drafts. A cell with an error counts as empty, so that no value passes that cannot be used. */
export function draftsOf(reading: ImportReading): RowDraft[] {
  // A list about projects on record makes no projects.
  if (!isOfProjects(reading)) return [];
  const unusable = unusableFields(reading);
  const of = (row: { sheet: string; row: number }): ReadonlySet<Field> => unusable.get(`${row.sheet}|${row.row}`) ?? new Set();
  switch (reading.kind) {
    case 'key-projects':
      return reading.rows.map((row) => keyDraft(row, of(row)));
    case 'reconstruction':
      return reading.rows.map((row) => rebuildDraft(row, of(row)));
  }
}

/** The fields of each row, by `sheet|row`, whose cell holds an error: what stands there is not used. */
export function unusableFields(reading: ImportReading): Map<string, Set<Field>> {
  const listOf = listFinder(reading.sheets);
  const found = new Map<string, Set<Field>>();
  for (const finding of reading.findings) {
    if (finding.severity !== 'error') continue;
    const columns = listOf(finding.sheet, finding.row)?.columns ?? [];
    const field = columns.find(({ letter }) => letter === finding.column)?.field;
    if (!field) continue;
    const key = `${finding.sheet}|${finding.row}`;
    found.set(key, new Set([...(found.get(key) ?? []), ...saidBy(field, (other) => columns.some((column) => column.field === other))]));
  }
  return found;
}

/** What is read from a column: where a list says only once when a project starts, or is finished, that is planned and true at once. */
function saidBy(field: Field, has: (field: Field) => boolean): Field[] {
  if (field === 'span') return ['planStart', 'planFinish', 'actualStart', 'actualFinish'];
  if (field === 'actualStart' && !has('planStart')) return ['actualStart', 'planStart'];
  return field === 'planFinish' && !has('actualFinish') ? ['planFinish', 'actualFinish'] : [field];
}

/** What of a row can be used, cell by cell. */
function usable(unusable: ReadonlySet<Field>) {
  const unless = <Value>(field: Field, value: Value | null): Value | null => (unusable.has(field) ? null : value);
  const money = (field: Field, amount: number | null): Money | null => {
    const said = unless(field, amount);
    return said === null ? null : wan(said);
  };
  return { unless, money };
}

type Own = Pick<
  RowDraft,
  'kind' | 'yearClass' | 'stage' | 'location' | 'plannedStart' | 'startedIn' | 'finishedIn' | 'doneBeforeYear' | 'doneSinceStart'
>;

/** A draft from what both kinds say alike and what is a kind's own; field by field, because lists are long. */
function draftOf(row: KeyProjectRow | ReconstructionRow, unusable: ReadonlySet<Field>, own: Own): RowDraft {
  const { unless, money } = usable(unusable);
  return {
    sheet: row.sheet,
    row: row.row,
    kind: own.kind,
    isPart: row.parentRow !== null,
    name: unless('name', row.name),
    code: unless('projectCode', row.projectCode),
    units: row.units,
    level: row.level === null ? null : levels[row.level],
    yearClass: own.yearClass,
    stage: own.stage,
    category: row.category,
    location: own.location,
    content: row.content,
    leaderName: row.leader,
    totalInvestment: money('totalInvestWan', row.totalInvestWan),
    plannedStart: own.plannedStart,
    plannedFinish: unless('planFinish', row.planFinish),
    startedIn: own.startedIn,
    finishedIn: own.finishedIn,
    annual: money('annualPlanWan', row.annualPlanWan),
    doneBeforeYear: own.doneBeforeYear,
    doneSinceStart: own.doneSinceStart,
    unusable,
  };
}

function keyDraft(row: KeyProjectRow, unusable: ReadonlySet<Field>): RowDraft {
  const { unless, money } = usable(unusable);
  const yearClass = row.stage === null ? null : classes[row.stage];
  const plannedStart = unless('planStart', row.planStart);
  const isUnderWay = yearClass === 'continued' || yearClass === 'finishing';
  return draftOf(row, unusable, {
    kind: row.list ?? 'key',
    yearClass,
    stage: stages[yearClass ?? 'new'],
    location: row.location,
    plannedStart,
    // What the year's list calls continued has started: the month it gives is then when.
    startedIn: isUnderWay && row.list !== 'reconstruction' ? plannedStart : null,
    finishedIn: null,
    doneBeforeYear: money('investDoneLastYearEndWan', row.investDoneLastYearEndWan),
    doneSinceStart: null,
  });
}

function rebuildDraft(row: ReconstructionRow, unusable: ReadonlySet<Field>): RowDraft {
  const { unless, money } = usable(unusable);
  const finished = unless('finished', row.finished) === true;
  const started = finished || row.started === true;
  return draftOf(row, unusable, {
    kind: row.list ?? 'reconstruction',
    yearClass: null,
    stage: finished ? 'completed' : started ? 'building' : 'preparing',
    location: row.location ?? row.county,
    plannedStart: unless('planStart', row.plannedStart),
    startedIn: started ? unless('actualStart', row.actualStart) : null,
    finishedIn: finished ? unless('actualFinish', row.actualFinish) : null,
    doneBeforeYear: null,
    doneSinceStart: money('investDoneWan', row.investDoneWan),
  });
}
