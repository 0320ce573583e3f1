import { z } from 'zod';
import { idOf } from '../kit/ids.ts';

/** How much of a project a card shows: all of it, or two lines. */
export const Density = z.enum(['comfortable', 'compact']);
export type Density = z.infer<typeof Density>;

/** Light or dark, or whichever the device is set to. */
export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

const View = z.string().regex(/^[A-Za-z]{1,40}$/);
const Columns = z.array(z.string().min(1).max(40)).max(40);

/** How one person likes to work, wherever they sign in. `version` is 0 until something was ever kept. */
export const Preferences = z.strictObject({
  density: Density,
  /** The columns that are folded to a strip, by view of the board. */
  collapsed: z.record(View, Columns),
  /** Whether single letters and signs are commands (x z / ?); a reader by voice or an unsteady hand switches them off. */
  letterKeys: z.boolean(),
  /** What was kept before there was a choice says nothing of it. */
  theme: Theme.default('system'),
  /** The meeting series whose agenda the board shows; null is the district's own. */
  seriesId: idOf('meetingSeries').nullable().default(null),
  version: z.number().int().min(0),
});
export type Preferences = z.infer<typeof Preferences>;

/** What is kept at once: what is not given stays as it is. */
export const KeepPreferences = z.strictObject({
  density: Density.optional(),
  collapsed: z.strictObject({ view: View, columns: Columns }).optional(),
  letterKeys: z.boolean().optional(),
  theme: Theme.optional(),
  seriesId: idOf('meetingSeries').nullish(),
  version: Preferences.shape.version,
});
export type KeepPreferences = z.infer<typeof KeepPreferences>;
