import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { whyNotAdopt } from '#shared/lamps/rules.ts';
import type { RuleSet } from '#shared/lamps/schema.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { SaveError } from '../app/SaveError.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { saveFile } from '../kit/download.ts';
import { useLanguage } from '../kit/language.ts';
import { Notice, Section } from '../kit/Page.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useToast } from '../kit/Toast.tsx';
import { useAdoption } from './AdoptDialog.tsx';
import { useRetireRules } from './mutations.ts';
import { RuleHistory } from './RuleHistory.tsx';
import { RuleSetTable } from './RuleSetTable.tsx';
import styles from './RulesTab.module.css';
import { jsonOf } from './rule-desk.ts';

/** Where a set is entered or changed. */
const EDIT = '/settings/rules/edit';

/** The rule sets that a district rates by, those that it may choose instead, and those that it has rated by. */
export function RulesTab() {
  const messages = useMessages();
  const { lamps: words, rules } = messages;
  const { language } = useLanguage();
  const trpc = useTRPC();
  const [, navigate] = useLocation();
  const { data, error } = useQuery(trpc.lamps.ruleSets.queryOptions());
  const { ask, dialog } = useAdoption();
  if (error) return <Notice look="red">{errorSentence(error, messages)}</Notice>;
  if (!data) return <Skeleton label={messages.app.loading} />;
  const others = data.presets.filter((preset) => data.current.every((one) => whyNotAdopt(preset, one) === null));
  return (
    <>
      <div className={styles.head}>
        <Button icon="plus" onClick={() => navigate(EDIT)}>
          {words.create}
        </Button>
        <Button icon="upload" onClick={() => navigate(`${EDIT}?as=json`)}>
          {messages.ruleText.open}
        </Button>
      </div>
      {data.current.map((ruleSet) => (
        <Section key={ruleSet.rates} title={words.current(rules.rates[ruleSet.rates], ruleSet.name[language])}>
          <div className={styles.head}>
            <Origin ruleSet={ruleSet} />
            {ruleSet.rates !== 'project' && <Retire ruleSet={ruleSet} rates={ruleSet.rates} />}
            <Export ruleSet={ruleSet} />
            <Edit ruleSet={ruleSet} from={ruleSet.rates} />
          </div>
          <RuleSetTable ruleSet={ruleSet} />
        </Section>
      ))}
      {others.map((preset) => {
        const name = preset.name[language];
        return (
          <Section key={preset.id} title={name} note={words.preset(rules.rates[preset.rates])}>
            <div className={styles.head}>
              <Origin ruleSet={preset} />
              <Export ruleSet={preset} />
              <Edit ruleSet={preset} from={preset.id} />
              <Button aria-label={words.adoptOf(name)} onClick={() => ask(preset)}>
                {words.tryIt}
              </Button>
            </div>
            <RuleSetTable ruleSet={preset} />
          </Section>
        );
      })}
      <RuleHistory history={data.history} inForce={data.current} onAdopt={ask} />
      {dialog}
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

/** The form that begins with a set: with one of the presets, or with what is in force for what it rates. */
function Edit({ ruleSet, from }: { ruleSet: RuleSet; from: string }) {
  const { ruleText: words } = useMessages();
  const { language } = useLanguage();
  const [, navigate] = useLocation();
  return (
    <Button size="small" aria-label={words.editOf(ruleSet.name[language])} onClick={() => navigate(`${EDIT}?from=${from}`)}>
      {words.edit}
    </Button>
  );
}

function Export({ ruleSet }: { ruleSet: RuleSet }) {
  const { lamps: words } = useMessages();
  const { language } = useLanguage();
  return (
    <Button
      size="small"
      icon="download"
      aria-label={words.exportOf(ruleSet.name[language])}
      onClick={() => saveFile(`${ruleSet.id}.json`, jsonOf(ruleSet), 'application/json')}
    >
      {words.exportJson}
    </Button>
  );
}

function Retire({ ruleSet, rates }: { ruleSet: RuleSet; rates: 'unit' | 'task' }) {
  const { lamps: words } = useMessages();
  const { language } = useLanguage();
  const toast = useToast();
  const retire = useRetireRules();
  const name = ruleSet.name[language];
  return (
    <>
      <SaveError error={retire.error} />
      <Button
        size="small"
        look="danger"
        aria-label={words.retireOf(name)}
        busy={retire.isPending}
        onClick={() => retire.mutate({ rates }, { onSuccess: () => toast({ text: words.retired(name) }) })}
      >
        {words.retire}
      </Button>
    </>
  );
}
