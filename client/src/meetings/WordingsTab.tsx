import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { WordingsForm } from './WordingsForm.tsx';

/** 议定用语: the usual decisions that the console offers, in the office's own words. */
export function WordingsTab() {
  const messages = useMessages();
  const { data, error } = useQuery(useTRPC().decisions.wordings.queryOptions());
  const [reloads, setReloads] = useState(0);
  const { wordings } = messages.meetings;
  return (
    <Section title={wordings.tab}>
      {error && <Notice look="red">{errorSentence(error, messages)}</Notice>}
      {data ? (
        <WordingsForm key={reloads} given={data} onReload={() => setReloads(reloads + 1)} />
      ) : (
        !error && <Skeleton label={messages.app.loading} />
      )}
    </Section>
  );
}
