import { z } from 'zod';
import type { URLSearchParamsLike } from '../kit/query.ts';
import type { LedgerColumn } from './columns.ts';
import { LedgerFilter, passes, waysOf } from './filter.ts';
import { columnOf, ledgers } from './ledgers.ts';
import { type LedgerName, type LedgerRecord, ledgerNames } from './records.ts';
import { compareBy } from './values.ts';

/** A3 横 or A4 横. */
export const Paper = z.enum(['a4', 'a3']);
export type Paper = z.infer<typeof Paper>;

const Key = z.string().regex(/^[A-Za-z]{1,40}$/);

/** How somebody looks at a ledger: which columns in which order, what passes, what it is sorted by, on which paper. */
export const LedgerView = z.strictObject({
  columns: z.array(Key).min(1).max(60),
  filters: z.record(Key, LedgerFilter).refine((filters) => Object.keys(filters).length <= 30, 'too many filters'),
  sort: z.strictObject({ key: Key, isDescending: z.boolean() }),
  paper: Paper,
});
export type LedgerView = z.infer<typeof LedgerView>;

/** One of the four, on the wire. */
export const Ledger = z.enum(ledgerNames);
export type Ledger = z.infer<typeof Ledger>;

/** A ledger as it is shown before anybody has chosen anything. */
export function defaultView(name: LedgerName): LedgerView {
  const { columns, sort } = ledgers[name];
  return { columns: columns.filter((column) => column.isShown).map(({ key }) => key), filters: {}, sort, paper: 'a3' };
}

/** The columns that a view shows; keys that the ledger does not know (a column that was dropped since) are left out. */
export function columnsOf(name: LedgerName, view: LedgerView): LedgerColumn[] {
  return [...new Set(view.columns)].flatMap((key) => columnOf(name, key) ?? []);
}

/** The rows that pass every filter, in the view's order; rows that are equal in it stand as the projects are numbered. */
export function arrange(name: LedgerName, view: LedgerView, records: readonly LedgerRecord[]): LedgerRecord[] {
  const filters = Object.entries(view.filters).flatMap(([key, filter]) => {
    const column = columnOf(name, key);
    return column && waysOf(column).includes(filter.by) ? [{ column, filter }] : [];
  });
  const passed = records.filter((record) => filters.every(({ column, filter }) => passes(column, filter, record)));
  const column = columnOf(name, view.sort.key);
  const compare = column ? compareBy(column, view.sort.isDescending) : () => 0;
  return passed.sort((a, b) => compare(a, b) || a.project.key - b.project.key || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Reads a view from an address; what is not said, or said wrongly, is as by default. */
export function viewFromQuery(name: LedgerName, query: URLSearchParamsLike): LedgerView {
  const usual = defaultView(name);
  const columns = (query.get('c') ?? '').split(',').filter((key) => columnOf(name, key));
  const sort = /^(-?)([A-Za-z]+)$/.exec(query.get('s') ?? '');
  const filters: Record<string, LedgerFilter> = {};
  for (const column of ledgers[name].columns) {
    const filter = readFilter(query.get(`f.${column.key}`));
    if (filter && waysOf(column).includes(filter.by)) filters[column.key] = filter;
  }
  return {
    columns: columns.length > 0 ? columns : usual.columns,
    filters,
    sort: sort?.[2] && columnOf(name, sort[2]) ? { key: sort[2], isDescending: sort[1] === '-' } : usual.sort,
    paper: Paper.safeParse(query.get('p')).data ?? usual.paper,
  };
}

/** Writes a query string that `viewFromQuery` reads back; what is as by default is left out. */
export function viewToQuery(name: LedgerName, view: LedgerView): string {
  const usual = defaultView(name);
  const pairs: [string, string][] = [];
  if (view.columns.join() !== usual.columns.join()) pairs.push(['c', view.columns.join(',')]);
  const { key, isDescending } = view.sort;
  if (key !== usual.sort.key || isDescending !== usual.sort.isDescending) pairs.push(['s', `${isDescending ? '-' : ''}${key}`]);
  for (const [each, filter] of Object.entries(view.filters)) pairs.push([`f.${each}`, writeFilter(filter)]);
  if (view.paper !== usual.paper) pairs.push(['p', view.paper]);
  return pairs.map(([each, value]) => `${each}=${encodeURIComponent(value)}`).join('&');
}

/** `~北湖` within · `=red,yellow` one of · `500..1200` a range · `-` nothing there · `*` anything there. */
function writeFilter(filter: LedgerFilter): string {
  switch (filter.by) {
    case 'text':
      return `~${filter.text}`;
    case 'set':
      return `=${filter.values.map(encodeURIComponent).join(',')}`;
    case 'range':
      return `${filter.from ?? ''}..${filter.to ?? ''}`;
    case 'empty':
      return filter.isEmpty ? '-' : '*';
  }
}

function readFilter(text: string | null): LedgerFilter | null {
  if (text === null) return null;
  return LedgerFilter.safeParse(parseFilter(text)).data ?? null;
}

function parseFilter(text: string): unknown {
  if (text === '-' || text === '*') return { by: 'empty', isEmpty: text === '-' };
  if (text.startsWith('~')) return { by: 'text', text: text.slice(1) };
  if (text.startsWith('=')) return { by: 'set', values: text.slice(1).split(',').map(decoded) };
  const range = /^([^.]*(?:\.\d+)?)\.\.(.*)$/.exec(text);
  return range ? { by: 'range', from: range[1] || null, to: range[2] || null } : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
