import { type ReactNode, useState } from 'react';
import { formatWan } from '#shared/kit/money.ts';
import { type RuleDraft, typedDecimal } from '#shared/lamps/draft.ts';
import { Rates } from '#shared/lamps/metrics.ts';
import { Level, ProjectKind, Stage, Track } from '#shared/projects/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { FormGrid } from '../kit/FormGrid.tsx';
import { MoneyField } from '../kit/MoneyField.tsx';
import { type MoneyReading, readMoney } from '../kit/money.ts';
import { Segmented } from '../kit/Segmented.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import type { FaultAt } from './faults.ts';
import styles from './RuleForm.module.css';
import { TextPair } from './TextPair.tsx';

type Fields = { draft: RuleDraft; faultAt: FaultAt; onDraft: (draft: RuleDraft) => void };

const LAST_DAY = 28;
const days = Array.from({ length: LAST_DAY }, (_, at) => at + 1);
const counts = Array.from({ length: 12 }, (_, at) => at + 1);

/** What a set is called, where it comes from, what it rates and by which day's figures. */
export function AboutFields({ draft, faultAt, onDraft }: Fields) {
  const { ruleForm: words, rules } = useMessages();
  const { published, asOf } = draft;
  const put = (part: Partial<RuleDraft>) => onDraft({ ...draft, ...part });
  return (
    <>
      <FormGrid>
        <TextPair
          labels={{ zh: words.name, en: words.nameEn }}
          text={draft.name}
          required
          maxLength={60}
          error={faultAt('name.zh')}
          onText={(name) => put({ name })}
        />
        <Choice label={words.rates}>
          <Segmented
            label={words.rates}
            segments={Rates.options.map((value) => ({ value, label: rules.rates[value] }))}
            value={draft.rates}
            onValue={(rates) => put({ rates })}
          />
        </Choice>
        <Select
          label={words.asOf}
          value={asOf === 'month-end' ? asOf : String(asOf.day)}
          onValue={(day) => put({ asOf: day === 'month-end' ? day : { day: Number(day) } })}
          options={[
            { value: 'month-end', label: words.monthEnd },
            ...days.map((day) => ({ value: String(day), label: words.dayOfMonth(day) })),
          ]}
        />
        <Choice label={words.origin}>
          <Segmented
            label={words.origin}
            segments={[
              { value: 'house', label: words.house },
              { value: 'published', label: words.isPublished },
            ]}
            value={published ? 'published' : 'house'}
            onValue={(origin) => put({ published: origin === 'house' ? null : { place: '', on: '', url: '' } })}
          />
        </Choice>
        <TextField
          label={words.id}
          hint={words.idHint}
          maxLength={60}
          value={draft.id}
          onText={(id) => put({ id })}
          error={faultAt('id')}
        />
      </FormGrid>
      {published && (
        <div className={styles.three}>
          <TextField
            label={words.place}
            required
            maxLength={60}
            value={published.place}
            onText={(place) => put({ published: { ...published, place } })}
            error={faultAt('published.place')}
          />
          <TextField
            label={words.on}
            hint={words.onHint}
            required
            maxLength={40}
            value={published.on}
            onText={(on) => put({ published: { ...published, on } })}
            error={faultAt('published.on')}
          />
          <TextField
            label={words.url}
            required
            inputMode="url"
            value={published.url}
            onText={(url) => put({ published: { ...published, url: url.trim() } })}
            error={faultAt('published.url')}
          />
        </div>
      )}
    </>
  );
}

/** Whom a set speaks of; a list without a tick leaves nobody out. */
export function ScopeFields({ draft, faultAt, onDraft }: Fields) {
  const { ruleForm: words, vocabulary } = useMessages();
  const { scope } = draft;
  const put = (part: Partial<RuleDraft['scope']>) => onDraft({ ...draft, scope: { ...scope, ...part } });
  const least = scope.leastYearPlan;
  return (
    <div className={styles.scope}>
      <Ticks
        label={words.kinds}
        all={ProjectKind.options}
        chosen={scope.kinds}
        names={vocabulary.kind}
        onChosen={(kinds) => put({ kinds })}
      />
      <Ticks
        label={words.levels}
        all={Level.options}
        chosen={scope.levels}
        names={vocabulary.level}
        onChosen={(levels) => put({ levels })}
      />
      <Ticks
        label={words.tracks}
        all={Track.options}
        chosen={scope.tracks}
        names={vocabulary.track}
        onChosen={(tracks) => put({ tracks })}
      />
      <Ticks
        label={words.stages}
        all={Stage.options}
        chosen={scope.stages}
        names={vocabulary.stage}
        onChosen={(stages) => put({ stages })}
      />
      <LeastPlan least={least} error={faultAt('scope.leastYearPlan')} onLeast={(leastYearPlan) => put({ leastYearPlan })} />
    </div>
  );
}

type Least = RuleDraft['scope']['leastYearPlan'];

function LeastPlan({ least, error, onLeast }: { least: Least; error: string | null; onLeast: (least: Least) => void }) {
  const { ruleForm: words } = useMessages();
  // Text that says what the draft says stays as it is typed, `12.0` on the way to `12.05`.
  const [text, setText] = useState('');
  return (
    <MoneyField
      label={words.leastPlan}
      hint={words.leastPlanHint}
      text={leastOf(text, readMoney(text)) === least ? text : textOf(least)}
      onText={(typed, reading) => {
        setText(typed);
        onLeast(leastOf(typed, reading));
      }}
      error={error}
    />
  );
}

/** An amount, nothing, or what was typed where it is neither. */
function leastOf(typed: string, reading: MoneyReading): Least {
  return reading.state === 'empty' ? null : reading.state === 'amount' ? reading.amount : typed;
}

function textOf(least: Least): string {
  return least === null ? '' : typeof least === 'string' ? least : formatWan(least, 4);
}

/** How dimensions become one lamp. */
export function CombineFields({ draft, onDraft }: Fields) {
  const { ruleForm: words } = useMessages();
  const { combine } = draft;
  const put = (next: RuleDraft['combine']) => onDraft({ ...draft, combine: next });
  const choices = counts.map((count) => ({ value: String(count), label: words.items(count) }));
  return (
    <FormGrid>
      <Choice label={words.combineWay}>
        <Segmented
          label={words.combineWay}
          segments={(['worst', 'best', 'first', 'counted'] as const).map((value) => ({ value, label: words.combines[value] }))}
          value={typeof combine === 'string' ? combine : 'counted'}
          onValue={(way) => put(way === 'counted' ? { redFrom: 1, yellowFrom: 1 } : way)}
        />
      </Choice>
      {typeof combine !== 'string' && (
        <FormGrid>
          <Select
            label={words.redFrom}
            value={String(combine.redFrom)}
            onValue={(count) => put({ ...combine, redFrom: Number(count) })}
            options={choices}
          />
          <Select
            label={words.yellowFrom}
            value={String(combine.yellowFrom)}
            onValue={(count) => put({ ...combine, yellowFrom: Number(count) })}
            options={choices}
          />
        </FormGrid>
      )}
    </FormGrid>
  );
}

/** Which figure counts where a site visit found another than the unit reports. */
export function VerificationFields({ draft, faultAt, onDraft }: Fields) {
  const { ruleForm: words } = useMessages();
  const { verification } = draft;
  const put = (part: Partial<RuleDraft['verification']>) => onDraft({ ...draft, verification: { ...verification, ...part } });
  return (
    <FormGrid>
      <TextField
        label={words.tolerance}
        hint={words.units.percent}
        inputMode="decimal"
        value={verification.tolerance}
        onText={(text) => put({ tolerance: typedDecimal(text) })}
        error={faultAt('verification.tolerance')}
      />
      <Choice label={words.use}>
        <Segmented
          label={words.use}
          segments={(['verified', 'reported'] as const).map((value) => ({ value, label: words.uses[value] }))}
          value={verification.use}
          onValue={(use) => put({ use })}
        />
      </Choice>
    </FormGrid>
  );
}

/** A choice whose parts are all in sight, under its label as a field is. */
function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.choice}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}

type TicksProps<Value extends string> = {
  label: string;
  all: readonly Value[];
  chosen: readonly Value[];
  names: Record<Value, string>;
  onChosen: (chosen: Value[]) => void;
};

function Ticks<Value extends string>({ label, all, chosen, names, onChosen }: TicksProps<Value>) {
  return (
    <fieldset className={styles.ticks}>
      <legend>{label}</legend>
      {all.map((value) => (
        <Checkbox
          key={value}
          label={names[value]}
          checked={chosen.includes(value)}
          onChecked={(on) => onChosen(all.filter((one) => (one === value ? on : chosen.includes(one))))}
        />
      ))}
    </fieldset>
  );
}
