import { z } from 'zod';
import { Day, Month } from '../kit/calendar.ts';
import { idOf } from '../kit/ids.ts';
import { Money } from '../kit/money.ts';

/** 重点项目 | 灾后恢复重建项目 */
export const ProjectKind = z.enum(['key', 'reconstruction']);
export type ProjectKind = z.infer<typeof ProjectKind>;

/** 省 | 市 | 区级 */
export const Level = z.enum(['province', 'city', 'district']);
export type Level = z.infer<typeof Level>;

/** 审批制 (government-funded) | 核准制 | 备案制 */
export const Track = z.enum(['approval', 'verification', 'filing']);
export type Track = z.infer<typeof Track>;

/** 年度分类: the class in the year's list. Never read as a stage. */
export const YearClass = z.enum(['continued', 'new', 'finishing', 'reserve']);
export type YearClass = z.infer<typeof YearClass>;

/** 谋划 → 签约 → 前期手续 → 开工 → 在建 → 竣工 → 投产 → 达效 */
export const Stage = z.enum(['planned', 'signed', 'preparing', 'started', 'building', 'completed', 'producing', 'at-capacity']);
export type Stage = z.infer<typeof Stage>;

/** How far a stage lies: 谋划 0 … 达效 7. */
export function stageNumber(stage: Stage): number {
  return Stage.options.indexOf(stage);
}

/** 在库 | 停建 | 退出 */
export const Standing = z.enum(['active', 'suspended', 'withdrawn']);
export type Standing = z.infer<typeof Standing>;

/**
 * The national project code 投资项目代码: four digits of time, six of region, two, two, six.
 * Only its shape is known to be checkable (FACTS: check digit not published), so a misfit warns and never blocks.
 */
export const projectCodePattern = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/;

/** Two to 120 characters: what the office calls the project, in full. */
export const ProjectName = z.string().trim().min(2).max(120);

/** A project on record. Money in yuan; `plannedStart` and `plannedFinish` are months, because plans give no days. */
export const Project = z.strictObject({
  id: idOf('project'),
  /** A short number within the installation, for the wire and for people to read out. */
  key: z.number().int().positive(),
  districtId: idOf('unit'),
  unitId: idOf('unit'),
  code: z.string().max(40).nullable(),
  name: ProjectName,
  kind: ProjectKind,
  level: Level,
  track: Track,
  yearClass: YearClass,
  category: z.string().max(60).nullable(),
  location: z.string().max(120).nullable(),
  content: z.string().max(2000).nullable(),
  leaderName: z.string().max(40).nullable(),
  totalInvestment: Money,
  plannedStart: Month.nullable(),
  plannedFinish: Month.nullable(),
  actualStart: Day.nullable(),
  actualFinish: Day.nullable(),
  stage: Stage,
  standing: Standing,
  version: z.number().int().positive(),
});
export type Project = z.infer<typeof Project>;

const ByMonth = z.array(Money.nullable()).length(12).nullable();

/** 基线: a year's plan as the office approved it. It never changes; the plan beside it may. */
export const PlanBaseline = z.strictObject({
  annual: Money,
  byMonth: ByMonth,
  approvedOn: Day,
  /** Whoever approved it, by name. */
  approvedBy: z.string().max(40),
});
export type PlanBaseline = z.infer<typeof PlanBaseline>;

/** The year's plan 年度计划; `byMonth` (January first, yuan) overrides the linear 序时 where the project has its own. */
export const YearPlan = z.strictObject({
  id: idOf('yearPlan'),
  projectId: idOf('project'),
  year: z.number().int().min(2000).max(2100),
  annual: Money,
  byMonth: ByMonth,
  doneBeforeYear: Money,
  /** The class in this year's list where it is not the project's present one: set for a year to come, kept of a year gone. */
  yearClass: YearClass.nullable().default(null),
  /** Null until the office has approved the plan. */
  baseline: PlanBaseline.nullable().default(null),
  version: z.number().int().positive(),
});
export type YearPlan = z.infer<typeof YearPlan>;

/** A new project with this year's plan; `doneBeforeYear` is what was invested in it before this year, in yuan. */
export const CreateProject = Project.omit({ id: true, key: true, districtId: true, stage: true, standing: true, version: true }).extend({
  stage: Stage,
  annualPlan: Money,
  doneBeforeYear: Money,
});
export type CreateProject = z.infer<typeof CreateProject>;
