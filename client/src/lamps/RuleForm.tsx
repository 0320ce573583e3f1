import { emptyDimension, freeId, knownLeft, moved, type RuleDraft, type TypedDimension } from '#shared/lamps/draft.ts';
import { dimensionName } from '#shared/lamps/names.ts';
import { useMessages } from '../app/language.tsx';
import { Button } from '../kit/Button.tsx';
import { useLanguage } from '../kit/language.ts';
import { Menu } from '../kit/Menu.tsx';
import { Section } from '../kit/Page.tsx';
import { DimensionFields } from './DimensionFields.tsx';
import type { FaultAt } from './faults.ts';
import { AboutFields, CombineFields, ScopeFields, VerificationFields } from './RuleFields.tsx';
import styles from './RuleForm.module.css';

const MOST_DIMENSIONS = 20;

type RuleFormProps = {
  draft: RuleDraft;
  /** The ids that dimensions of other sets have. */
  takenIds: readonly string[];
  faultAt: FaultAt;
  onDraft: (draft: RuleDraft) => void;
};

/** A rule set as a form: what it is, whom it speaks of, its dimensions one by one, how they become one lamp. */
export function RuleForm({ draft, takenIds, faultAt, onDraft }: RuleFormProps) {
  const { ruleForm: words } = useMessages();
  const { dimensions } = draft;
  const put = (next: TypedDimension[]) => onDraft({ ...draft, dimensions: next });
  const parts = { draft, faultAt, onDraft };
  const isEmpty = faultAt('dimensions') !== null;
  return (
    <>
      <Section title={words.about}>
        <AboutFields {...parts} />
      </Section>
      <Section title={words.scope} note={words.scopeNote}>
        <ScopeFields {...parts} />
      </Section>
      <Section title={words.dimensions} note={words.dimensionsNote}>
        {dimensions.length === 0 && (
          <p className={isEmpty ? styles.fault : styles.note} role={isEmpty ? 'alert' : undefined}>
            {words.noDimensions}
          </p>
        )}
        {dimensions.map((dimension, at) => (
          <DimensionFields
            key={keyOf(dimensions, at)}
            rates={draft.rates}
            dimension={dimension}
            at={at}
            of={dimensions.length}
            faultAt={(path) => faultAt(`dimensions.${at}.${path}`)}
            onDimension={(next) => put(dimensions.map((one, index) => (index === at ? next : one)))}
            onMove={(by) => put(moved(dimensions, at, by))}
            onRemove={() => put(dimensions.filter((_, index) => index !== at))}
          />
        ))}
        <span>
          <AddDimension draft={draft} takenIds={takenIds} onAdd={(id) => put([...dimensions, emptyDimension(id, draft.rates)])} />
        </span>
      </Section>
      <Section title={words.combine}>
        <CombineFields {...parts} />
      </Section>
      <Section title={words.verification}>
        <VerificationFields {...parts} />
      </Section>
    </>
  );
}

/** By its id, so that a dimension keeps its fields where it moves to; JSON may hold an id twice. */
function keyOf(dimensions: readonly TypedDimension[], at: number): string {
  const id = dimensions[at]?.id ?? '';
  return `${id} ${dimensions.slice(0, at).filter((one) => one.id === id).length}`;
}

function AddDimension({ draft, takenIds, onAdd }: Pick<RuleFormProps, 'draft' | 'takenIds'> & { onAdd: (id: string) => void }) {
  const { ruleForm: words } = useMessages();
  const { language } = useLanguage();
  const own = draft.dimensions.map(({ id }) => id);
  const known = knownLeft(draft).map((id) => ({
    key: id,
    label: dimensionName({ id, name: null })[language],
    onSelect: () => onAdd(id),
  }));
  const another = [{ key: 'own', label: words.addOwn, icon: 'plus' as const, onSelect: () => onAdd(freeId('own', [...own, ...takenIds])) }];
  return (
    <Menu
      label={words.add}
      align="start"
      trigger={
        <Button icon="plus" disabled={own.length >= MOST_DIMENSIONS}>
          {words.add}
        </Button>
      }
      groups={known.length > 0 ? [{ title: words.addKnown, items: known }, { items: another }] : [{ items: another }]}
    />
  );
}
