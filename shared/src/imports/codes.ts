import { projectCodePattern } from '../projects/schema.ts';
import type { FindingCode } from './findings.ts';
import { plainText, saysNothing, saysUndecided } from './text.ts';

/** What a project code cell says: the code, or null with the reason where it is not one. */
export type ReadCode = { code: string | null; finding: FindingCode | null };

const underWay = /^(正在)?(办理中|申请中|申报中|赋码中|办理|未办理|待办理|待赋码|未赋码)$/;

/** Reads a national project code; 20 digits without hyphens are put into its form, anything else misshapen is refused. */
export function readProjectCode(value: string | number | boolean | null): ReadCode {
  const text = plainText(value).replace(/[‐‑–—−]/g, '-');
  if (saysNothing(text) || saysUndecided(text) || underWay.test(text)) return { code: null, finding: null };
  if (projectCodePattern.test(text)) return { code: text, finding: null };
  const digits = /^(\d{4})(\d{6})(\d{2})(\d{2})(\d{6})$/.exec(text);
  if (digits) return { code: digits.slice(1).join('-'), finding: 'PROJECT_CODE_REFORMATTED' };
  return { code: null, finding: 'BAD_PROJECT_CODE' };
}
