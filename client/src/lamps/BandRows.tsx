import { emptyBand, type TypedBand, type TypedBound, type TypedDimension, typedDecimal, typedZh } from '#shared/lamps/draft.ts';
import { metricKinds } from '#shared/lamps/metrics.ts';
import { Lamp as LampColour } from '#shared/lamps/schema.ts';
import { useMessages } from '../app/language.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { Select } from '../kit/Select.tsx';
import { Table } from '../kit/Table.tsx';
import { TextField } from '../kit/TextField.tsx';
import type { FaultAt } from './faults.ts';
import { Lamp } from './Lamp.tsx';
import styles from './RuleForm.module.css';

const MOST_BANDS = 12;

type BandRowsProps = {
  dimension: TypedDimension;
  /** Each band in words, as it stands. */
  sentences: readonly string[];
  faultAt: FaultAt;
  onBands: (bands: TypedBand[]) => void;
};

/** 分档: which values give which lamp, a row each, and beside it what the row says. */
export function BandRows({ dimension: { metric, bands }, sentences, faultAt, onBands }: BandRowsProps) {
  const { ruleForm: words, vocabulary } = useMessages();
  const change = (at: number, part: Partial<TypedBand>) =>
    onBands(bands.map((band, index) => (index === at ? { ...band, ...part } : band)));
  const unit = words.units[metricKinds[metric].unit];
  const fault = faultAt('bands');
  return (
    <>
      <Table label={words.bands}>
        <thead>
          <tr>
            <th scope="col">{words.lamp}</th>
            <th scope="col">{words.grade}</th>
            <th scope="col">{`${words.from} (${unit})`}</th>
            <th scope="col">{`${words.to} (${unit})`}</th>
            <th scope="col">{words.reads}</th>
            <th aria-label={words.removeColumn} />
          </tr>
        </thead>
        <tbody>
          {bands.map((band, index) => {
            const at = index + 1;
            // Bands have no identity but their place.
            const key = `band ${at}`;
            return (
              <tr key={key}>
                <td className={styles.lamp}>
                  <Lamp colour={band.lamp} size={18} silent />
                  <Select
                    label={words.lampOf(at)}
                    isLabelHidden
                    value={band.lamp}
                    onValue={(lamp) => lamp && change(index, { lamp })}
                    options={LampColour.options.map((lamp) => ({ value: lamp, label: vocabulary.lamp[lamp] }))}
                  />
                </td>
                <td className={styles.grade}>
                  <TextField
                    label={words.gradeOf(at)}
                    isLabelHidden
                    placeholder={words.gradeHint}
                    maxLength={30}
                    value={band.grade?.zh ?? ''}
                    onText={(zh) => change(index, { grade: zh === '' ? null : typedZh(band.grade, zh) })}
                    error={faultAt(`bands.${index}.grade.zh`)}
                  />
                </td>
                <td>
                  <BoundFields
                    bound={band.from}
                    ends={{ in: words.atLeast, out: words.above }}
                    labels={{ end: words.fromEndOf(at), value: words.fromOf(at) }}
                    error={faultAt(`bands.${index}.from.value`)}
                    onBound={(from) => change(index, { from })}
                  />
                </td>
                <td>
                  <BoundFields
                    bound={band.to}
                    ends={{ in: words.atMost, out: words.below }}
                    labels={{ end: words.toEndOf(at), value: words.toOf(at) }}
                    error={faultAt(`bands.${index}.to.value`)}
                    onBound={(to) => change(index, { to })}
                  />
                </td>
                <td className={styles.reads}>{sentences[index]}</td>
                <td>
                  <IconButton
                    icon="trash"
                    size="small"
                    label={words.removeBand(at)}
                    disabled={bands.length === 1}
                    onClick={() => onBands(bands.filter((_, other) => other !== index))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
      <span>
        <Button size="small" icon="plus" disabled={bands.length >= MOST_BANDS} onClick={() => onBands([...bands, emptyBand])}>
          {words.addBand}
        </Button>
      </span>
    </>
  );
}

type BoundFieldsProps = {
  bound: TypedBound | null;
  ends: { in: string; out: string };
  labels: { end: string; value: string };
  error: string | null;
  onBound: (bound: TypedBound | null) => void;
};

/** One end of a band: open, or a number that still belongs to it or no more. */
function BoundFields({ bound, ends, labels, error, onBound }: BoundFieldsProps) {
  const { ruleForm: words } = useMessages();
  return (
    <div className={styles.bound}>
      <Select
        label={labels.end}
        isLabelHidden
        value={bound ? (bound.inclusive ? 'in' : 'out') : 'open'}
        onValue={(end) => onBound(end === 'open' ? null : { value: bound?.value ?? '', inclusive: end === 'in' })}
        options={[
          { value: 'open', label: words.noEnd },
          { value: 'in', label: ends.in },
          { value: 'out', label: ends.out },
        ]}
      />
      {bound && (
        <TextField
          label={labels.value}
          isLabelHidden
          inputMode="decimal"
          value={bound.value}
          onText={(text) => onBound({ ...bound, value: typedDecimal(text) })}
          error={error}
        />
      )}
    </div>
  );
}
