import type { RuleSet } from '../schema.ts';
import { ouhai2020 } from './ouhai-2020.ts';
import { sanya2022, sanya2022Units } from './sanya-2022.ts';
import { tuijinDefault } from './tuijin-default.ts';
import { wuhanMajorProject } from './wuhan-major-project.ts';
import { yinchuan2025 } from './yinchuan-2025.ts';

/** The rule sets that ship: the house set first, then published ones with their source. */
export const presets: readonly RuleSet[] = [tuijinDefault, yinchuan2025, sanya2022, sanya2022Units, wuhanMajorProject, ouhai2020];
