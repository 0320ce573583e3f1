import { z } from 'zod';

/** What each kind of record's id begins with, so that a log line explains itself. */
export const idPrefixes = {
  unit: 'unt',
  account: 'acc',
  contact: 'ctc',
  display: 'dsp',
  project: 'prj',
  yearPlan: 'pln',
  weeklyReturn: 'ret',
  chase: 'chs',
  dispatch: 'dpt',
  approvalStep: 'stp',
  stepTemplate: 'tpl',
  problem: 'prb',
  problemAnswer: 'pan',
  registration: 'reg',
  siteVisit: 'vst',
  payment: 'pay',
  signoff: 'sig',
  meetingSeries: 'ser',
  meeting: 'mtg',
  agendaItem: 'agi',
  agendaRequest: 'agr',
  calendarFeed: 'clf',
  decision: 'dec',
  decisionAnswer: 'ans',
  remark: 'rmk',
  ruleSet: 'rul',
  lampOverride: 'ovr',
  lampExemption: 'exm',
  cut: 'cut',
  bulletin: 'bul',
  nomination: 'nom',
  inspection: 'ins',
  entry: 'ent',
  scoresheet: 'sco',
  flag: 'flg',
  document: 'doc',
  report: 'rpt',
  importBatch: 'imp',
  savedView: 'lvw',
  file: 'fil',
  attachment: 'att',
  taskForce: 'tsk',
} as const;
/** A kind of record that has ids. */
export type IdKind = keyof typeof idPrefixes;

/** The schema of one kind's id: a readable prefix and a UUIDv7 made in the app. */
export function idOf<Kind extends IdKind>(kind: Kind) {
  return z
    .string()
    .regex(new RegExp(`^${idPrefixes[kind]}_[0-9a-f]{32}$`))
    .brand<Kind>();
}

/** The branded id of one kind of record. */
export type Id<Kind extends IdKind> = z.infer<ReturnType<typeof idOf<Kind>>>;

/** Makes an id from 32 hexadecimal digits that the caller drew. */
export function makeId<Kind extends IdKind>(kind: Kind, hex: string): Id<Kind> {
  return `${idPrefixes[kind]}_${hex}` as Id<Kind>;
}
