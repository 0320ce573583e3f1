import { z } from 'zod';
import { draftFrom, emptyDraft, freeId, RuleDraft, readDraft } from '#shared/lamps/draft.ts';
import { Rates } from '#shared/lamps/metrics.ts';
import type { RuleSet } from '#shared/lamps/schema.ts';
import { useKeptDraft } from '../kit/kept-draft.ts';
import type { RuleSets } from './data.ts';
import { jsonIn } from './RuleText.tsx';

/** What is being edited: one draft, and JSON as it is typed while it cannot be read as one. */
const Desk = z.strictObject({ draft: RuleDraft, text: z.string().nullable() });
type Desk = z.infer<typeof Desk>;

/** The draft in hand, as a form and as JSON see it, kept on this device under what it was begun from. */
export function useRuleDesk(key: string | null, begin: RuleDraft) {
  const { typed: desk, put, keep, isKept, drop } = useKeptDraft<Desk>(key, { draft: begin, text: null }, deskIn);
  const text = desk.text ?? jsonOf(desk.draft);
  return {
    draft: desk.draft,
    text,
    /** Whether the JSON is such that the form can show it. */
    isReadable: isDraft(text),
    isKept,
    ...readDraft(desk.text === null ? desk.draft : jsonIn(desk.text)),
    setDraft: (draft: RuleDraft) => keep({ draft, text: null }),
    /** JSON is kept as it is typed; as far as it can be read the form goes along. */
    setText: (typed: string) => keep({ draft: RuleDraft.safeParse(jsonIn(typed)).data ?? desk.draft, text: typed }),
    /** The form has the word again; what JSON held besides is let go. */
    leaveText: () => (desk.text === null ? undefined : keep({ draft: desk.draft, text: null })),
    drop: () => {
      put({ draft: begin, text: null });
      return drop();
    },
  };
}

function deskIn(kept: unknown): Desk | null {
  return Desk.safeParse(kept).data ?? null;
}

function isDraft(text: string): boolean {
  return RuleDraft.safeParse(jsonIn(text)).success;
}

/** A rule set as it is written to a file. */
export function jsonOf(ruleSet: RuleSet | RuleDraft): string {
  return `${JSON.stringify(ruleSet, null, 2)}\n`;
}

function setsIn({ presets, current, history }: RuleSets): RuleSet[] {
  return [...presets, ...current, ...history.map(({ ruleSet }) => ruleSet)];
}

/**
 * What a draft begins with: nothing, a preset, the set in force that rates something, or one adopted before. Null where
 * what was asked for is not there.
 */
export function beginningOf(sets: RuleSets, from: string | null): RuleDraft | null {
  const taken = setsIn(sets).map(({ id }) => id);
  if (from === null) return emptyDraft(freeId('own', taken));
  const preset = sets.presets.find(({ id }) => id === from);
  if (preset) return draftFrom(preset, freeId(preset.id, taken));
  const rates = Rates.safeParse(from).data;
  const found = rates ? sets.current.find((one) => one.rates === rates) : sets.history.find(({ id }) => id === from)?.ruleSet;
  if (!found) return null;
  return sets.presets.some(({ id }) => id === found.id) ? draftFrom(found, freeId(found.id, taken)) : found;
}

/** The ids that dimensions have had here: what was exempted or remembered under one must not speak of another. */
export function dimensionIdsIn(sets: RuleSets): string[] {
  return setsIn(sets).flatMap(({ dimensions }) => dimensions.map(({ id }) => id));
}
