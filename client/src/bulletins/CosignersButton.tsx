import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Id } from '#shared/kit/ids.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { FormDialog } from '../kit/FormDialog.tsx';
import type { BulletinView } from './BulletinPage.tsx';
import { useSetCosigners } from './mutations.ts';
import styles from './Panels.module.css';

/** 会签单位: who signs with the office before the leader does; usually nobody. */
export function CosignersButton({ view }: { view: BulletinView }) {
  const { bulletins } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon="stamp" onClick={() => setIsOpen(true)}>
        {bulletins.cosigners}
      </Button>
      {isOpen && <CosignersDialog view={view} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function CosignersDialog({ view: { month, bulletin, cosigners }, onClose }: { view: BulletinView; onClose: () => void }) {
  const messages = useMessages();
  const { bulletins } = messages;
  const units = useQuery(useTRPC().units.list.queryOptions()).data ?? [];
  const save = useSetCosigners();
  const [chosen, setChosen] = useState<ReadonlySet<Id<'unit'>>>(new Set(cosigners.map(({ unitId }) => unitId)));
  const offered = units.filter(({ active, kind }) => active && !['city', 'district', 'office'].includes(kind));
  function choose(id: Id<'unit'>, isChosen: boolean): void {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  }
  return (
    <FormDialog
      title={bulletins.cosigners}
      save={bulletins.saveCosigners}
      busy={save.isPending}
      failure={save.error ? errorSentence(save.error, messages) : null}
      onSave={() => save.mutate({ month, version: bulletin?.version ?? 0, unitIds: [...chosen] }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className={styles.fact}>{bulletins.cosignersHint}</p>
      <div className={styles.units}>
        {offered.map(({ id, shortName }) => (
          <Checkbox key={id} label={shortName} checked={chosen.has(id)} onChecked={(isChosen) => choose(id, isChosen)} />
        ))}
      </div>
    </FormDialog>
  );
}
