/** The one thing asked of a query string: shared code knows no browser. */
export type URLSearchParamsLike = { get: (name: string) => string | null };

/** A query string of what is set; what is null or empty is left out. */
export function queryText(values: Readonly<Record<string, string | null>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []))
    .join('&');
}
