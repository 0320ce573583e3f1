import { formatWan, yuan } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';

const amounts = new Set(['totalInvestment', 'annual', 'doneBeforeYear', 'doneThisWeek', 'doneThisYear', 'doneAtMonthEnd']);

/** A field's value as people read it: amounts in 万元, codes as words, nothing as nothing. */
export function useFieldText(): (field: string, value: unknown) => string {
  const { projects, vocabulary } = useMessages();
  const coded: Record<string, Record<string, string>> = {
    kind: vocabulary.kind,
    level: vocabulary.level,
    track: vocabulary.track,
    yearClass: vocabulary.yearClass,
    stage: vocabulary.stage,
    standing: vocabulary.standing,
    lamp: vocabulary.lamp,
    rung: vocabulary.problemRung,
    state: { ...vocabulary.approvalState, ...vocabulary.problemState, ...vocabulary.returnState, ...vocabulary.flagState },
  };
  return (field, value) => {
    if (value === null || value === undefined || value === '') return projects.record.history.nothing;
    if (typeof value === 'number' && amounts.has(field)) return formatWan(yuan(value));
    return coded[field]?.[String(value)] ?? String(value);
  };
}
