import { z } from 'zod';
import type { ProjectFigures } from '../cuts/figures.ts';

/** What an item must have for a wording to be offered: an open step, an open problem, investment behind its plan; or nothing. */
export const WordingOccasion = z.enum(['always', 'step', 'problem', 'behind']);
export type WordingOccasion = z.infer<typeof WordingOccasion>;

/** What a wording may name of the item, and when there is such a thing. */
const named = { '{手续}': 'step', '{问题}': 'problem' } as const satisfies Record<string, WordingOccasion>;

/** Whether every name in a wording stands for something whenever it is offered. */
function namesWhatIsThere({ text, occasion }: { text: string; occasion: WordingOccasion }): boolean {
  return Object.entries(named).every(([name, needs]) => !text.includes(name) || occasion === needs);
}

/** A usual decision as the office words it; `{手续}` and `{问题}` in it become the item's own. */
export const DecisionWording = z
  .strictObject({
    /** On its button. */
    label: z.string().trim().min(1).max(8),
    occasion: WordingOccasion,
    text: z.string().trim().min(2).max(200),
  })
  .refine(namesWhatIsThere, { path: ['occasion'] });
export type DecisionWording = z.infer<typeof DecisionWording>;

/** A district's usual decisions in the order of their buttons; `version` 0 says that nobody has changed them. */
export const DecisionWordings = z.strictObject({ wordings: z.array(DecisionWording).min(1).max(24), version: z.number().int().min(0) });
export type DecisionWordings = z.infer<typeof DecisionWordings>;

/** Until the office says otherwise. Owner, helpers, deadline and supervisor have fields of their own, so no wording names them. */
export const usualWordings: DecisionWordings = {
  wordings: [
    { label: '限期办结', occasion: 'step', text: '专人对接、并联办理，按期办结{手续}' },
    { label: '解决问题', occasion: 'problem', text: '牵头解决“{问题}”，拿出具体方案并落实到人' },
    { label: '补齐进度', occasion: 'behind', text: '倒排工期，增加人员和设备，补齐滞后的投资进度' },
    { label: '容缺受理', occasion: 'step', text: '{手续}实行容缺受理，限期补齐要件' },
    { label: '现场办公', occasion: 'always', text: '组织有关单位现场办公，当场明确解决办法和责任人' },
    { label: '专题会议', occasion: 'always', text: '召开专题会议研究，形成意见后报项目办' },
    { label: '对上争取', occasion: 'always', text: '主动对接上级主管部门，争取支持并及时报告进展' },
    { label: '下次汇报', occasion: 'always', text: '继续推进，下次例会书面报告进展情况' },
  ],
  version: 0,
};

/** A wording ready to be taken: the item's own step and problem stand in it. */
export type ReadyWording = { label: string; text: string };

/** What a wording is chosen and filled by. */
type Worded = { figures: Pick<ProjectFigures, 'nextStep' | 'plannedToDate' | 'doneThisYear'>; problems: readonly { title: string }[] };

/** The wordings for an item, those that its own facts call for first. */
export function wordingsFor(project: Worded | null, { wordings }: Pick<DecisionWordings, 'wordings'>): ReadyWording[] {
  const step = project?.figures.nextStep?.name ?? null;
  const problem = project?.problems[0]?.title ?? null;
  const isBehind =
    project !== null && project.figures.plannedToDate !== null && project.figures.doneThisYear < project.figures.plannedToDate;
  const fits: Record<WordingOccasion, boolean> = { always: true, step: step !== null, problem: problem !== null, behind: isBehind };
  const ready = ({ label, text }: DecisionWording): ReadyWording => ({
    label,
    text: text.replaceAll('{手续}', () => step ?? '').replaceAll('{问题}', () => problem ?? ''),
  });
  const called = wordings.filter(({ occasion }) => occasion !== 'always' && fits[occasion]);
  return [...called, ...wordings.filter(({ occasion }) => occasion === 'always')].map(ready);
}

/** What was typed with a wording behind it, as one sentence. */
export function withWording(typed: string, wording: string): string {
  const before = typed.trim().replace(/[。；]$/, '');
  return before === '' ? wording : `${before}；${wording}`;
}
