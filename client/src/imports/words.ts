import { type Field, monthOfField, namedFields, stepOfField } from '#shared/imports/fields.ts';
import { failureOf } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';

/** What a list is called by its kind. */
export function useKindName(): (kind: string) => string {
  const { imports } = useMessages();
  return (kind) => Object.entries(imports.kind).find(([code]) => code === kind)?.[1] ?? '';
}

/** Why a file could not be read, where there is more to say than that. */
export function useUnreadable(): (error: unknown) => string | null {
  const { imports } = useMessages();
  const kindName = useKindName();
  return (error) => {
    const failure = failureOf(error);
    if (failure?.code !== 'FILE_UNREADABLE') return null;
    const { reason, kind } = failure.details;
    const { unreadable } = imports;
    if (reason === 'kind') return unreadable.kind(kindName(String(kind)));
    switch (reason) {
      case 'empty':
      case 'password':
      case 'no-list':
      case 'entities':
        return unreadable[reason];
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
