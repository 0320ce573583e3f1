import type { ChoiceGroup } from '../kit/choices.ts';
import { OptionList } from '../kit/OptionList.tsx';
import { useMessages } from './language.tsx';
import type { Find } from './search.ts';

type FindListProps = {
  id: string;
  groups: readonly ChoiceGroup<Find>[];
  active: Find | undefined;
  onPoint: (find: Find) => void;
  onChoose: (find: Find) => void;
};

/** What a text finds, below the field in the bar. */
export function FindList(props: FindListProps) {
  return <OptionList {...props} label={useMessages().app.search.label} />;
}
