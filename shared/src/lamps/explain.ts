import { formatPercent } from '../kit/money.ts';
import { isWithin, ratioOf } from './bands.ts';
import { longEn, rangeEn, shortEn, unjudgedEn } from './explain-en.ts';
import { longZh, rangeZh, shortZh, unjudgedZh } from './explain-zh.ts';
import { isShare, type Metric } from './metrics.ts';
import type { LampResult, Reason } from './result.ts';
import type { Band, Lamp } from './schema.ts';

/** The languages that a lamp explains itself in. */
export type Locale = 'zh' | 'en';

/** A reason in a few characters for a card, and in full with figures, rule and what would turn it. */
export type Explanation = { short: string; long: string };

/** A reason in words. */
export function explain(reason: Reason, locale: Locale): Explanation {
  const figure = figureOf(reason);
  return locale === 'zh'
    ? { short: shortZh(reason, figure), long: longZh(reason, figure) }
    : { short: shortEn(reason, figure), long: longEn(reason, figure) };
}

/** A lamp as far as it is told in a few characters. */
export type ToldLamp = { lamp: Lamp | null; reasons: readonly Reason[]; override: { reason: string } | null };

/**
 * The few characters beside a lamp, the same on card, project, screen and annex: why the office set it, else the weightiest
 * reason that counts. Null where there is no lamp, and where a green one was not set by hand: nothing is to be said of it.
 */
export function lampText({ lamp, reasons, override }: ToldLamp, locale: Locale): string | null {
  if (override) return override.reason;
  if (lamp === null || lamp === 'green') return null;
  const worst = reasons.find((reason) => reason.exemption === null && reason.lamp !== 'green');
  return worst ? explain(worst, locale).short : null;
}

/** Which values a band holds, in words: what a rule set's table says and what a reason says. */
export function range(metric: Metric, band: Pick<Band, 'from' | 'to'>, locale: Locale): string {
  return locale === 'zh' ? rangeZh(metric, band) : rangeEn(metric, band);
}

/** A whole lamp in a few characters: the worst reason's, “按期推进” when green, or why there is no lamp. */
export function headline(result: LampResult, locale: Locale): string {
  const worst = result.reasons[0];
  if (result.lamp === 'green') return locale === 'zh' ? '按期推进' : 'On schedule';
  if (worst && !result.outOfScope) return explain(worst, locale).short;
  return (locale === 'zh' ? unjudgedZh : unjudgedEn)[result.outOfScope ?? 'nothing'];
}

/**
 * The value as text in the metric's unit, with as few decimals as keep it on its own side of the rule's bounds:
 * 14.6 % is yellow, and “15%” beside a bound of 15 would look red.
 */
function figureOf(reason: Reason): string {
  const { part, base } = reason.value;
  if (!isShare(reason.metric)) return String(BigInt(part) / BigInt(base));
  let text = '';
  for (let decimals = 0; decimals <= 4; decimals++) {
    text = formatPercent(part, base, decimals) ?? '';
    if (reason.band ? isWithin(ratioOf(text.replace('−', '-')), false, reason.band) : decimals === 2) break;
  }
  return text;
}
