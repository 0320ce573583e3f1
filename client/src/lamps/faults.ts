import type { DraftFault } from '#shared/lamps/draft.ts';
import { useMessages } from '../app/language.tsx';

/** What to say beside the field at a path; null where nothing is wrong with it, or it was not asked yet. */
export type FaultAt = (path: string) => string | null;

const numbers = new Set(['value', 'tolerance']);

/**
 * What is wrong, field by field. What a choice has broken is said at once; what is only not typed yet, once somebody has
 * asked for the whole.
 */
export function useFaults(faults: readonly DraftFault[], isAsked: boolean): FaultAt {
  const { ruleForm: words, ruleText } = useMessages();

  function textOf({ path, code, reason }: DraftFault): string {
    const field = path.split('.').at(-1) ?? '';
    if (code === 'custom') return ruleText.reasons[reason] ?? ruleText.other;
    if (numbers.has(field)) return words.needsNumber;
    if (field === 'leastYearPlan') return words.needsAmount;
    if (code === 'too_small') return words.empty;
    if (code === 'too_big') return words.tooLong;
    if (field === 'url') return words.needsAddress;
    if (field === 'id') return words.needsId;
    return ruleText.codes[code] ?? ruleText.other;
  }

  return (path) => {
    const fault = faults.find((one) => one.path === path && (isAsked || one.code === 'custom'));
    return fault ? textOf(fault) : null;
  };
}
