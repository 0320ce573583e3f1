import type { WordEdit, WordsToEdit } from '#shared/documents/edits.ts';
import { useMessages } from '../app/language.tsx';
import { Notice } from '../kit/Page.tsx';
import { TextArea } from '../kit/TextField.tsx';

/** Words typed so far, by the template that they replace. */
export type TypedWords = ReadonlyMap<string, string>;

/** Edits as typed words. */
export function typedOf(edits: readonly WordEdit[]): TypedWords {
  return new Map(edits.map(({ was, now }) => [was, now]));
}

/** Typed words as edits; what reads as it was drafted is none. */
export function editsOf(typed: TypedWords): WordEdit[] {
  return [...typed].filter(([was, now]) => was !== now).map(([was, now]) => ({ was, now }));
}

type WordFieldsProps = {
  paragraphs: readonly WordsToEdit[];
  typed: TypedWords;
  onTyped: (typed: TypedWords) => void;
  /** Edits whose paragraph is not drafted any more. */
  lost: readonly WordEdit[];
  disabled?: boolean;
};

/** A document's paragraphs to reword around their numbers {1}, {2}. */
export function WordFields({ paragraphs, typed, onTyped, lost, disabled = false }: WordFieldsProps) {
  const { kit, documents } = useMessages();
  return (
    <>
      {lost.map((edit) => (
        <Notice key={edit.was} look="yellow" title={documents.lost}>
          {edit.now}
        </Notice>
      ))}
      {paragraphs.map(({ lead, was, numbers }, at) => (
        <TextArea
          key={was}
          label={lead ?? documents.paragraph(at + 1)}
          hint={numbers.length > 0 ? kit.apart(numbers.map((number, nth) => `{${nth + 1}} = ${number}`)) : undefined}
          rows={Math.min(8, Math.max(2, Math.ceil(was.length / 26)))}
          changed={typed.has(was) && typed.get(was) !== was}
          disabled={disabled}
          value={typed.get(was) ?? was}
          onText={(now) => onTyped(new Map(typed).set(was, now))}
        />
      ))}
    </>
  );
}
