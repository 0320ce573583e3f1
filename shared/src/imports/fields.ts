/** What a column of a list can mean, but for the months and the approval steps. `span` is start and finish in one cell. */
export const namedFields = [
  'seq',
  'name',
  'projectCode',
  'category',
  'county',
  'location',
  'owner',
  'rebuildType',
  'content',
  'totalInvestWan',
  'annualPlanWan',
  'investDoneLastYearEndWan',
  'investDoneWan',
  'bondQuotaWan',
  'funds.central',
  'funds.province',
  'funds.city',
  'funds.district',
  'funds.bond',
  'funds.local',
  'yearGoal',
  'preWork',
  'progress',
  'issue',
  'span',
  'planStart',
  'actualStart',
  'planFinish',
  'actualFinish',
  'started',
  'finished',
  'status',
  'unit',
  'leader',
  'list',
  'level',
  'stage',
  'lastCumWan',
  'weekWan',
  'cumWan',
  'monthEndWan',
  'cumDoneWan',
  'percent',
  'weekProgress',
  'nextStep',
  'helpFrom',
  'request',
  'light',
  'remark',
] as const;
/** A meaning with a name of its own. */
export type NamedField = (typeof namedFields)[number];

/** The four rows of months that a plan by month can have: planned and done, of the month alone or from January on. */
export const monthSeries = ['planByMonthWan', 'doneByMonthWan', 'cumPlanByMonthWan', 'cumDoneByMonthWan'] as const;
/** One row of months. */
export type MonthSeries = (typeof monthSeries)[number];
/** The place of a month in its row: January is 0. */
export const monthPlaces = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
/** A month of a series. */
export type MonthField = `${MonthSeries}.${(typeof monthPlaces)[number]}`;

/** The approval steps that lists of approvals follow, by their fixed keys. */
export const stepKeys = [
  'lixiang',
  'yudi',
  'huanping',
  'jieneng',
  'shuibao',
  'guihua1',
  'chushe',
  'guihua2',
  'shigongtu',
  'shigong',
] as const;
/** One approval step. */
export type StepKey = (typeof stepKeys)[number];
/** What one column of a step's group holds, where the step does not fill one cell. */
export const stepParts = ['status', 'date', 'docNo', 'promiseBy'] as const;
/** One part of a step. */
export type StepPart = (typeof stepParts)[number];
/** A step in one cell, or one part of it. */
export type StepField = `steps.${StepKey}` | `steps.${StepKey}.${StepPart}`;

/** One meaning of a column. The names on `Wan`, the months and the funds hold 万元, whatever the list's own unit is. */
export type Field = NamedField | MonthField | StepField;

/** Everything that a column of a list can mean. */
export const fields: readonly Field[] = [
  ...namedFields,
  ...monthSeries.flatMap((series) => monthPlaces.map((place): MonthField => `${series}.${place}`)),
  ...stepKeys.flatMap((key): StepField[] => [`steps.${key}`, ...stepParts.map((part): StepField => `steps.${key}.${part}`)]),
];

/** The series and the month that a field is of; null for any other field. */
export function monthOfField(field: Field): { series: MonthSeries; place: (typeof monthPlaces)[number] } | null {
  const [name, number] = field.split('.');
  const series = monthSeries.find((candidate) => candidate === name);
  const place = monthPlaces.find((candidate) => String(candidate) === number);
  return series === undefined || place === undefined ? null : { series, place };
}

/** The step that a field is of, and which part of it; `part` is null for a step in one cell. Null for any other field. */
export function stepOfField(field: Field): { key: StepKey; part: StepPart | null } | null {
  const [prefix, name, last] = field.split('.');
  const key = stepKeys.find((candidate) => prefix === 'steps' && candidate === name);
  return key === undefined ? null : { key, part: stepParts.find((part) => part === last) ?? null };
}

const amounts: ReadonlySet<Field> = new Set(fields.filter((field) => /Wan(\.|$)|^funds\./.test(field)));

/** Whether a field holds money, so that it has a unit and is added up in totals. */
export function isAmount(field: Field): boolean {
  return amounts.has(field);
}

/** The kinds of list that offices keep. */
export const importKinds = ['key-projects', 'reconstruction', 'weekly', 'approvals', 'monthly'] as const;
/** What a list is a list of: projects, or what was done about projects that are on record. */
export type ImportKind = (typeof importKinds)[number];
