import { z } from 'zod';

/** The sections of a bulletin's body, in the order in which a draft begins. */
export const bodySections = [
  'overall',
  'red',
  'yellow',
  'green',
  'ranking',
  'classes',
  'starts',
  'approvals',
  'problems',
  'registration',
  'reconstruction',
  'corrected',
  'praise',
  'requirements',
] as const;
/** Its annex tables. */
export const annexSections = ['lampTable', 'rectification', 'unitTable', 'classTable', 'owedTable'] as const;

/** A section or an annex of a bulletin. */
export const SectionId = z.enum([...bodySections, ...annexSections]);
export type SectionId = z.infer<typeof SectionId>;

/** Which sections a bulletin has, in which order; what is switched off keeps its place. */
export const Outline = z
  .array(z.strictObject({ id: SectionId, isOn: z.boolean() }))
  .max(SectionId.options.length)
  .refine((outline) => new Set(outline.map(({ id }) => id)).size === outline.length);
export type Outline = z.infer<typeof Outline>;

/** Everything, in the usual order. */
export const usualOutline: Outline = SectionId.options.map((id) => ({ id, isOn: true }));

/** Whether a section is an annex: annexes stand behind the body, whatever their place in the outline. */
export function isAnnex(id: SectionId): boolean {
  return annexSections.some((annex) => annex === id);
}

/** An outline with every section in it: what it does not know, because it was made before, is on and comes where it usually does. */
export function fullOutline(outline: Outline): Outline {
  const full = [...outline];
  for (const [at, section] of usualOutline.entries()) {
    if (full.some(({ id }) => id === section.id)) continue;
    const before = usualOutline[at - 1];
    full.splice(full.findIndex(({ id }) => id === before?.id) + 1, 0, section);
  }
  return full;
}

/** The outline with one section a place up (−1) or down (1), past those of its own kind only. */
export function movedSection(outline: Outline, id: SectionId, by: -1 | 1): Outline {
  const full = fullOutline(outline);
  const own = full.filter((section) => isAnnex(section.id) === isAnnex(id));
  const at = own.findIndex((section) => section.id === id);
  const other = own[at + by];
  if (at === -1 || !other) return full;
  const swapped = new Map([
    [id, other],
    [other.id, own[at] ?? other],
  ]);
  return full.map((section) => swapped.get(section.id) ?? section);
}

/** The outline with one section switched on or off. */
export function switchedSection(outline: Outline, id: SectionId, isOn: boolean): Outline {
  return fullOutline(outline).map((section) => (section.id === id ? { ...section, isOn } : section));
}
