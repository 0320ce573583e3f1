import { range } from '#shared/lamps/explain.ts';
import { gapsOf } from '#shared/lamps/gaps.ts';
import { type Band, type Bound, Decimal, type Dimension, type RuleSet } from '#shared/lamps/schema.ts';
import { useMessages } from '../app/language.tsx';
import { useLanguage } from '../kit/language.ts';

/** A bound that is still to be typed leaves its place open in the sentence. */
function shown(bound: Bound | null): Bound | null {
  return bound && bound.value === '' ? { ...bound, value: '…' } : bound;
}

type Rules = Pick<RuleSet, 'rates'>;
/** A dimension in sentences: one for each band, and what goes besides. */
export type Sentences = { bands: string[]; besides: string[] };

/** What a dimension says, in words: on the page of the rules and, while it is typed, in its form. */
export function useSentences(): (rules: Rules, dimension: Dimension) => Sentences {
  const { kit, rules: words, vocabulary } = useMessages();
  const { language } = useLanguage();

  function bandOf({ metric }: Dimension, band: Band): string {
    const lamp = vocabulary.lamp[band.lamp];
    const text = words.lit(range(metric, { from: shown(band.from), to: shown(band.to) }, language), lamp);
    return band.grade?.[language] ? kit.labelled(band.grade[language], text) : text;
  }

  /** Which values are left open is said where every bound can be read. */
  function gapOf({ metric, bands, gap }: Dimension): string[] {
    const isReadable = bands.flatMap(({ from, to }) => [from, to]).every((end) => !end || Decimal.safeParse(end.value).success);
    const left = isReadable ? gapsOf(metric, bands) : [];
    if (left.length === 0) return [];
    const values = kit.list(left.map((stretch) => range(metric, stretch, language)));
    return [gap ? words.gap(values, vocabulary.lamp[gap]) : words.gapUnrated(values)];
  }

  return ({ rates }, dimension) => {
    const { metric, within, streaks, recovery, exemptible, bands } = dimension;
    return {
      bands: bands.map((band) => bandOf(dimension, band)),
      besides: [
        ...(metric === 'rankFromEnd' || metric === 'growthBelowAverage' ? [words.within[within]] : []),
        ...gapOf(dimension),
        ...streaks.map(({ lamp, months, to }) => {
          const bad = vocabulary.lamp[lamp];
          return words.streak(months, lamp === 'red' ? bad : words.orWorse(bad), vocabulary.lamp[to]);
        }),
        ...(recovery ? [rates === 'task' ? words.recoveredTask : words.recovery(recovery.months)] : []),
        ...(exemptible ? [] : [words.notExemptible]),
      ],
    };
  };
}
