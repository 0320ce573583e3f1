import { flushSync } from 'react-dom';
import { type RuleDraft, type TypedDimension, withMetric } from '#shared/lamps/draft.ts';
import { Metric, metricKinds } from '#shared/lamps/metrics.ts';
import { dimensionName } from '#shared/lamps/names.ts';
import { Dimension, Lamp } from '#shared/lamps/schema.ts';
import { useMessages } from '../app/language.tsx';
import { IconButton } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { FormGrid, WideCell } from '../kit/FormGrid.tsx';
import { useLanguage } from '../kit/language.ts';
import { Select } from '../kit/Select.tsx';
import { BandRows } from './BandRows.tsx';
import type { FaultAt } from './faults.ts';
import styles from './RuleForm.module.css';
import { StreakRows } from './StreakRows.tsx';
import { useSentences } from './sentences.ts';
import { TextPair } from './TextPair.tsx';

const MOST_HELD = 12;
const heldChoices = Array.from({ length: MOST_HELD }, (_, at) => at + 1);
const withins = Dimension.shape.within.unwrap().options;

/** A part of the page that moves loses its focus; at an end of the list the other direction has it. */
function keepingFocus(button: HTMLButtonElement, move: () => void): void {
  flushSync(move);
  const beside = button.previousElementSibling instanceof HTMLButtonElement ? button.previousElementSibling : button.nextElementSibling;
  if (!button.disabled) button.focus();
  else if (beside instanceof HTMLElement) beside.focus();
}

type DimensionFieldsProps = {
  rates: RuleDraft['rates'];
  dimension: TypedDimension;
  /** Its place, from 0, among how many. */
  at: number;
  of: number;
  faultAt: FaultAt;
  onDimension: (dimension: TypedDimension) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

/** One dimension of a rule set: what is measured, which values give which lamp, what goes for months in a row. */
export function DimensionFields({ rates, dimension, at, of, faultAt, onDimension, onMove, onRemove }: DimensionFieldsProps) {
  const { ruleForm: words, rules, vocabulary } = useMessages();
  const { language } = useLanguage();
  const sentences = useSentences()({ rates }, dimension);
  const { metric, bands, gap, streaks, recovery } = dimension;
  const put = (part: Partial<TypedDimension>) => onDimension({ ...dimension, ...part });
  const kind = metricKinds[metric];
  const name = dimensionName(dimension)[language].trim() || words.unnamed;
  const isCompared = metric === 'rankFromEnd' || metric === 'growthBelowAverage';
  return (
    <section className={styles.dimension} aria-label={words.dimensionOf(at + 1, name)}>
      <header className={styles.head}>
        <h3>{words.dimensionOf(at + 1, name)}</h3>
        <IconButton
          icon="up"
          size="small"
          label={words.up(name)}
          disabled={at === 0}
          onClick={({ currentTarget }) => keepingFocus(currentTarget, () => onMove(-1))}
        />
        <IconButton
          icon="down"
          size="small"
          label={words.down(name)}
          disabled={at === of - 1}
          onClick={({ currentTarget }) => keepingFocus(currentTarget, () => onMove(1))}
        />
        <IconButton icon="trash" size="small" label={words.remove(name)} onClick={onRemove} />
      </header>
      <FormGrid>
        {dimension.name && (
          <TextPair
            labels={{ zh: words.dimensionName, en: words.nameEn }}
            text={dimension.name}
            required
            maxLength={30}
            error={faultAt('name.zh') ?? faultAt('name') ?? faultAt('id')}
            onText={(text) => put({ name: text })}
          />
        )}
        <Select
          label={words.metric}
          required
          value={metric}
          onValue={(chosen) => chosen && onDimension(withMetric(dimension, chosen))}
          options={Metric.options.map((one) => ({
            value: one,
            label: words.metrics[one].name,
            disabled: !metricKinds[one].rates.includes(rates),
          }))}
          error={faultAt('metric')}
        />
        {isCompared && (
          <Select
            label={words.within}
            value={dimension.within}
            onValue={(within) => within && put({ within })}
            options={withins.map((within) => ({ value: within, label: rules.within[within] }))}
          />
        )}
        <WideCell>
          <p className={styles.note}>{words.metricFacts(rules.metrics[metric], words.units[kind.unit], words.worse[kind.worse])}</p>
          <p className={styles.note}>{words.metrics[metric].note}</p>
        </WideCell>
      </FormGrid>
      <BandRows dimension={dimension} sentences={sentences.bands} faultAt={faultAt} onBands={(next) => put({ bands: next })} />
      <FormGrid>
        <Select
          label={words.gapLamp}
          value={gap}
          placeholder={words.gapUnrated}
          onValue={(lamp) => put({ gap: lamp })}
          options={Lamp.options.map((lamp) => ({ value: lamp, label: vocabulary.lamp[lamp] }))}
        />
        <div className={styles.conditions}>
          <Checkbox
            label={rates === 'task' ? words.recoveryTask : words.recovery}
            checked={recovery !== null}
            onChecked={(on) => put({ recovery: on ? { from: 'red', to: 'yellow', months: 1 } : null })}
          />
          {recovery && rates !== 'task' && (
            <Select
              label={words.recoveryMonths}
              isLabelHidden
              value={String(recovery.months)}
              onValue={(months) => put({ recovery: { ...recovery, months: Number(months) } })}
              options={heldChoices.map((count) => ({ value: String(count), label: words.monthCount(count) }))}
            />
          )}
          <Checkbox label={words.exemptible} checked={dimension.exemptible} onChecked={(exemptible) => put({ exemptible })} />
        </div>
        {rates !== 'task' && (
          <WideCell>
            <fieldset className={styles.group}>
              <legend>
                {words.streaks}
                <span className={styles.note}>{words.streaksNote}</span>
              </legend>
              <StreakRows streaks={streaks} faultAt={faultAt} onStreaks={(next) => put({ streaks: next })} />
            </fieldset>
          </WideCell>
        )}
        <TextPair
          labels={{ zh: words.readingText, en: words.readingEn }}
          text={dimension.reading}
          hint={words.readingHint}
          isLong
          error={faultAt('reading.zh')}
          onText={(text) => put({ reading: text.zh === '' ? null : text })}
        />
      </FormGrid>
      {bands.length > 0 && sentences.besides.length > 0 && (
        <ul className={styles.besides}>
          {sentences.besides.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
