import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useSearch } from 'wouter';
import type { RuleDraft } from '#shared/lamps/draft.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useSession } from '../app/now.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../kit/Button.tsx';
import { Chip } from '../kit/Chip.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { saveFile } from '../kit/download.ts';
import { Notice, Page, PageHeader } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Skeleton } from '../kit/Skeleton.tsx';
import { useAdoption } from './AdoptDialog.tsx';
import { useFaults } from './faults.ts';
import styles from './RuleForm.module.css';
import { RuleForm } from './RuleForm.tsx';
import { RuleText } from './RuleText.tsx';
import { beginningOf, dimensionIdsIn, useRuleDesk } from './rule-desk.ts';

/** The page of the rules, which the editor comes from and goes back to. */
const RULES = '/settings/rules';

/** A rule set is entered or changed: as a form, or as JSON; tried from the draft, and adopted by who has seen the result. */
export function RuleEditorPage() {
  const messages = useMessages();
  const { ruleForm: words } = messages;
  const asked = new URLSearchParams(useSearch());
  const from = asked.get('from');
  const { actor } = useSession();
  const { data, error } = useQuery(useTRPC().lamps.ruleSets.queryOptions());
  if (!data || !actor)
    return <Page>{error ? <Notice look="red">{errorSentence(error, messages)}</Notice> : <Skeleton label={messages.app.loading} />}</Page>;
  const begin = beginningOf(data, from);
  if (!begin)
    return (
      <Page>
        <PageHeader title={words.title} actions={<Back />} />
        <Notice look="red">{words.gone}</Notice>
      </Page>
    );
  const key = `${actor.id}/ruleSet/${from ?? 'new'}`;
  const opensAs = asked.get('as') === 'json' ? 'json' : 'form';
  return <RuleEditor key={key} {...{ keep: key, begin, takenIds: dimensionIdsIn(data), isNew: from === null, opensAs }} />;
}

function Back() {
  const { ruleForm: words } = useMessages();
  const [, navigate] = useLocation();
  return (
    <Button icon="left" onClick={() => navigate(RULES)}>
      {words.back}
    </Button>
  );
}

type RuleEditorProps = { keep: string; begin: RuleDraft; takenIds: readonly string[]; isNew: boolean; opensAs: 'form' | 'json' };

function RuleEditor({ keep, begin, takenIds, isNew, opensAs }: RuleEditorProps) {
  const { ruleForm: words, lamps } = useMessages();
  const [, navigate] = useLocation();
  // The first answer counts: what comes in while somebody types is no reason to begin again.
  const [beginning] = useState(begin);
  const desk = useRuleDesk(keep, beginning);
  const [view, setView] = useState(opensAs);
  const [isAsked, setAsked] = useState(false);
  const [isDropping, setDropping] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const faultAt = useFaults(desk.faults, isAsked);
  const { ask, dialog } = useAdoption(() => void desk.drop().then(() => navigate(RULES)));
  // The English that goes along with empty Chinese is no fault of its own.
  const count = desk.faults.filter(
    ({ path }) => !(path.endsWith('.en') && desk.faults.some((one) => one.path === path.replace(/en$/, 'zh'))),
  ).length;
  const isUnreadable = view === 'form' && !desk.isReadable;

  function tryIt(): void {
    flushSync(() => setAsked(true));
    if (desk.ruleSet) ask(desk.ruleSet);
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  return (
    <Page>
      <PageHeader
        title={isNew ? words.newTitle : words.title}
        beside={<Chip look="ink">{words.unsaved}</Chip>}
        actions={
          <>
            <Segmented
              label={words.view}
              segments={[
                { value: 'form', label: words.form },
                { value: 'json', label: words.json },
              ]}
              value={view}
              onValue={setView}
            />
            <Back />
          </>
        }
      />
      <div ref={form} className={styles.form}>
        {isUnreadable && (
          <Notice
            look="yellow"
            actions={
              <>
                <Button onClick={() => setView('json')}>{words.toJson}</Button>
                <Button onClick={desk.leaveText}>{words.dropJson}</Button>
              </>
            }
          >
            {words.unreadable}
          </Notice>
        )}
        {view === 'json' && <RuleText text={desk.text} isAsked={isAsked} onText={desk.setText} />}
        {view === 'form' && desk.isReadable && (
          <RuleForm draft={desk.draft} takenIds={takenIds} faultAt={faultAt} onDraft={desk.setDraft} />
        )}
      </div>
      <div className={styles.acts}>
        <Button look="primary" onClick={tryIt}>
          {words.tryIt}
        </Button>
        <Button icon="download" onClick={() => saveFile(`${desk.draft.id}.json`, desk.text, 'application/json')}>
          {lamps.exportJson}
        </Button>
        <Button disabled={!desk.isKept} onClick={() => setDropping(true)}>
          {words.drop}
        </Button>
        <span className={styles.state} role="status">
          {isAsked && (desk.ruleSet ? words.valid : words.faults(count))}
        </span>
        <span className={styles.note}>{desk.isKept && words.kept}</span>
      </div>
      {dialog}
      {isDropping && (
        <Dialog
          title={words.dropTitle}
          mark="alert"
          description={words.dropText}
          onClose={() => setDropping(false)}
          footer={
            <>
              <Button onClick={() => setDropping(false)}>{words.keepIt}</Button>
              <Button
                look="danger"
                onClick={() => {
                  setDropping(false);
                  setAsked(false);
                  void desk.drop();
                }}
              >
                {words.dropIt}
              </Button>
            </>
          }
        >
          {null}
        </Dialog>
      )}
    </Page>
  );
}
