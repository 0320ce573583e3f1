import type { RuleSet } from '../schema.ts';
import { tuijinDefault } from './tuijin-default.ts';
import { yinchuan2025 } from './yinchuan-2025.ts';

/** The rule sets that ship: the house set first, then published ones with their source. */
export const presets: readonly RuleSet[] = [tuijinDefault, yinchuan2025];
