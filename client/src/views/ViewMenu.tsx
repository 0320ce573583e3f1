import { Suspense, useState } from 'react';
import { whyNotKeepView } from '#shared/views/rules.ts';
import type { Look, SavedView } from '#shared/views/schema.ts';
import { type Action, useActions } from '../app/actions.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { Menu, type MenuGroup, type MenuItem } from '../kit/Menu.tsx';
import { part } from '../kit/part.ts';
import { useToast } from '../kit/Toast.tsx';
import { useViewActs, useViews } from './data.ts';

const KeepDialog = part(async () => (await import('./KeepDialog.tsx')).KeepDialog);

type ViewMenuProps = {
  /** How the page is looked at now. */
  look: Look;
  /** A look as an address writes it: the same for the same look, however it came about. */
  queryOf: (look: Look) => string;
  onChoose: (view: SavedView) => void;
  /** Back to the look that nobody has chosen. */
  onUsual: () => void;
  /** What else the page lets choose beside its views. */
  more?: MenuGroup;
  size?: 'small' | 'normal';
  isAsked?: boolean;
};

/** The views under a name: to choose one, keep the present one, bring a kept one up to date, or go back to the default. */
export function ViewMenu({ look, queryOf, onChoose, onUsual, more, size = 'small', isAsked = false }: ViewMenuProps) {
  const messages = useMessages();
  const words = messages.views;
  const { actor } = useSession();
  const toast = useToast();
  const views = useViews(look.place).data ?? [];
  const { keep, remove } = useViewActs(look.place);
  const [isNaming, setNaming] = useState(false);
  const [lastChosen, setLastChosen] = useState<SavedView['id'] | null>(null);
  const query = queryOf(look);
  const isPresent = (saved: SavedView) => queryOf(saved) === query;
  const fail = (error: unknown) => toast({ tone: 'failure', text: errorSentence(error, messages) });
  // The one to bring up to date: the one that was chosen last, else the one that is shown.
  const present = views.find((saved) => saved.id === lastChosen) ?? views.find(isPresent);

  function choose(saved: SavedView): void {
    setLastChosen(saved.id);
    onChoose(saved);
  }

  function itemOf(saved: SavedView): MenuItem {
    return { key: saved.id, label: saved.name, checked: isPresent(saved), onSelect: () => choose(saved) };
  }

  const acts: MenuItem[] = [{ key: 'keep', label: words.keep, icon: 'plus', onSelect: () => setNaming(true) }];
  if (present && actor && whyNotKeepView(present, actor) === null) {
    const { name, version, id, isShared } = present;
    const renewed = { ...look, id, name, isShared, version };
    acts.push({ key: 'renew', label: words.renew(name), icon: 'check', onSelect: () => keep.mutate(renewed, { onError: fail }) });
    acts.push({
      key: 'remove',
      label: words.remove(name),
      icon: 'trash',
      danger: true,
      onSelect: () => remove.mutate({ id, version }, { onError: fail, onSuccess: () => toast({ text: words.removed(name) }) }),
    });
  }
  acts.push({ key: 'usual', label: words.usual, icon: 'back', onSelect: onUsual });
  const groups: MenuGroup[] = [
    { title: words.office, items: views.filter((saved) => saved.isShared).map(itemOf) },
    { title: words.own, items: views.filter((saved) => !saved.isShared).map(itemOf) },
    { items: acts },
    ...(more ? [more] : []),
  ];
  useActions(words.title, [
    ...views.map((saved): Action => ({ id: saved.id, label: saved.name, run: () => choose(saved) })),
    { id: 'keep', label: words.keep, run: () => setNaming(true) },
  ]);
  return (
    <>
      <Menu
        label={words.title}
        isAsked={isAsked}
        trigger={
          <Button size={size} icon="eye">
            {views.find(isPresent)?.name ?? words.title}
          </Button>
        }
        groups={groups.filter((group) => group.items.length > 0)}
      />
      {isNaming && (
        <Suspense fallback={null}>
          <KeepDialog look={look} isOffice={actor?.role === 'office'} onClose={() => setNaming(false)} />
        </Suspense>
      )}
    </>
  );
}
