import { formatWan, yuan } from '#shared/kit/money.ts';
import { useMessages } from '../app/language.tsx';
import { useUnitOptions } from '../units/options.ts';

const amounts = new Set(['totalInvestment', 'annual', 'doneBeforeYear', 'doneThisWeek', 'doneThisYear', 'doneAtMonthEnd']);

/** A field's value as people read it: amounts in 万元, codes as words, nothing as nothing. A state's words are those of its record. */
export function useFieldText(entity = 'project'): (field: string, value: unknown) => string {
  const { projects, vocabulary } = useMessages();
  const units = useUnitOptions();
  const states: Record<string, Record<string, string>> = {
    step: vocabulary.approvalState,
    problem: vocabulary.problemState,
    return: vocabulary.returnState,
    decision: vocabulary.decisionState,
    flag: vocabulary.flagState,
  };
  const coded: Record<string, Record<string, string>> = {
    kind: vocabulary.kind,
    level: vocabulary.level,
    track: vocabulary.track,
    yearClass: vocabulary.yearClass,
    stage: vocabulary.stage,
    standing: vocabulary.standing,
    lamp: vocabulary.lamp,
    rung: vocabulary.problemRung,
    state: states[entity] ?? {},
    category: entity === 'problem' ? vocabulary.problemCategory : {},
  };
  return (field, value) => {
    if (value === null || value === undefined || value === '') return projects.record.history.nothing;
    if (field === 'unitId') return units.find((unit) => unit.value === value)?.label.trim() ?? String(value);
    if (typeof value === 'number' && amounts.has(field)) return formatWan(yuan(value));
    return coded[field]?.[String(value)] ?? String(value);
  };
}
