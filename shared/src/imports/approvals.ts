import type { Day } from '../kit/calendar.ts';
import type { RowReader } from './cell-reader.ts';
import type { RowContext } from './context.ts';
import { readDate } from './dates.ts';
import { type Field, type StepKey, stepOfField, stepParts } from './fields.ts';
import { readFollowed } from './followed.ts';
import type { Header } from './headers.ts';
import { type Judged, judgeAnnual } from './judged.ts';
import type { ApprovalsRow, StepReading } from './rows.ts';
import { readNumber, readStepCell, type StepCell } from './step-cells.ts';
import { stepNames } from './steps.ts';

/** Reads a row of a list of approvals and judges it by itself; no date may lie behind the day up to which the list holds. */
export function readApprovals(reader: RowReader, context: RowContext, parentRow: number | null): ApprovalsRow {
  const steps = stepsInOrder(context.header).map((step) => readStep(reader, step, context.header.asOf));
  const stepsNeeded = steps.filter((step) => step.status !== 'not_needed').length;
  const stepsDone = steps.filter((step) => step.status === 'done').length;
  const row: ApprovalsRow = {
    ...readFollowed(reader, context, parentRow),
    projectCode: reader.code('projectCode'),
    steps,
    stepsNeeded,
    stepsDone,
    stepsDoneRate: stepsNeeded === 0 ? null : Math.round((stepsDone / stepsNeeded) * 10_000) / 10_000,
  };
  judgeApprovals(reader, row);
  return row;
}

/** Compares a row's dates and amounts; once more when the ledger has given what the list does not say. */
export function judgeApprovals(judged: Judged, row: ApprovalsRow): void {
  judgeAnnual(judged, row.annualPlanWan, row.totalInvestWan);
  const dateOf = (key: StepKey) => row.steps.find(({ step }) => step === key)?.date ?? null;
  const approved = dateOf('lixiang');
  const permitted = dateOf('shigong');
  if (approved === null || permitted === null || permitted >= approved) return;
  const field = judged.has('steps.shigong.date') ? 'steps.shigong.date' : 'steps.shigong';
  judged.report(field, 'APPROVAL_ORDER', { start: approved, finish: permitted });
}

/** The steps of a list in the order of its columns, each with the letter of its first. */
function stepsInOrder(header: Header): { key: StepKey; column: string }[] {
  const found = new Map<StepKey, string>();
  for (const { field, letter } of header.columns) {
    const step = field === null ? null : stepOfField(field);
    if (step !== null && !found.has(step.key)) found.set(step.key, letter);
  }
  return [...found].map(([key, column]) => ({ key, column }));
}

/** A step in one cell, or in a group where each cell may say a part of it and a word may stand in any. */
function readStep(reader: RowReader, { key, column }: { key: StepKey; column: string }, asOf: Day | null): StepReading {
  const own: readonly Field[] = [`steps.${key}`, ...stepParts.map((part): Field => `steps.${key}.${part}`)];
  const cells = own.filter(reader.has).map((field) => ({ field, said: readPart(reader, key, field) }));
  const first = cells[0]?.field ?? `steps.${key}`;
  const by = (field: Field): Field => (reader.has(field) ? field : first);
  const dateField = by(`steps.${key}.date`);
  const dated = cells.find(({ said }) => said.date !== null);
  const step: StepReading = {
    step: key,
    name: stepNames[key],
    status: statusOf(cells, key),
    date: dated?.said.date ?? null,
    docNo: cells.find(({ said }) => said.docNo !== null)?.said.docNo ?? null,
    promiseBy: cells.find(({ said }) => said.promiseBy !== null)?.said.promiseBy ?? null,
    column,
  };
  for (const { field, said } of cells) for (const code of said.codes) reader.report(field, code);
  if (dated && asOf !== null && step.date !== null && step.date > asOf) reader.report(dated.field, 'DATE_IN_FUTURE', { asOf });
  if (step.status !== 'done' || reader.isPart) return step;
  if (!cells.some(({ said }) => said.isDated)) reader.report(dateField, 'APPROVAL_DATE_MISSING');
  else if (step.docNo === null && (reader.has(`steps.${key}`) || reader.has(`steps.${key}.docNo`)))
    reader.report(by(`steps.${key}.docNo`), 'APPROVAL_DOCNO_MISSING');
  return step;
}

type Part = { field: Field; said: StepCell };

/** A word in the step's own cell or its status column decides; else what a date or a number says; else any other word. */
function statusOf(parts: readonly Part[], key: StepKey): StepReading['status'] {
  const stated = parts.find(({ field, said }) => (field === `steps.${key}` || field === `steps.${key}.status`) && said.status !== null);
  if (stated?.said.status) return stated.said.status;
  if (parts.some(({ said }) => said.isDated || said.docNo !== null)) return 'done';
  return parts.find(({ said }) => said.status !== null)?.said.status ?? 'not_started';
}

/** Beside a column for the status, a text in the column of dates that is no date is just that. */
function readPart(reader: RowReader, key: StepKey, field: Field): StepCell {
  const cell = reader.cell(field);
  const said = readStepCell(cell);
  if (field.endsWith('.docNo')) return said.status === null || wordsAlone.has(said.status) ? said : { ...said, ...readNumber(cell) };
  if (field.endsWith('.promiseBy')) {
    const { month, code } = readDate(cell, 'finish');
    return { ...said, status: null, date: null, isDated: false, docNo: null, promiseBy: month, codes: code === null ? [] : [code] };
  }
  const isOddDate = field.endsWith('.date') && reader.has(`steps.${key}.status`) && said.status === 'unknown' && !said.isDated;
  return isOddDate ? { ...said, status: null, docNo: null, codes: ['DATE_UNPARSEABLE'] } : said;
}

const wordsAlone: ReadonlySet<StepReading['status']> = new Set(['not_needed', 'not_started', 'in_progress', 'deferred']);
