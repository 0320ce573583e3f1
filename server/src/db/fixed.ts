import type { Compilable, CompiledQuery } from 'kysely';
import { recordOf } from '#shared/kit/collections.ts';
import type { Reader } from './tables.ts';

/** Where a value goes that differs from one asking to the next. */
class Blank {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query whose words never change: put together once for each database, with blanks for its values, and asked with others
 * ever after. For what every request asks, because to build a query takes longer than to answer it.
 */
export function fixed<Values extends Record<string, unknown>, Answer>(
  names: readonly (keyof Values & string)[],
  build: (db: Reader, values: Values) => Compilable<Answer>,
): (db: Reader, values: Values) => Promise<Answer[]> {
  const known = new WeakMap<object, CompiledQuery<Answer>>();
  return async (db, values) => {
    const { adapter } = db.getExecutor();
    const query = known.get(adapter) ?? build(db, blanks(names)).compile();
    known.set(adapter, query);
    const parameters = query.parameters.map((each) => (each instanceof Blank ? values[each.name] : each));
    return (await db.executeQuery<Answer>({ ...query, parameters })).rows;
  };
}

/** Kysely takes whatever stands for a value as one, and hands it back in its place among the parameters. */
function blanks<Values>(names: readonly (keyof Values & string)[]): Values {
  return recordOf(names, (name) => new Blank(name)) as Values;
}
