import { useQuery } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { District } from '#shared/districts/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { wrongFields } from '../app/fields.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useToast } from '../kit/Toast.tsx';
import { DistrictFields } from './DistrictFields.tsx';
import styles from './districts.module.css';
import { useUpdateDistrict } from './mutations.ts';

export function DistrictTab() {
  const messages = useMessages();
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.districts.mine.queryOptions());
  const [reloads, setReloads] = useState(0);
  return (
    <Section title={messages.districts.tab} note={messages.districts.note}>
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {data ? (
        <DistrictForm key={reloads} district={data} onReload={() => setReloads(reloads + 1)} />
      ) : (
        !error && <Skeleton label={messages.app.loading} />
      )}
    </Section>
  );
}

/** Keeps what is typed against the version that it began with, whatever arrives meanwhile. */
function DistrictForm({ district, onReload }: { district: District; onReload: () => void }) {
  const { districts } = useMessages();
  const toast = useToast();
  const update = useUpdateDistrict();
  const [value, setValue] = useState(district);
  const [isAsked, setAsked] = useState(false);
  const wrong = isAsked ? wrongFields(District, value) : new Set<string>();

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setAsked(true);
    if (wrongFields(District, value).size > 0) return;
    update.mutate(value, {
      onSuccess: (saved) => {
        setValue(saved);
        toast({ text: districts.saved });
      },
    });
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={districts.tab}>
      <DistrictFields value={value} onValue={(settings) => setValue({ ...value, ...settings })} wrong={wrong} />
      <SaveError error={update.error} onReload={onReload} />
      <Button look="primary" type="submit" busy={update.isPending}>
        {districts.save}
      </Button>
    </form>
  );
}
