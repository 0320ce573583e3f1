import type { Reader } from '../db/tables.ts';

/** Looks for gaps and doubles in every series of numbers that was drawn. */
export async function verifyNumbers(db: Reader): Promise<{ checked: string; faults: string[] }> {
  const issued = await db
    .selectFrom('document')
    .select(['districtId', 'kind', 'year', 'number'])
    .orderBy('districtId')
    .orderBy('kind')
    .orderBy('year')
    .orderBy('number')
    .execute();
  const faults: string[] = [];
  let [series, last] = ['', 0];
  for (const { districtId, kind, year, number } of issued) {
    const own = `${kind} of ${districtId} ${year}`;
    if (own !== series) [series, last] = [own, 0];
    if (number !== last + 1) faults.push(`${own}: number ${number} follows ${last}`);
    last = number;
  }
  return { checked: `numbers of issued documents: ${issued.length}`, faults };
}
