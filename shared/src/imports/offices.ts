import { cleanText, saysNothing } from './text.ts';

const officeEnding =
  /(局|委|委员会|办|办公室|镇|乡|街道|街道办|办事处|管委会|中心|公司|集团|院|校|处|所|部|会|站|场|厂|馆|厅|队|政府|银行|社区|村|园区|法院|联社|(高新|经开|开发|集聚|示范|试验|保税|港|旅游|工业|产业|新)区)$/;
/** The end of a long name that was wrapped by hand, never a unit by itself. */
const looseEnding =
  /^(管委会|管理委员会|委员会|(有限)?(责任)?(股份)?(有限)?公司|办事处|街道办事处|人民政府|管理局|管理处|管理中心|服务中心|局|办|处|[(（].*)$/;

/**
 * The units that one cell names. Commas, semicolons and 、 always part them; a line break after what is a unit's whole
 * name, a blank only between two such: a long name is also wrapped by hand.
 */
export function splitUnits(value: string | number | boolean | null): string[] {
  if (value === null) return [];
  const units: string[] = [];
  for (const part of String(value).split(/[,，;；、]/)) {
    const pieces: string[] = [];
    for (const [, gap = '', piece = ''] of part.matchAll(/(\s*)(\S+)/g)) {
      const last = pieces.at(-1);
      const isApart =
        last !== undefined && officeEnding.test(last) && (gap.includes('\n') ? !looseEnding.test(piece) : officeEnding.test(piece));
      if (last === undefined || isApart) pieces.push(piece);
      else pieces[pieces.length - 1] = `${last}${piece}`;
    }
    units.push(...pieces.map(cleanText));
  }
  return units.filter((unit) => !saysNothing(unit));
}
