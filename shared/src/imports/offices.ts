import { cleanText, saysNothing } from './text.ts';

const officeEnding =
  /(局|委|委员会|办|办公室|镇|乡|街道|街道办|办事处|管委会|中心|公司|集团|院|校|处|部|会|站|厅|政府|大队|支队|银行|社区|村委会|开发区|园区|法院|联社)$/;

/**
 * The units that one cell names. Commas, semicolons and 、 always part them; a line break or a blank only between
 * two texts that both end like an office, because a long name is also wrapped by hand.
 */
export function splitUnits(value: string | number | boolean | null): string[] {
  if (value === null) return [];
  const units: string[] = [];
  for (const part of String(value).split(/[,，;；、]/)) {
    const pieces: string[] = [];
    for (const piece of part.split(/\s+/).filter((text) => text !== '')) {
      const last = pieces.at(-1);
      if (last !== undefined && !(officeEnding.test(last) && officeEnding.test(piece))) pieces[pieces.length - 1] = `${last}${piece}`;
      else pieces.push(piece);
    }
    units.push(...pieces.map(cleanText));
  }
  return units.filter((unit) => !saysNothing(unit));
}
