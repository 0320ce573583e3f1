import { type ColumnDataType, type CreateTableBuilder, type RawBuilder, type SchemaModule, sql } from 'kysely';

export type DialectName = 'sqlite' | 'postgres';

/**
 * The portable column types. Text that is compared or sorted is bytewise on both databases (PostgreSQL would
 * otherwise sort ids and order keys by the host's language), and every integer has room for yuan.
 */
export function columnsOf(dialect: DialectName): { text: ColumnDataType | RawBuilder<unknown>; integer: ColumnDataType } {
  return dialect === 'sqlite' ? { text: 'text', integer: 'integer' } : { text: sql`text collate "C"`, integer: 'bigint' };
}

type Schema = { schema: SchemaModule };
export type ColumnSpec = 'text' | 'text?' | 'integer' | 'integer?';

/** Creates a table from a map of columns; a question mark admits null. STRICT where the database knows it. */
export function createTable(
  db: Schema,
  dialect: DialectName,
  name: string,
  columns: Record<string, ColumnSpec>,
  refine: (table: CreateTableBuilder<string, string>) => CreateTableBuilder<string, string> = (table) => table,
): Promise<void> {
  const types = columnsOf(dialect);
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, spec] of Object.entries(columns)) {
    const type = spec.startsWith('text') ? types.text : types.integer;
    table = table.addColumn(column, type, (built) => (spec.endsWith('?') ? built : built.notNull()));
  }
  table = refine(table);
  if (dialect === 'sqlite') table = table.modifyEnd(sql`strict`);
  return table.execute();
}
