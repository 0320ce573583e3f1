import type { LedgerColumn } from '#shared/ledgers/columns.ts';
import type { LedgerFilter } from '#shared/ledgers/filter.ts';
import type { LedgerRecord } from '#shared/ledgers/records.ts';
import { pickOf } from '#shared/ledgers/values.ts';
import type { Catalogue } from '../app/messages.ts';
import type { Language } from '../kit/languages.ts';

/** A value of a column in words. */
export function valueText(column: LedgerColumn, value: string, { vocabulary }: Catalogue): string {
  if (column.kind === 'choice') return lookUp(vocabulary[column.list], value);
  return column.kind === 'step' ? lookUp(vocabulary.stepStatus, value) : value;
}

function lookUp(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}

/** The values that a column has, with how many rows each; the most frequent texts first, codes in their own order. */
export function optionsOf(column: LedgerColumn, records: readonly LedgerRecord[], messages: Catalogue) {
  const counts = new Map<string, number>();
  for (const record of records) {
    const value = pickOf(column, record);
    if (value !== null && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const order = orderOf(column, messages);
  return [...counts]
    .map(([value, count]) => ({ value, count, label: valueText(column, value, messages) }))
    .sort((a, b) => (order ? order.indexOf(a.value) - order.indexOf(b.value) : b.count - a.count));
}

function orderOf(column: LedgerColumn, { vocabulary }: Catalogue): string[] | null {
  if (column.kind === 'choice') return Object.keys(vocabulary[column.list]);
  return column.kind === 'step' ? Object.keys(vocabulary.stepStatus) : null;
}

/** A filter in the words of its chip: 责任单位：住建局、水利局 */
export function chipText(column: LedgerColumn, filter: LedgerFilter, language: Language, messages: Catalogue): string {
  const { kit, ledgers } = messages;
  const { chip } = ledgers;
  const title = column.title[language];
  switch (filter.by) {
    case 'text':
      return chip.text(title, filter.text);
    case 'set': {
      const named = filter.values.slice(0, 3).map((value) => valueText(column, value, messages));
      return chip.set(title, filter.values.length > 3 ? chip.more(kit.list(named), filter.values.length) : kit.list(named));
    }
    case 'range':
      if (filter.from === null) return chip.to(title, filter.to ?? '');
      return filter.to === null ? chip.from(title, filter.from) : chip.range(title, filter.from, filter.to);
    case 'empty':
      return filter.isEmpty ? chip.empty(title) : chip.filled(title);
  }
}
