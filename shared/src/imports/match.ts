import type { Day } from '../kit/calendar.ts';
import { groupBy, keyBy } from '../kit/collections.ts';
import type { Id } from '../kit/ids.ts';
import { draftsOf, type RowDraft } from './drafts.ts';
import { nameKey } from './names.ts';
import { type LeftOut, leftOutRow, type PlannedRow } from './planned.ts';
import type { ProjectReading } from './read.ts';
import { changesBetween, type KnownProject, notesOf, type Target, targetOf } from './targets.ts';
import { type KnownUnit, unitFinder, unitKey } from './unit-names.ts';

/** What is on record: the district's projects with their plan of the list's year, and its units. */
export type KnownProjects = {
  districtName: string;
  projects: readonly KnownProject[];
  units: readonly KnownUnit[];
};

/**
 * Compares a list of projects with those on record: which rows are new projects, what they change, what cannot be used.
 * A cell that says nothing clears nothing.
 */
export function planProjects(
  reading: ProjectReading,
  known: KnownProjects,
  asOf: Day,
): { rows: readonly PlannedRow[]; newUnits: readonly string[] } {
  const find = matcher(known);
  const unitOf = unitResolver(known);
  const isRepeated = repetitions();
  const newUnits = new Set<string>();
  const rows = draftsOf(reading).map((draft): PlannedRow => {
    const no = (why: LeftOut) => leftOutRow(draft, why);
    if (draft.isPart) return no('part');
    const { name } = draft;
    if (name === null || name.length < 2 || name.length > 120) return no('name');
    const found = find(draft, name);
    if (found === 'ambiguous') return no('ambiguous');
    if (draft.unusable.has('totalInvestWan') || (draft.totalInvestment === null && !found)) return no('total');
    if (draft.unusable.has('annualPlanWan')) return no('plan');
    const unit = unitOf(draft.units[0] ?? null, found?.project.unitId ?? null);
    if (unit === null) return no('unit');
    if (isRepeated(draft, name, found?.project.id ?? null)) return no('repeated');
    const target = targetOf(draft, name, unit, found, asOf);
    const changes = found ? changesBetween(found, target, known.units) : [];
    if (unit.id === null) newUnits.add(unit.name);
    return {
      sheet: draft.sheet,
      row: draft.row,
      name,
      verdict: found ? (changes.length > 0 ? 'changed' : 'unchanged') : 'new',
      leftOut: null,
      refusal: null,
      projectId: found?.project.id ?? null,
      unit,
      amounts: [target.fields.totalInvestment, target.plan?.annual ?? null],
      changes,
      notes: notesOf(draft, found),
      write: { kind: 'project', target },
    };
  });
  return { rows, newUnits: [...newUnits] };
}

/** By the national code where the row has one; else, or while the record has none, by the exact name. Within the kind. */
function matcher({ projects }: KnownProjects): (draft: RowDraft, name: string) => KnownProject | null | 'ambiguous' {
  const byCode = keyBy(
    projects.filter(({ project }) => project.code !== null),
    ({ project }) => `${project.kind}|${project.code}`,
  );
  const byName = groupBy(projects, ({ project }) => `${project.kind}|${nameKey(project.name)}`);
  return (draft, name) => {
    const coded = draft.code === null ? null : byCode.get(`${draft.kind}|${draft.code}`);
    if (coded) return coded;
    const named = byName.get(`${draft.kind}|${nameKey(name)}`) ?? [];
    // The same name under another code is another project.
    const candidates = draft.code === null ? named : named.filter(({ project }) => project.code === null);
    return candidates.length > 1 ? 'ambiguous' : (candidates[0] ?? null);
  };
}

/** Whether an earlier row was already taken for the same project: the one on record, the same code, the same name without one. */
function repetitions(): (draft: RowDraft, name: string, id: Id<'project'> | null) => boolean {
  const taken = new Set<string>();
  return ({ code }, name, id) => {
    const named = nameKey(name);
    const clashes = id ? [id] : code === null ? [`any ${named}`] : [`code ${code}`, `uncoded ${named}`];
    if (clashes.some((key) => taken.has(key))) return true;
    for (const key of id ? [id] : [`any ${named}`, code === null ? `uncoded ${named}` : `code ${code}`]) taken.add(key);
    return false;
  };
}

/** Two rows that name a new unit in two ways name one unit. */
function unitResolver({ units, districtName }: KnownProjects) {
  const find = unitFinder(units, districtName);
  const added = new Map<string, string>();
  return (name: string | null, present: Id<'unit'> | null): Target['unit'] | null => {
    if (name === null) {
      const unit = units.find((candidate) => candidate.id === present);
      return unit ? { id: unit.id, name: unit.name } : null;
    }
    const unit = find(name);
    if (unit) return { id: unit.id, name: unit.name };
    if (name.length < 2 || name.length > 60) return null;
    const key = unitKey(name, districtName);
    const first = added.get(key) ?? name;
    added.set(key, first);
    return { id: null, name: first };
  };
}
