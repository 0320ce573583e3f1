import type { KeepPreferences, Preferences } from './schema.ts';

/** What holds for somebody who has never chosen. */
export const usualPreferences: Preferences = {
  density: 'comfortable',
  collapsed: {},
  letterKeys: true,
  theme: 'system',
  seriesId: null,
  version: 0,
};

/** The preferences after a choice; a view without folded columns is not kept at all. */
export function chosen(before: Preferences, { collapsed, density, letterKeys, theme, seriesId, version }: KeepPreferences): Preferences {
  const views = collapsed ? Object.entries({ ...before.collapsed, [collapsed.view]: [...new Set(collapsed.columns)] }) : null;
  return {
    density: density ?? before.density,
    letterKeys: letterKeys ?? before.letterKeys,
    theme: theme ?? before.theme,
    seriesId: seriesId === undefined ? before.seriesId : seriesId,
    collapsed: views ? Object.fromEntries(views.filter(([, columns]) => columns.length > 0)) : before.collapsed,
    version,
  };
}
