import { z } from 'zod';
import type { ApprovalState } from '../approvals/schema.ts';
import type { Track } from './schema.ts';

/** How papers stand that a gate asks for, the worst of them where there are several. `none`: no such step is on record. */
export const PermitState = z.enum(['none', 'pending', 'tolerant', 'done']);
export type PermitState = z.infer<typeof PermitState>;

type NamedStep = { name: string; state: ApprovalState };

const open = new Set<ApprovalState>(['pending', 'accepted', 'supplement']);

function worstOf(steps: readonly NamedStep[]): PermitState {
  if (steps.length === 0) return 'none';
  if (steps.some((step) => open.has(step.state))) return 'pending';
  return steps.some((step) => step.state === 'tolerant') ? 'tolerant' : 'done';
}

/** How the construction permits among a project's steps stand; one that is not needed stands for done. */
export function permitOf(steps: readonly NamedStep[]): PermitState {
  return worstOf(steps.filter((step) => step.name.includes(PERMIT)));
}

/** What a construction permit is called in every list of steps, whatever else stands around it. */
export const PERMIT = '施工许可';

/** 立项依据: what a project of each track rests on, by the words in its steps' names. */
export const basisWords: { readonly [T in Track]: readonly string[] } = {
  approval: ['项目建议书', '可行性研究', '可研', '立项'],
  verification: ['核准'],
  filing: ['备案'],
};

/** A record 备案 of completion, of fire safety or of a contract is no filing of the project. */
const OTHER_RECORDS = /(竣工|验收|消防|合同|人防|招标)[^，、]{0,6}备案/;

/** How what a project rests on stands; one that is not needed stands for done. */
export function basisOf(steps: readonly NamedStep[], track: Track): PermitState {
  const isBasis = ({ name }: NamedStep) => basisWords[track].some((word) => name.includes(word)) && !OTHER_RECORDS.test(name);
  return worstOf(steps.filter(isBasis));
}
