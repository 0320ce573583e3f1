import type { z } from 'zod';

/** The names of the fields that a schema refuses, dotted where they lie inside others. */
export function wrongFields(schema: z.ZodType, value: unknown): ReadonlySet<string> {
  const result = schema.safeParse(value);
  return new Set(result.success ? [] : result.error.issues.map((issue) => issue.path.join('.')));
}

/** The part of a set of dotted names that lies below a prefix, without it. */
export function below(prefix: string, names: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...names].filter((name) => name.startsWith(`${prefix}.`)).map((name) => name.slice(prefix.length + 1)));
}
