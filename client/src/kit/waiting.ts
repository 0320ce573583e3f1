/**
 * Something whose parts may still be on their way: who reads one that is missing waits for it as React waits, by what is
 * thrown. `bring` fetches the part of that name.
 */
export function waitingFor<Whole extends object>(parts: Partial<Whole>, bring: (name: string) => Promise<void>): Whole {
  return new Proxy(parts, {
    get: (present, name) => {
      const found: unknown = Reflect.get(present, name);
      if (found === undefined && typeof name === 'string') throw bring(name);
      return found;
    },
  }) as Whole;
}
