import { ledgers } from '../ledgers/ledgers.ts';
import type { WorkbookGrid } from './cells.ts';
import type { Field, ImportKind } from './fields.ts';
import { glance } from './headers.ts';
import { countMonths } from './months.ts';
import { countSteps } from './steps.ts';
import { plainText } from './text.ts';
import { isWeeklyWord, meanings } from './vocabulary.ts';

const rebuildFields: ReadonlySet<Field> = new Set(['investDoneWan', 'status', 'progress', 'issue', 'started', 'finished']);

/**
 * What kind of list a workbook is: first by what only the columns of one kind hold, then by its titles; key projects
 * where nothing speaks against it. A sheet may be called 周报 whatever it holds.
 */
export function recogniseKind(workbook: WorkbookGrid): ImportKind {
  const lists = workbook.sheets
    .filter((sheet) => !sheet.hidden)
    .flatMap((sheet) => {
      const parts = glance(sheet);
      return parts.length === 0 ? [{ name: sheet.name, title: '', headers: [] }] : parts.map((part) => ({ name: sheet.name, ...part }));
    });
  const headers = lists.flatMap((list) => list.headers);
  const paths = headers.map(({ path }) => path);
  const titles = plainText([...lists.map((list) => `${list.name} ${list.title}`), workbook.fileName].join(' '));
  const steps = countSteps(paths);
  const months = countMonths(headers.map(({ withBrackets }) => withBrackets));
  if (steps >= 4 || (steps >= 2 && /手续|审批|报批|许可/.test(titles))) return 'approvals';
  if (months >= 4 || (months >= 2 && /(分|逐|各|按)月|月度/.test(titles))) return 'monthly';
  // Sent out by 项目进展 of this product, whatever columns were chosen, it is a list of projects.
  const isOwn = lists.some(({ name }) => name === ledgers.progress.title.zh);
  if (!isOwn && (paths.some(isWeeklyWord) || /周报|周例会|周进展|周调度/.test(titles))) return 'weekly';
  if (/灾后|恢复重建|重建项目|水毁|增发国债/.test(titles) || paths.some((path) => /重建类型|增发国债|恢复类型/.test(path)))
    return 'reconstruction';
  if (paths.some((path) => /是否(已)?开工/.test(path)) && paths.some((path) => /是否(已)?(竣工|完工)/.test(path))) return 'reconstruction';
  return !/重点|储备/.test(titles) && countRebuildFields(paths) >= 3 ? 'reconstruction' : 'key-projects';
}

/** How many columns a list has that only lists of reconstruction projects keep. */
function countRebuildFields(paths: readonly string[]): number {
  const fields = paths.flatMap((path) => meanings(path, 'reconstruction', null).map(({ field }) => field));
  return new Set(fields.filter((field) => rebuildFields.has(field) || field.startsWith('funds.'))).size;
}
