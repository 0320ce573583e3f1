/** What the server answers a search with, as far as the list shows it. */
export type Found = {
  projects: readonly { id: string; name: string; code: string | null; unitName: string }[];
  units: readonly { id: string; name: string; shortName: string }[];
};

/** A line of the list. */
export type Find = { type: 'project' | 'unit'; id: string; name: string; beside: string; code: string | null };

/** The lines in the order in which they stand: projects, then units. */
export function finds(found: Found | undefined): Find[] {
  if (!found) return [];
  return [
    ...found.projects.map(
      ({ id, name, unitName, code }): Find => ({ type: 'project', id, name, beside: unitName, code: code?.slice(-6) ?? null }),
    ),
    ...found.units.map(
      ({ id, name, shortName }): Find => ({ type: 'unit', id, name: shortName, beside: name === shortName ? '' : name, code: null }),
    ),
  ];
}

/** The next line up or down; past an end the other one follows. */
export function stepTo(at: number, step: 1 | -1, count: number): number {
  return count === 0 ? 0 : (at + step + count) % count;
}
