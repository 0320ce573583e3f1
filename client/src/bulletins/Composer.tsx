import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { Actor } from '#shared/accounts/schema.ts';
import { mayCall } from '#shared/auth/permissions.ts';
import { checkForm, type Place, type Sheets } from '#shared/bulletins/check.ts';
import type { ComposeBulletin } from '#shared/bulletins/compose.ts';
import { isOpenForChange } from '#shared/bulletins/flow.ts';
import { SectionId } from '#shared/bulletins/outline.ts';
import type { NumberInline } from '#shared/documents/model.ts';
import { errorSentence } from '../app/errors.ts';
import { useMessages } from '../app/language.tsx';
import { useTRPC } from '../app/trpc.ts';
import { NumberMarks } from '../documents/Inlines.tsx';
import { Paper } from '../documents/Paper.tsx';
import { editsOf, typedOf } from '../documents/WordFields.tsx';
import { Section } from '../kit/Page.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { useToast } from '../kit/Toast.tsx';
import styles from './BulletinPage.module.css';
import type { BulletinView } from './BulletinPage.tsx';
import { ChangesPanel, foundChanges } from './ChangesPanel.tsx';
import { Contents } from './Contents.tsx';
import { FlowPanel } from './FlowPanel.tsx';
import { useCompose } from './mutations.ts';
import { NumbersPanel } from './NumbersPanel.tsx';
import { SelfCheck } from './SelfCheck.tsx';
import { useSavedAtRest } from './saved-at-rest.ts';
import { WordsPanel } from './WordsPanel.tsx';

const panels = ['numbers', 'words', 'changes', 'flow'] as const;
type Panel = (typeof panels)[number];

/** 目录 · 预览 · 数字出处与变化. Everything is written by the server and drawn from its answer. */
export function Composer({ view, actor, months }: { view: BulletinView; actor: Actor; months: ReactNode }) {
  const messages = useMessages();
  const { bulletins } = messages;
  const toast = useToast();
  const desk = useRef<HTMLDivElement>(null);
  const [panel, setPanel] = useState<Panel>(view.cut ? 'numbers' : 'flow');
  const [section, setSection] = useState<SectionId | null>(null);
  const [chosen, setChosen] = useState<NumberInline | null>(null);
  const [typed, setTyped] = useState(typedOf(view.edits));
  const { month, bulletin, document } = view;
  const compose = useCompose(month, bulletin?.version ?? 0);
  const [sheets, setSheets] = useState<Sheets | null>(null);
  const isOpen = bulletin === null || isOpenForChange(bulletin);
  const mayCompose = isOpen && mayCall(actor.role, 'bulletins.compose');
  const changes = useQuery(useTRPC().bulletins.changes.queryOptions({ month }, { enabled: isOpen }));
  const found = foundChanges(isOpen ? changes.data : null);

  function send(change: Omit<ComposeBulletin, 'month' | 'version'>, done?: string): void {
    compose.mutate(change, {
      onSuccess: () => done && toast({ text: done }),
      onError: (error) => toast({ tone: 'failure', text: errorSentence(error, messages) }),
    });
  }

  const isReworded = JSON.stringify(editsOf(typed)) !== JSON.stringify(view.edits);
  useSavedAtRest(typed, mayCompose && isReworded && !compose.isPending, () => send({ edits: editsOf(typed) }));

  function go(place: Place): void {
    if ('panel' in place) setPanel(place.panel);
    else if (SectionId.safeParse(place.section).success) show(SectionId.parse(place.section));
  }

  function show(id: SectionId): void {
    setSection(id);
    setChosen(null);
    desk.current?.querySelector(`[data-section="${id}"]`)?.scrollIntoView({ block: 'start' });
  }

  const onTake = mayCompose ? (tokens: string[], from: 'cut' | 'live') => send({ take: { tokens, from } }, bulletins.taken) : null;
  const checks = checkForm({
    ...{ document, sheets, outline: view.outline, isCut: view.cut !== null, unreasoned: view.unreasoned },
    stale: [...new Set([...found.values()].map(({ label }) => label))],
    lost: view.lost.map(({ now }) => now),
  });
  const offered = panels.filter((each) => (each === 'words' ? mayCompose : each === 'changes' ? isOpen && view.cut : true));
  const shown = offered.includes(panel) ? panel : 'numbers';
  return (
    <div className={styles.columns}>
      <div className={styles.side}>
        {isOpen && <SelfCheck checks={checks} onPlace={go} />}
        <Contents
          document={document}
          outline={view.outline}
          section={section}
          sheets={sheets}
          onSection={show}
          onOutline={mayCompose ? (outline) => send({ outline }) : null}
        />
        {months}
      </div>
      <div ref={desk} className={styles.desk}>
        <NumberMarks value={new Set(found.keys())}>
          <Paper
            document={document}
            onLaid={setSheets}
            onNumber={(number) => {
              setChosen(number);
              setPanel('numbers');
            }}
          />
        </NumberMarks>
      </div>
      <aside className={styles.side}>
        <Segmented
          label={bulletins.panel}
          segments={offered.map((value) => ({ value, label: bulletins.panels[value] }))}
          value={shown}
          onValue={setPanel}
        />
        <Section title={bulletins.panelTitles[shown]} note={shown === 'words' || shown === 'numbers' ? sectionNote(section) : undefined}>
          {shown === 'numbers' && (
            <NumbersPanel
              document={document}
              section={section}
              chosen={chosen}
              onChosen={setChosen}
              changes={found}
              onType={mayCompose ? (token, text) => send({ type: { token, text } }, bulletins.numberPut) : null}
              onTake={onTake}
            />
          )}
          {shown === 'words' && (
            <WordsPanel
              paragraphs={view.paragraphs}
              typed={typed}
              onTyped={setTyped}
              lost={view.lost}
              section={section}
              busy={compose.isPending}
              onSave={() => (isReworded ? send({ edits: editsOf(typed) }, bulletins.wordsSaved) : toast({ text: bulletins.wordsSaved }))}
            />
          )}
          {shown === 'changes' && changes.data && (
            <ChangesPanel
              changes={changes.data}
              onTake={onTake}
              onFollow={mayCompose ? () => send({ followCut: true }, bulletins.cutFollowed) : null}
            />
          )}
          {shown === 'flow' && <FlowPanel view={view} actor={actor} />}
        </Section>
      </aside>
    </div>
  );

  function sectionNote(id: SectionId | null): string | undefined {
    return id === null ? undefined : bulletins.sections[id];
  }
}
