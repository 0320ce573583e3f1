import { z } from 'zod';
import { appRouter } from '#server/router.ts';
import { type IdKind, idPrefixes } from '#shared/kit/ids.ts';
import type { Records } from './records.ts';

/** The part of JSON Schema that an input is made from. */
type Shape = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  properties?: Record<string, Shape>;
};

/** A procedure as a caller sees it. */
export type Procedure = { name: string; type: 'query' | 'mutation' | 'subscription'; shape: Shape | null };

const Definition = z.object({ type: z.enum(['query', 'mutation', 'subscription']), inputs: z.array(z.instanceof(z.ZodType)) });

/** Every procedure of the application, with the shape of what it takes. */
export function procedures(): Procedure[] {
  // Routers nest in the types, but the list is flat: name → procedure.
  const flat: Record<string, unknown> = appRouter._def.procedures;
  return Object.entries(flat).map(([name, procedure]) => {
    const { type, inputs } = Definition.parse(typeof procedure === 'function' ? Reflect.get(procedure, '_def') : null);
    const [input] = inputs;
    return { name, type, shape: input ? (z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }) as Shape) : null };
  });
}

/** Calendar values are text that a rule checks, so a shape does not show them; their names do. */
const byName: [RegExp, string][] = [
  [/week$/i, '2026-W44'],
  [/^(day|on|asOf)$|On$|Until$/, '2026-10-29'],
  [/month$|^planned(Start|Finish)$/i, '2026-10'],
  [/^actual(Start|Finish)$/, '2026-10-29'],
];

const byPattern: Record<string, string> = {
  '^(19|20|21)\\d{2}-(0[1-9]|1[0-2])$': '2026-10',
  '^(19|20|21)\\d{2}-Q[1-4]$': '2026-Q4',
  '^([01]\\d|2[0-3]):[0-5]\\d$': '09:00',
  '^\\d{6}$': '999999',
  '^[0-9a-f]{64}$': '0'.repeat(64),
  '^[a-z][a-z0-9._-]{1,31}$': 'somebody',
  '^[a-z][a-z0-9-]{0,30}$': 'all',
  '^[A-Za-z]{1,40}$': 'name',
  '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$': '018f3c5e-7a51-4c0e-9d0e-0123456789ab',
  '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$': '2026-10-29T14:36',
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'progress',
  '^[a-z][a-zA-Z0-9-]{0,39}$': 'step',
};

function idKind(shape: Shape): IdKind | null {
  const prefix = /^\^([a-z]{3})_\[/.exec(shape.pattern ?? '')?.[1];
  const found = Object.entries(idPrefixes).find(([, each]) => each === prefix)?.[0];
  return found === undefined ? null : (found as IdKind);
}

/** Where ids stand in an input: the path, and what kind is meant. */
export function idPlaces(shape: Shape | null, path: string[] = []): { path: string[]; kind: IdKind }[] {
  if (!shape) return [];
  const kind = idKind(shape);
  if (kind) return [{ path, kind }];
  const options = shape.anyOf ?? shape.oneOf ?? [];
  return [
    ...options.flatMap((option) => idPlaces(option, path)),
    ...(shape.items ? idPlaces(shape.items, [...path, '0']) : []),
    ...Object.entries(shape.properties ?? {}).flatMap(([name, each]) => idPlaces(each, [...path, name])),
  ];
}

/** An input that fits the shape; every id is taken from `records`, but for the one at `place`, which is `foreign`'s. */
export function inputFor(shape: Shape | null, records: Records, foreign: Records, place: readonly string[]): unknown {
  return shape ? make(shape, []) : undefined;

  function isOnTheWay(path: readonly string[]): boolean {
    return path.every((step, at) => place[at] === step);
  }

  function make(part: Shape, path: string[]): unknown {
    const kind = idKind(part);
    if (kind) return (path.length === place.length && isOnTheWay(path) ? foreign : records)[kind];
    const options = part.anyOf ?? part.oneOf;
    if (options) return make(chosen(options, path), path);
    if ('const' in part) return part.const;
    if (part.enum) return part.enum[0];
    const type = Array.isArray(part.type) ? (part.type.includes('null') ? 'null' : part.type[0]) : part.type;
    if (type === 'null') return null;
    if (type === 'boolean') return true;
    if (type === 'integer') return Math.max(part.minimum ?? 1, part.exclusiveMinimum === undefined ? 0 : part.exclusiveMinimum + 1);
    if (type === 'array') return items(part, path);
    if (type === 'object') {
      return Object.fromEntries(Object.entries(part.properties ?? {}).map(([name, each]) => [name, make(each, [...path, name])]));
    }
    return text(part, path.at(-1) ?? '');
  }

  /** The option that leads to the place; else null, which asks for the least. */
  function chosen(options: Shape[], path: string[]): Shape {
    const leading = isOnTheWay(path)
      ? options.find((option) => idPlaces(option, path).some((each) => each.path.join() === place.join()))
      : undefined;
    return leading ?? options.find((option) => option.type === 'null') ?? options[0] ?? {};
  }

  function items(part: Shape, path: string[]): unknown[] {
    const count = isOnTheWay(path) && place.length > path.length ? 1 : (part.minItems ?? 0);
    return Array.from({ length: count }, (_, at) => make(part.items ?? {}, [...path, String(at)]));
  }

  function text(part: Shape, name: string): string {
    const known = part.pattern === undefined ? byName.find(([pattern]) => pattern.test(name))?.[1] : byPattern[part.pattern];
    return known ?? '示'.repeat(Math.max(part.minLength ?? 1, 2));
  }
}
