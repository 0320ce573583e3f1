import type { RowNote } from '#shared/imports/changes.ts';
import { type Field, monthOfField, namedFields, stepOfField } from '#shared/imports/fields.ts';
import { formatWan, yuan } from '#shared/kit/money.ts';
import { Lamp as lamps } from '#shared/lamps/schema.ts';
import { failureOf, refusalSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';

/** What a list is called by its kind. */
export function useKindName(): (kind: string) => string {
  const { imports } = useMessages();
  return (kind) => Object.entries(imports.kind).find(([code]) => code === kind)?.[1] ?? '';
}

/** Why a file could not be read, where there is more to say than that. */
export function useUnreadable(): (error: unknown) => string | null {
  const { imports } = useMessages();
  return (error) => {
    const failure = failureOf(error);
    if (failure?.code !== 'FILE_UNREADABLE') return null;
    const { reason, sheets } = failure.details;
    const { unreadable, hiddenList } = imports;
    switch (reason) {
      case 'empty':
      case 'password':
      case 'no-list':
      case 'entities':
        return unreadable[reason];
      case 'hidden-list':
        return hiddenList(String(sheets));
      case 'no-table':
        return unreadable['no-list'];
      default:
        return unreadable.damaged;
    }
  };
}

/** What a column means, in the reader's words. */
export function useFieldName(): (field: Field) => string {
  const { imports } = useMessages();
  return (field) => {
    const month = monthOfField(field);
    if (month) return imports.month(month.place + 1, month.series);
    const step = stepOfField(field);
    if (step) return step.part === null ? imports.step[step.key] : imports.stepOf(imports.step[step.key], imports.stepPart[step.part]);
    const name = namedFields.find((candidate) => candidate === field);
    return name === undefined ? field : imports.meanings[name];
  };
}

const amounts = new Set(['done-differs']);

/** A remark on a row as a sentence: its codes as words, its amounts in 万元, a rule's reason in the rule's own words. */
export function useNoteText(): (note: RowNote) => string {
  const messages = useMessages();
  const { imports, vocabulary } = messages;
  return ({ code, facts = {}, refusal }) => {
    const word = (key: string): string => {
      const fact = facts[key];
      if (typeof fact === 'number') return amounts.has(code) ? formatWan(yuan(fact)) : String(fact);
      return lamps.options.find((lamp) => lamp === fact) ? vocabulary.lamp[lamps.parse(fact)] : (fact ?? '');
    };
    const why = refusal ? refusalSentence(refusal, messages) : '';
    return imports.preview.notes[code]({ name: word('name'), listed: word('listed'), recorded: word('recorded'), step: word('step'), why });
  };
}
