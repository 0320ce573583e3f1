import { z } from 'zod';
import type { Document } from './model.ts';

/** What carries a number of its own year, in the order of the register: 通报, 纪要, 周报, 专报, 简报. */
export const numberedKinds = [
  'bulletin',
  'minutes',
  'weekly-report',
  'special-report',
  'briefing',
] as const satisfies readonly Document['kind'][];
/** One of the kinds that carry a number. */
export type NumberedKind = (typeof numberedKinds)[number];

/** A year of the register; `text` and `kind` narrow it, without them it is shown whole. */
export const ReadRegister = z.strictObject({
  year: z.number().int().min(2000).max(2100),
  text: z.string().max(60).optional(),
  kind: z.enum(numberedKinds).optional(),
});
export type ReadRegister = z.infer<typeof ReadRegister>;

/** Whether a document's 版记 sends it to the units: its line 发. */
export function goesToUnits({ imprint }: Pick<Document, 'imprint'>): boolean {
  return imprint?.recipients.some(({ label }) => label === '发') ?? false;
}

/** Which numbers of a series are missing below its last one, or stand twice: in a register that is in order, none. */
export function gapsIn(numbers: readonly number[]): { missing: number[]; double: number[] } {
  const drawn = new Set<number>();
  const double = new Set<number>();
  for (const number of numbers) (drawn.has(number) ? double : drawn).add(number);
  const missing: number[] = [];
  const last = Math.max(0, ...drawn);
  for (let number = 1; number < last; number++) if (!drawn.has(number)) missing.push(number);
  return { missing, double: [...double].sort((a, b) => a - b) };
}
