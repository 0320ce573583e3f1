import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Enough for every query of the product; lists of ids make more texts than that, and the oldest give way. */
const MOST_KEPT = 500;

const CHANGES_SHAPE = /^\s*(create|alter|drop|pragma)\b/i;

/**
 * The database as Kysely asks it: a statement is prepared once, and its rows are read as arrays. better-sqlite3 would
 * set each field of each row by name from C++, which costs more than finding the rows.
 */
export function keptStatements(database: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => void database.close(),
    prepare: (sql) => {
      const found = kept.get(sql);
      if (found) {
        // A map keeps the order in which its keys were put in: the first one is the one not asked for the longest.
        kept.delete(sql);
        kept.set(sql, found);
        return found;
      }
      const statement = database.prepare(sql);
      if (!statement.reader) {
        // What a `*` stands for is not what it was.
        if (CHANGES_SHAPE.test(sql)) kept.clear();
        else keep(sql, statement);
        return statement;
      }
      const read = reader(database, statement);
      keep(sql, read);
      return read;
    },
  };

  function keep(sql: string, statement: SqliteStatement): void {
    kept.set(sql, statement);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  }
}

function reader(database: Sqlite.Database, statement: Sqlite.Statement): SqliteStatement {
  const { source } = statement;
  const makeRow = rowMaker(statement.columns().map((column) => column.name));
  statement.raw(true);
  return {
    reader: true,
    all: (parameters) => statement.all(parameters).map(makeRow),
    run: (parameters) => statement.run(parameters),
    // A statement that is being walked through cannot be asked anew meanwhile.
    iterate: (parameters) => database.prepare(source).iterate(parameters),
  };
}

/**
 * Makes a row of its values. The function is written out for its columns, so that all rows have one shape: setting
 * fields by name in a loop takes twice as long.
 */
function rowMaker(names: string[]): (values: unknown) => unknown {
  const fields = names.map((name, at) => `${JSON.stringify(name)}: values[${at}]`);
  return new Function('values', `return { ${fields.join(', ')} };`) as (values: unknown) => unknown;
}
