import { useState } from 'react';
import type { LedgerName } from '#shared/ledgers/records.ts';
import { whyNotKeepView } from '#shared/ledgers/rules.ts';
import { defaultView, type LedgerView, Paper, type SavedView, viewToQuery } from '#shared/ledgers/view.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import { Menu, type MenuGroup, type MenuItem } from '../kit/Menu.tsx';
import { TextField } from '../kit/TextField.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useViews } from './data.ts';
import { useViewActs } from './mutations.ts';

type ViewMenuProps = { name: LedgerName; view: LedgerView; onView: (view: LedgerView) => void };

/** The views under a name: to choose one, keep the present one, bring a kept one up to date, or go back to the default. */
export function ViewMenu({ name, view, onView }: ViewMenuProps) {
  const messages = useMessages();
  const { ledgers } = messages;
  const { actor } = useSession();
  const toast = useToast();
  const views = useViews(name).data ?? [];
  const { keep, remove } = useViewActs(name);
  const [isNaming, setNaming] = useState(false);
  const [lastChosen, setLastChosen] = useState<SavedView['id'] | null>(null);
  const query = viewToQuery(name, view);
  const isPresent = (saved: SavedView) => viewToQuery(name, saved.view) === query;
  const fail = (error: unknown) => toast({ tone: 'failure', text: errorSentence(error, messages) });
  // The one to bring up to date: the one that was chosen last, else the one that is shown.
  const present = views.find((saved) => saved.id === lastChosen) ?? views.find(isPresent);

  function itemOf(saved: SavedView): MenuItem {
    const onSelect = () => {
      setLastChosen(saved.id);
      onView(saved.view);
    };
    return { key: saved.id, label: saved.name, checked: isPresent(saved), onSelect };
  }

  const acts: MenuItem[] = [{ key: 'keep', label: ledgers.keepView, icon: 'plus', onSelect: () => setNaming(true) }];
  if (present && actor && whyNotKeepView(present, actor) === null) {
    const { name: title, version, id } = present;
    const renewed = { ...present, view, version };
    acts.push({ key: 'renew', label: ledgers.renewView(title), icon: 'check', onSelect: () => keep.mutate(renewed, { onError: fail }) });
    acts.push({
      key: 'remove',
      label: ledgers.removeView(title),
      icon: 'trash',
      danger: true,
      onSelect: () => remove.mutate({ id, version }, { onError: fail, onSuccess: () => toast({ text: ledgers.viewRemoved(title) }) }),
    });
  }
  acts.push({ key: 'usual', label: ledgers.usual, icon: 'back', onSelect: () => onView(defaultView(name)) });
  const groups: MenuGroup[] = [
    { title: ledgers.officeViews, items: views.filter((saved) => saved.isShared).map(itemOf) },
    { title: ledgers.ownViews, items: views.filter((saved) => !saved.isShared).map(itemOf) },
    { items: acts },
    {
      title: ledgers.paper,
      items: Paper.options.map((paper) => ({
        key: paper,
        label: ledgers.papers[paper],
        checked: view.paper === paper,
        onSelect: () => onView({ ...view, paper }),
      })),
    },
  ];
  return (
    <>
      <Menu
        label={ledgers.views}
        trigger={
          <Button size="small" icon="eye">
            {views.find(isPresent)?.name ?? ledgers.views}
          </Button>
        }
        groups={groups.filter((group) => group.items.length > 0)}
      />
      {isNaming && <KeepDialog name={name} view={view} isOffice={actor?.role === 'office'} onClose={() => setNaming(false)} />}
    </>
  );
}

type KeepDialogProps = { name: LedgerName; view: LedgerView; isOffice: boolean; onClose: () => void };

function KeepDialog({ name, view, isOffice, onClose }: KeepDialogProps) {
  const messages = useMessages();
  const { ledgers } = messages;
  const { keep } = useViewActs(name);
  const [title, setTitle] = useState('');
  const [isShared, setShared] = useState(false);
  const [asked, setAsked] = useState(false);

  function save(): void {
    setAsked(true);
    if (title.trim() === '') return;
    keep.mutate({ id: null, ledger: name, name: title.trim(), isShared, view, version: 0 }, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={ledgers.keepView}
      size="small"
      save={ledgers.save}
      busy={keep.isPending}
      failure={keep.error ? errorSentence(keep.error, messages) : null}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={ledgers.viewName}
        required
        value={title}
        onText={setTitle}
        maxLength={30}
        error={asked && title.trim() === '' ? messages.kit.required : null}
      />
      {isOffice && <Checkbox label={ledgers.viewShared} checked={isShared} onChecked={setShared} />}
    </FormDialog>
  );
}
