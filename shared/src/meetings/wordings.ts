import type { ScreenProject } from './screen.ts';

/** The usual decisions, by what they do about an item. */
export type Wording = 'hasten' | 'catch-up' | 'resolve' | 'tolerate' | 'on-site' | 'special-meeting' | 'upward' | 'report';

/** A wording ready to be taken: the item's own step, problem and lag stand in it. */
export type UsualWording = { wording: Wording; text: string };

/**
 * The usual wordings for an item, those that its own facts call for first. Owner, helpers, deadline and supervisor have
 * fields of their own, so no wording names them.
 */
export function usualWordings(project: ScreenProject | null): UsualWording[] {
  const step = project?.figures.nextStep ?? null;
  const problem = project?.problems[0] ?? null;
  const isBehind =
    project !== null && project.figures.plannedToDate !== null && project.figures.doneThisYear < project.figures.plannedToDate;
  const own: UsualWording[] = [
    ...(step ? [{ wording: 'hasten' as const, text: `专人对接、并联办理，按期办结${step.name}` }] : []),
    ...(problem ? [{ wording: 'resolve' as const, text: `牵头解决“${problem.title}”，拿出具体方案并落实到人` }] : []),
    ...(isBehind ? [{ wording: 'catch-up' as const, text: '倒排工期，增加人员和设备，补齐滞后的投资进度' }] : []),
    ...(step ? [{ wording: 'tolerate' as const, text: `${step.name}实行容缺受理，限期补齐要件` }] : []),
  ];
  return [
    ...own,
    { wording: 'on-site', text: '组织有关单位现场办公，当场明确解决办法和责任人' },
    { wording: 'special-meeting', text: '召开专题会议研究，形成意见后报项目办' },
    { wording: 'upward', text: '主动对接上级主管部门，争取支持并及时报告进展' },
    { wording: 'report', text: '继续推进，下次例会书面报告进展情况' },
  ];
}

/** What was typed with a wording behind it, as one sentence. */
export function withWording(typed: string, wording: string): string {
  const before = typed.trim().replace(/[。；]$/, '');
  return before === '' ? wording : `${before}；${wording}`;
}
