import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RuleSet } from '#shared/lamps/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useLanguage } from '../kit/language.ts';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useAdoptRules } from './mutations.ts';
import { RuleSetTable } from './RuleSetTable.tsx';
import styles from './RulesTab.module.css';
import { inLanguage } from './rule-words.ts';

/** The rule set that a district rates by, and those that it may choose instead. */
export function RulesTab() {
  const messages = useMessages();
  const { lamps: words } = messages;
  const { language } = useLanguage();
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.lamps.ruleSets.queryOptions());
  const [asked, setAsked] = useState<RuleSet | null>(null);
  if (error) return <Notice look="red">{errorSentence(error, messages)}</Notice>;
  if (!data) return <Skeleton label={messages.app.loading} />;
  const others = data.presets.filter((preset) => preset.id !== data.current.id);
  return (
    <>
      <Section title={words.current(inLanguage(data.current.name, language))}>
        <Origin ruleSet={data.current} />
        <RuleSetTable ruleSet={data.current} />
      </Section>
      {others.map((preset) => {
        const name = inLanguage(preset.name, language);
        return (
          <Section key={preset.id} title={name} note={words.choices}>
            <div className={styles.head}>
              <Origin ruleSet={preset} />
              <Button aria-label={words.adoptOf(name)} onClick={() => setAsked(preset)}>
                {words.adopt}
              </Button>
            </div>
            <RuleSetTable ruleSet={preset} />
          </Section>
        );
      })}
      {asked && <AdoptDialog ruleSet={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

/** A published rule names its source; a house rule says that it is one. */
function Origin({ ruleSet: { published } }: { ruleSet: RuleSet }) {
  const { lamps: words } = useMessages();
  if (!published) return <p className={styles.origin}>{words.house}</p>;
  return (
    <p className={styles.origin}>
      {words.published(published.place, published.on)}
      <a href={published.url} target="_blank" rel="noopener noreferrer">
        {words.source}
      </a>
    </p>
  );
}

function AdoptDialog({ ruleSet, onClose }: { ruleSet: RuleSet; onClose: () => void }) {
  const { lamps: words } = useMessages();
  const { language } = useLanguage();
  const toast = useToast();
  const adopt = useAdoptRules();
  const name = inLanguage(ruleSet.name, language);

  function confirm(): void {
    adopt.mutate(
      { ruleSetId: ruleSet.id },
      {
        onSuccess: () => {
          toast({ text: words.adopted(name) });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      title={words.adoptTitle(name)}
      mark="alert"
      description={words.adoptText}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="primary" busy={adopt.isPending} onClick={confirm}>
            {words.adopt}
          </Button>
        </>
      }
    >
      <SaveError error={adopt.error} />
    </Dialog>
  );
}
