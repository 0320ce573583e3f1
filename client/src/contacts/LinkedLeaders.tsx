import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Id } from '#shared/kit/ids.ts';
import type { Unit } from '#shared/units/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useToast } from '../kit/Toast.tsx';
import styles from './contacts.module.css';
import { useSetLeaders } from './mutations.ts';

type Leader = { id: Id<'account'>; name: string; unitName: string };

/** 区领导联系镇（街道）: which leaders look after a unit. */
export function LinkedLeaders({ unit }: { unit: Unit }) {
  const messages = useMessages();
  const { contacts: words } = messages;
  const trpc = useTRPC();
  const linked = useQuery(trpc.units.leaders.queryOptions({ unitId: unit.id }));
  const leaders = useQuery(trpc.accounts.leaders.queryOptions());
  const error = linked.error ?? leaders.error;
  return (
    <Section title={words.leaders} note={words.leadersNote}>
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {!(linked.data && leaders.data) && !error && <Skeleton label={messages.app.loading} />}
      {leaders.data?.length === 0 && <EmptyState title={words.noLeaders} />}
      {linked.data && leaders.data && leaders.data.length > 0 && (
        <Choice unit={unit} leaders={leaders.data} linked={linked.data.map((each) => each.accountId)} />
      )}
    </Section>
  );
}

function Choice({ unit, leaders, linked }: { unit: Unit; leaders: readonly Leader[]; linked: readonly Id<'account'>[] }) {
  const { contacts: words, officers } = useMessages();
  const toast = useToast();
  const set = useSetLeaders();
  const [begun, setBegun] = useState(linked);
  const [version, setVersion] = useState(unit.version);
  const [chosen, setChosen] = useState(linked);
  const isChanged = [...chosen].sort().join() !== [...begun].sort().join();

  function save(): void {
    set.mutate(
      { id: unit.id, version, leaderIds: [...chosen] },
      {
        onSuccess: (saved) => {
          setVersion(saved.unit.version);
          setBegun(chosen);
          toast({ text: words.leadersSaved });
        },
      },
    );
  }

  return (
    <div className={styles.form}>
      <div className={styles.choice}>
        {leaders.map((leader) => (
          <Checkbox
            key={leader.id}
            label={officers.of(leader.name, leader.unitName)}
            checked={chosen.includes(leader.id)}
            onChecked={(isOn) => setChosen(isOn ? [...chosen, leader.id] : chosen.filter((id) => id !== leader.id))}
          />
        ))}
      </div>
      <SaveError error={set.error} />
      <div className={styles.acts}>
        <Button disabled={!isChanged} busy={set.isPending} onClick={save}>
          {words.saveLeaders}
        </Button>
      </div>
    </div>
  );
}
