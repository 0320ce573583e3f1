/** What a column of a list can mean. `span` is start and finish in one cell. */
export const fields = [
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
  'started',
  'finished',
  'status',
  'unit',
  'leader',
  'level',
  'stage',
  'remark',
] as const;
/** One meaning of a column. The names on `Wan` and the funds hold 万元, whatever the list's own unit is. */
export type Field = (typeof fields)[number];

/** The fields that hold money, so that they have a unit and are added up in totals. */
export const amountFields: readonly Field[] = fields.filter((field) => field.endsWith('Wan') || field.startsWith('funds.'));

/** The kinds of list that offices keep. */
export const importKinds = ['key-projects', 'reconstruction', 'weekly', 'approvals', 'monthly'] as const;
/** What a list is a list of; the weekly, approval and monthly ones are recognised, so that they can be turned away by name. */
export type ImportKind = (typeof importKinds)[number];

/** The kinds that the reading understands so far. */
export const readableKinds = ['key-projects', 'reconstruction'] as const;
/** A kind of list whose rows can be written. */
export type ReadableKind = (typeof readableKinds)[number];

/** Whether the reading understands a kind. */
export function isReadable(kind: ImportKind): kind is ReadableKind {
  return kind === 'key-projects' || kind === 'reconstruction';
}
