import { addWorkdays, type WorkCalendar } from '../calendar/workdays.ts';
import { addDays, type Day, lastDayOfQuarter, type Quarter } from '../kit/calendar.ts';
import type { Project } from '../projects/schema.ts';
import type { Criterion, Group, Inspection } from './schema.ts';

/** The scoresheet that a new inspection starts with; the office edits it. Its order also settles equal scores. */
export const presetCriteria: readonly Criterion[] = [
  { id: 'investment', name: '投资进度', hint: '对照序时计划', weight: 30 },
  { id: 'works', name: '形象进度', hint: '对照当月节点', weight: 25 },
  { id: 'approvals', name: '手续办理', hint: '应办与办结', weight: 20 },
  { id: 'site', name: '现场管理', hint: '安全、扬尘、围挡', weight: 15 },
  {
    id: 'rectification',
    name: '问题整改',
    hint: '上季问题与黑旗整改',
    weight: 10,
  },
];

/** Groups are ranked apart; no published rule mixes them. */
export const presetGroups: readonly Group[] = [
  { id: 'industry', name: '甲组 产业项目' },
  { id: 'livelihood', name: '乙组 民生与基础设施' },
  { id: 'reconstruction', name: '丙组 灾后重建' },
];

/** Words in a project's category that make it an industrial one. */
const industrial =
  /产业|工业|制造|装备|加工|园区|仓储|物流|能源|光伏|风电|储能|电池|材料|化工|食品|医药|旅游|商贸|数据|科技|新兴|冶金|建材|煤|矿/;

/** The group that a project falls into unless the office says otherwise; the first one where the preset's is gone. */
export function groupFor(project: Pick<Project, 'kind' | 'category'>, groups: readonly Group[]): Group['id'] {
  const preset = project.kind === 'reconstruction' ? 'reconstruction' : industrial.test(project.category ?? '') ? 'industry' : 'livelihood';
  const group = groups.find((one) => one.id === preset) ?? groups[0];
  return group ? group.id : preset;
}

/** Ten days before the quarter ends, or the last working day before: late enough to see the quarter's work, early enough to award it. */
function presetDay(quarter: Quarter, calendar: WorkCalendar): Day {
  return addWorkdays(calendar, addDays(lastDayOfQuarter(quarter), -9), -1).day;
}

/** The inspection that a quarter has as long as nobody has planned one. */
export function presetInspection(
  districtId: Inspection['districtId'],
  quarter: Quarter,
  calendar: WorkCalendar,
): Omit<Inspection, 'id' | 'version'> {
  return {
    districtId,
    quarter,
    day: presetDay(quarter, calendar),
    state: 'planned',
    criteria: [...presetCriteria],
    groups: [...presetGroups],
    redPerGroup: 1,
    blackPerGroup: 1,
    closedAt: null,
  };
}
