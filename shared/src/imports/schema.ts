import { z } from 'zod';
import { Day, Month, Week } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { ProjectKind } from '../projects/schema.ts';
import { fields, stepKeys } from './fields.ts';
import { type FindingCode, FindingParams, findingSeverities, Severity } from './findings.ts';
import { MoneyUnit } from './money-units.ts';
import type { ImportReading } from './read.ts';
import type { ApprovalsRow, KeyProjectRow, MonthlyRow, ReconstructionRow, WeeklyRow } from './rows.ts';

const text = z.string().nullable();
const amount = z.number().nullable();
const codes = Object.keys(findingSeverities);
const isFindingCode = (code: string): code is FindingCode => codes.includes(code);

const ListRow = z.object({
  sheet: z.string(),
  row: z.number().int(),
  seq: text,
  name: text,
  unit: text,
  units: z.array(z.string()),
  remark: text,
  parentRow: z.number().int().nullable(),
  level: z.enum(['省', '市', '区', '县']).nullable(),
  totalInvestWan: amount,
  annualPlanWan: amount,
  planStart: Month.nullable(),
  planFinish: Month.nullable(),
});
const ProjectRow = ListRow.extend({ projectCode: text, category: text, location: text, content: text, leader: text }).extend({
  // A reading kept before this was read has none.
  list: ProjectKind.nullable().default(null),
});
const stage = z.enum(['续建', '新开工', '竣工', '储备']);

const KeyRow = ProjectRow.extend({
  investDoneLastYearEndWan: amount,
  bondQuotaWan: amount,
  preWork: text,
  yearGoal: text,
  stage: stage.nullable(),
}) satisfies z.ZodType<KeyProjectRow>;

const status = z.enum(['未开工', '在建', '已竣工']);
const RebuildRow = ProjectRow.extend({
  county: text,
  owner: text,
  rebuildType: text,
  funds: z.object({ central: amount, province: amount, city: amount, district: amount, bond: amount, local: amount }),
  started: z.boolean().nullable(),
  finished: z.boolean().nullable(),
  actualStart: Month.nullable(),
  // A reading kept before these were read has neither.
  plannedStart: Month.nullable().default(null),
  actualFinish: Month.nullable().default(null),
  investDoneWan: amount,
  progress: text,
  issue: text,
  status: status.nullable(),
  stage: status.nullable(),
}) satisfies z.ZodType<ReconstructionRow>;

const match = z.object({
  how: z.enum(['exact', 'similar', 'none']),
  projectId: idOf('project').nullable(),
  name: text,
  sheet: text,
  row: z.number().int().nullable(),
});
const FollowedRow = ListRow.extend({ stage: z.union([stage, status]).nullable(), match: match.nullable() });

const Weekly = FollowedRow.extend({
  lastCumWan: amount,
  weekWan: amount,
  cumWan: amount,
  percent: amount,
  weekProgress: text,
  issue: text,
  nextStep: text,
  helpFrom: text,
  // A reading kept before these were read has neither.
  request: text.default(null),
  monthEndWan: amount.default(null),
  light: z.enum(['红', '黄', '绿']).nullable(),
}) satisfies z.ZodType<WeeklyRow>;

const Approvals = FollowedRow.extend({
  projectCode: text,
  steps: z.array(
    z.object({
      step: z.enum(stepKeys),
      name: z.string(),
      status: z.enum(['done', 'in_progress', 'deferred', 'not_needed', 'not_started', 'unknown']),
      date: Day.nullable(),
      docNo: text,
      promiseBy: Month.nullable(),
      column: z.string(),
    }),
  ),
  stepsNeeded: z.number().int(),
  stepsDone: z.number().int(),
  stepsDoneRate: amount,
}) satisfies z.ZodType<ApprovalsRow>;

const byMonth = z.array(amount).length(12).nullable();
const Monthly = FollowedRow.extend({
  planByMonthWan: byMonth,
  doneByMonthWan: byMonth,
  cumPlanByMonthWan: byMonth,
  cumDoneByMonthWan: byMonth,
  cumDoneWan: amount,
  percent: amount,
}) satisfies z.ZodType<MonthlyRow>;

const Sheet = z.object({
  name: z.string(),
  role: z.enum(['list', 'summary', 'hidden', 'left-out']),
  title: z.string(),
  headerRows: z.array(z.number().int()),
  columns: z.array(
    z.object({
      index: z.number().int(),
      letter: z.string(),
      header: z.string(),
      field: z.enum(fields).nullable(),
      unit: MoneyUnit.nullable(),
      hidden: z.boolean(),
    }),
  ),
  rows: z.number().int(),
});

const Finding = z.object({
  sheet: z.string(),
  row: z.number().int().nullable(),
  column: text,
  code: z.custom<FindingCode>((code) => typeof code === 'string' && isFindingCode(code)),
  severity: Severity,
  params: FindingParams,
});

const common = {
  year: z.number().int().nullable(),
  // A reading kept before these were read has neither.
  asOf: Day.nullable().default(null),
  week: Week.nullable().default(null),
  sheets: z.array(Sheet),
  findings: z.array(Finding),
};

/** A reading as it is kept between its preview and its application. */
export const StoredReading = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('key-projects'), rows: z.array(KeyRow), ...common }),
  z.object({ kind: z.literal('reconstruction'), rows: z.array(RebuildRow), ...common }),
  z.object({ kind: z.literal('weekly'), rows: z.array(Weekly), ...common }),
  z.object({ kind: z.literal('approvals'), rows: z.array(Approvals), ...common }),
  z.object({ kind: z.literal('monthly'), rows: z.array(Monthly), ...common }),
]) satisfies z.ZodType<ImportReading>;

/** A row of a workbook: its sheet and its number there. */
export const RowPlace = z.strictObject({ sheet: z.string().max(60), row: z.number().int().positive() });
export type RowPlace = z.infer<typeof RowPlace>;

/** Writes the rows of a previewed workbook, all together or none. */
export const ApplyImport = z.strictObject({
  id: idOf('importBatch'),
  /** Names the preview that the person saw: where the records have changed since, nothing is applied. */
  basis: z.string().regex(/^[0-9a-f]{64}$/),
  /** Not given: every row that can be used. */
  rows: z.array(RowPlace).min(1).max(10_000).optional(),
});
export type ApplyImport = z.infer<typeof ApplyImport>;

/** Takes an import back as a whole. */
export const UndoImport = z.strictObject({ id: idOf('importBatch') });
