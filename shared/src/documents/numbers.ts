import { formatPercent, formatWan, type Money, yuan } from '../kit/money.ts';
import type { Cell, Inline, NumberInline, NumberSource, Quantity, RowSet } from './model.ts';

/** Rows that a text speaks of, under the name by which its numbers refer to them. */
export type NamedRows<Row> = { readonly key: string; readonly label: string; readonly rows: readonly Row[] };

/** A field that may be added up: what it is called, how it is read, and whether it is money. */
export type NumberField<Row> = { label: string; read: (row: Row) => number; isMoney: boolean };

/**
 * Makes the numbers of one document: each is worked out from the rows that its source names,
 * so a number without rows cannot be written.
 */
export function numbersFrom<Row, Field extends string>(given: {
  period: string;
  of: RowSet['of'];
  idOf: (row: Row) => string;
  fields: Record<Field, NumberField<Row>>;
  /** What a number of one row is called by, before what it is. */
  nameOf?: (row: Row) => string;
  /** How money is printed, 万元 unless something else is said, and to how many places a rate. */
  money?: (amount: Money) => string;
  decimals?: number;
}) {
  const money = given.money ?? formatWan;
  const nameOf = (row: Row): string => (given.nameOf ? `${given.nameOf(row)}：` : '');
  const rowSets: Record<string, RowSet> = {};

  function name(key: string, label: string, filter: Record<string, string>, rows: readonly Row[]): NamedRows<Row> {
    rowSets[key] = { of: given.of, label, filter, ids: rows.map(given.idOf) };
    return { key, label, rows };
  }
  function made(text: string, value: number, label: string, formula: NumberSource['formula']): NumberInline {
    return { type: 'number', text, value, source: { label, period: given.period, formula } };
  }
  function countOf(set: NamedRows<Row>): Quantity {
    return { of: 'count', rows: { set: set.key } };
  }
  function total(field: Field, rows: readonly Row[]): Money {
    return yuan(rows.reduce((sum, row) => sum + given.fields[field].read(row), 0));
  }
  function printed(field: Field, value: Money): string {
    return given.fields[field].isMoney ? money(value) : String(value);
  }
  function ratio(label: string, part: Quantity, base: Quantity, above: number, below: number): NumberInline | null {
    const text = formatPercent(above, below, given.decimals);
    return text === null ? null : made(`${text}%`, above / below, label, { kind: 'ratio', part, base });
  }

  return {
    rowSets,
    name,
    total,
    /** How many rows: 7 */
    count(set: NamedRows<Row>): NumberInline {
      return made(String(set.rows.length), set.rows.length, set.label, { kind: 'quantity', quantity: countOf(set) });
    },
    /** A field added up over rows; money in 万元. */
    sum(field: Field, set: NamedRows<Row>): NumberInline {
      const value = total(field, set.rows);
      const quantity: Quantity = { of: 'sum', field, rows: { set: set.key } };
      return made(printed(field, value), value, `${set.label}${given.fields[field].label}`, { kind: 'quantity', quantity });
    },
    /** A field of one row. */
    one(field: Field, row: Row): NumberInline {
      const value = total(field, [row]);
      const quantity: Quantity = { of: 'sum', field, rows: { one: given.idOf(row) } };
      return made(printed(field, value), value, `${nameOf(row)}${given.fields[field].label}`, { kind: 'quantity', quantity });
    },
    /** One field in percent of another over the same rows; null where the base is zero. */
    rate(label: string, part: Field, base: Field, set: NamedRows<Row>): NumberInline | null {
      const over = (field: Field): Quantity => ({ of: 'sum', field, rows: { set: set.key } });
      return ratio(label, over(part), over(base), total(part, set.rows), total(base, set.rows));
    },
    /** The same rate for one row. */
    rateOfOne(label: string, part: Field, base: Field, row: Row): NumberInline | null {
      const over = (field: Field): Quantity => ({ of: 'sum', field, rows: { one: given.idOf(row) } });
      return ratio(`${nameOf(row)}${label}`, over(part), over(base), total(part, [row]), total(base, [row]));
    },
    /** How many of some rows are others: 开工率. */
    share(label: string, part: NamedRows<Row>, base: NamedRows<Row>): NumberInline | null {
      return ratio(label, countOf(part), countOf(base), part.rows.length, base.rows.length);
    },
    /** By how many rows there are more or fewer than a period before; printed without its sign. */
    change(set: NamedRows<Row>, before: number, beforePeriod: string): NumberInline {
      const value = set.rows.length - before;
      return made(String(Math.abs(value)), value, `${set.label}较上期增减`, { kind: 'change', now: countOf(set), before, beforePeriod });
    },
  };
}

/** Text and numbers in the order of reading: line`共${number}个` */
export function line(strings: TemplateStringsArray, ...parts: (Inline | string | readonly Inline[])[]): Inline[] {
  const inlines: Inline[] = [];
  function push(part: Inline | string | readonly Inline[]): void {
    if (isInlines(part)) for (const inline of part) push(inline);
    else if (typeof part !== 'string') inlines.push(part);
    else if (part !== '') inlines.push({ type: 'text', text: part });
  }
  strings.forEach((text, index) => {
    push(text);
    const part = parts[index];
    if (part !== undefined) push(part);
  });
  return inlines;
}

function isInlines(part: Inline | string | readonly Inline[]): part is readonly Inline[] {
  return Array.isArray(part);
}

/** Puts the parts of an enumeration together with a mark between them. */
export function joined(parts: readonly (readonly Inline[])[], mark: string): Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [{ type: 'text' as const, text: mark }, ...part]));
}

/** A cell of a table. */
export function cell(content: Inline | string | null, span = 1): Cell {
  const inlines = content === null ? [] : typeof content === 'string' ? line`${content}` : [content];
  return { inlines, span };
}

/** What a reader sees of inlines: for search, comparison and tests. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}
