import { cellAt, isBlank, type WorkbookGrid } from './cells.ts';
import type { ImportKind } from './fields.ts';
import { plainText } from './text.ts';

const approvalSteps = [
  /立项|可研批复|备案/,
  /用地预审|选址意见/,
  /环(境)?(影响)?评/,
  /节能/,
  /水土保持/,
  /用地规划/,
  /初步设计/,
  /工程规划/,
  /施工图/,
  /施工许可/,
];

/** What kind of list a workbook is, from the words above and in its headers: first what only one kind has, key projects where nothing speaks against it. */
export function recogniseKind(workbook: WorkbookGrid): ImportKind {
  const texts: string[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.hidden) continue;
    texts.push(plainText(sheet.name));
    for (let row = 0; row < Math.min(8, sheet.rows.length); row++) {
      for (let column = 0; column < (sheet.rows[row]?.length ?? 0); column++) {
        const cell = cellAt(sheet, row, column);
        if (!isBlank(cell)) texts.push(plainText(cell.value));
      }
    }
  }
  const some = (pattern: RegExp): boolean => texts.some((text) => text.length <= 60 && pattern.test(text));
  const months = new Set(texts.flatMap((text) => /^(?:1[-—至])?(1[0-2]|[1-9])月份?/.exec(text)?.[1] ?? []));
  if (some(/周报|^(截至)?本周(完成|累计|工程|进展)|上周累计/)) return 'weekly';
  if (months.size >= 6) return 'monthly';
  if (approvalSteps.filter((step) => texts.some((text) => text.length <= 24 && step.test(text))).length >= 4) return 'approvals';
  if (some(/灾后|恢复重建|重建类型|水毁|增发国债/) || (some(/是否开工/) && some(/是否(竣工|完工)/))) return 'reconstruction';
  return 'key-projects';
}
