import { z } from 'zod';

/** `error`: the value cannot be used. `warn`: a value was taken, a person should confirm. `info`: a note. */
export const Severity = z.enum(['error', 'warn', 'info']);
export type Severity = z.infer<typeof Severity>;

/** Every finding that reading a list can make, with the severity it has unless said otherwise. */
export const findingSeverities = {
  AMOUNT_APPROX: 'warn',
  AMOUNT_WITH_NOTE: 'warn',
  AMOUNT_NEGATIVE: 'error',
  AMOUNT_UNPARSEABLE: 'error',
  ANNUAL_GT_TOTAL: 'error',
  APPROVAL_DATE_MISSING: 'warn',
  APPROVAL_DOCNO_MISSING: 'info',
  APPROVAL_ORDER: 'warn',
  APPROVAL_STATUS_UNKNOWN: 'warn',
  BAD_PROJECT_CODE: 'warn',
  CUM_DECREASED: 'error',
  CUM_GT_TOTAL: 'error',
  CUM_MISMATCH: 'warn',
  DATE_AMBIGUOUS: 'warn',
  DATE_IMPRECISE: 'info',
  DATE_INVALID: 'error',
  DATE_IN_FUTURE: 'error',
  DATE_ORDER: 'error',
  DATE_RAW_SERIAL: 'info',
  DATE_TWO_DIGIT_YEAR: 'info',
  DATE_UNPARSEABLE: 'warn',
  DONE_GT_TOTAL: 'error',
  DUPLICATE_CODE: 'warn',
  DUPLICATE_NAME: 'warn',
  FORMULA_ERROR: 'error',
  FUND_SUM_MISMATCH: 'warn',
  HIDDEN_ROW: 'info',
  HIDDEN_SHEET: 'info',
  LIGHT_UNKNOWN: 'warn',
  MISSING_VALUE: 'warn',
  NAME_NOT_EXACT: 'warn',
  PERCENT_MISMATCH: 'warn',
  PERCENT_SCALE: 'info',
  PLAN_DIFFERS_FROM_LEDGER: 'warn',
  PLAN_SUM_MISMATCH: 'warn',
  PROJECT_CODE_REFORMATTED: 'info',
  SECTION_COUNT_MISMATCH: 'warn',
  SEQ_DUPLICATE: 'info',
  SIMILAR_NAME: 'warn',
  STAGE_UNKNOWN: 'warn',
  STATUS_CONFLICT: 'error',
  STATUS_UNKNOWN: 'warn',
  SUBTOTAL_MISMATCH: 'warn',
  UNIT_CONFLICT: 'warn',
  UNIT_IN_CELL: 'warn',
  UNKNOWN_PROJECT: 'error',
} as const satisfies Record<string, Severity>;

/** What was found; the sentence that a person reads is made from it and the params. */
export type FindingCode = keyof typeof findingSeverities;

/** The facts that a finding's sentence needs: what stood there, what was expected, which row it repeats. */
export const FindingParams = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type FindingParams = z.infer<typeof FindingParams>;

/** Something in a list that a person should know: where (1-based row, column letter), what, how bad. */
export type ImportFinding = {
  sheet: string;
  row: number | null;
  column: string | null;
  code: FindingCode;
  severity: Severity;
  params: FindingParams;
};

/** Collects findings; a second one of the same code on the same cell says nothing new and is dropped. */
export class Findings {
  readonly list: ImportFinding[];
  readonly #seen: Set<string>;

  constructor(known: readonly ImportFinding[] = []) {
    this.list = [...known];
    this.#seen = new Set(known.map((finding) => keyOf(finding.sheet, finding.row, finding.column, finding.code)));
  }

  add(
    sheet: string,
    row: number | null,
    column: string | null,
    code: FindingCode,
    params: FindingParams = {},
    severity: Severity = findingSeverities[code],
  ): void {
    const key = keyOf(sheet, row, column, code);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.list.push({ sheet, row, column, code, severity, params });
  }
}

function keyOf(sheet: string, row: number | null, column: string | null, code: FindingCode): string {
  return `${sheet}|${row}|${column}|${code}`;
}
