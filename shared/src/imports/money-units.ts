import { z } from 'zod';

/** A unit as a list writes it, in its full form and the largest first: 亿 is 亿元, 万 is 万元. */
export const MoneyUnit = z.enum(['亿元', '千万元', '百万元', '万元', '千元', '元']);
export type MoneyUnit = z.infer<typeof MoneyUnit>;

/** How many 万元 one of each unit is. */
export const moneyUnits = { 亿元: 10_000, 千万元: 1000, 百万元: 100, 万元: 1, 千元: 0.1, 元: 0.0001 } as const satisfies Record<
  MoneyUnit,
  number
>;

const unitPattern = '(亿元|亿|千万元|百万元|万元|万|千元|元)';

function named(text: string): MoneyUnit | null {
  switch (text) {
    case '亿':
    case '亿元':
      return '亿元';
    case '万':
    case '万元':
      return '万元';
    case '千万元':
    case '百万元':
    case '千元':
    case '元':
      return text;
    default:
      return null;
  }
}

/** The unit that a text is, alone or in brackets: `万元`, `（亿元）`, `亿`. */
export function asMoneyUnit(text: string): MoneyUnit | null {
  return named(text.normalize('NFKC').replace(/[\s()[\]]/g, ''));
}

/** The unit that a header states: `总投资（亿元）`, `总投资:万元`, `投资额/万元`. */
export function unitInHeader(header: string): MoneyUnit | null {
  const plain = header.normalize('NFKC').replace(/\s/g, '');
  const bracketed = new RegExp(`[([【](?:单位[:：]?)?${unitPattern}[^)\\]】]*[)\\]】]`).exec(plain);
  if (bracketed?.[1]) return named(bracketed[1]);
  const trailing = new RegExp(`[:,/、]${unitPattern}$`).exec(plain) ?? /(亿元|万元)$/.exec(plain);
  return trailing?.[1] ? named(trailing[1]) : null;
}

/** The unit that a line above the header declares: `单位：万元`, `金额单位：亿元`. 填报单位 names an office and is none. */
export function declaredUnit(text: string): MoneyUnit | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const match = new RegExp(`单位[:：]?[^:：]{0,8}?${unitPattern}(?![\\p{Script=Han}])`, 'u').exec(plain);
  return match?.[1] ? named(match[1]) : null;
}
