import type { Band, Bilingual, Dimension, Lamp, Metric } from '#shared/lamps/schema.ts';
import type { Language } from '../kit/language.ts';
import type { zh } from './messages.ts';

type Words = typeof zh;

const unitOf: Record<Metric, keyof Words['units']> = {
  relativeShortfall: 'percent',
  lagPoints: 'points',
  ratioToPlan: 'percent',
  monthsPastPlannedStart: 'months',
  monthsUnregisteredSinceStart: 'months',
  stepOverdueWorkdays: 'days',
  paymentRatio: 'percent',
};

/** What a rule set says in the language that the page speaks. */
export function inLanguage(text: Bilingual, language: Language): string {
  return text[language];
}

/** Which values give a lamp, one line a band; empty where the dimension does not know that lamp. */
export function bandWords(dimension: Dimension, lamp: Lamp, words: Words): string[] {
  const measured = words.units[unitOf[dimension.metric]];
  return dimension.bands.filter((band) => band.lamp === lamp).map((band) => bandText(band, measured, words));
}

function bandText({ from, to }: Band, measured: (value: string) => string, words: Words): string {
  const lower = from && (from.inclusive ? words.from : words.above)(measured(from.value));
  const upper = to && (to.inclusive ? words.upTo : words.below)(measured(to.value));
  if (lower && upper) return words.between(lower, upper);
  return lower ?? upper ?? words.always;
}
