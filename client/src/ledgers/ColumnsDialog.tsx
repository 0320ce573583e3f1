import { useState } from 'react';
import { ledgers as table } from '#shared/ledgers/ledgers.ts';
import type { LedgerName } from '#shared/ledgers/records.ts';
import { defaultView, type LedgerView } from '#shared/ledgers/view.ts';
import { useMessages } from '../app/language.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useLanguage } from '../kit/language.ts';
import styles from './ColumnsDialog.module.css';

type ColumnsDialogProps = { name: LedgerName; view: LedgerView; onView: (view: LedgerView) => void; onClose: () => void };

/** Which columns are shown, and in which order. */
export function ColumnsDialog({ name, view, onView, onClose }: ColumnsDialogProps) {
  const { kit, ledgers } = useMessages();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<readonly string[]>(view.columns);
  const rest = table[name].columns.map(({ key }) => key).filter((key) => !chosen.includes(key));

  function titleOf(key: string): string {
    const column = table[name].columns.find((each) => each.key === key);
    const group = column?.group?.[language];
    return column ? (group ? kit.labelled(group, column.title[language]) : column.title[language]) : key;
  }

  function swap(at: number, to: number): void {
    const next = [...chosen];
    const [moved] = next.splice(at, 1);
    if (moved !== undefined) next.splice(to, 0, moved);
    setChosen(next);
  }

  return (
    <Dialog
      title={ledgers.columns}
      description={ledgers.columnsHint}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => setChosen(defaultView(name).columns)}>{ledgers.usual}</Button>
          <Button
            look="primary"
            disabled={chosen.length === 0}
            onClick={() => {
              onView({ ...view, columns: [...chosen] });
              onClose();
            }}
          >
            {ledgers.apply}
          </Button>
        </>
      }
    >
      <ul className={styles.list}>
        {chosen.map((key, at) => (
          <li key={key} className={styles.item}>
            <Checkbox label={titleOf(key)} checked onChecked={() => setChosen(chosen.filter((each) => each !== key))} />
            <span className={styles.grow} />
            <IconButton icon="up" size="small" label={ledgers.moveUp(titleOf(key))} disabled={at === 0} onClick={() => swap(at, at - 1)} />
            <IconButton
              icon="down"
              size="small"
              label={ledgers.moveDown(titleOf(key))}
              disabled={at === chosen.length - 1}
              onClick={() => swap(at, at + 1)}
            />
          </li>
        ))}
        {rest.map((key) => (
          <li key={key} className={styles.item}>
            <Checkbox label={titleOf(key)} checked={false} onChecked={() => setChosen([...chosen, key])} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
