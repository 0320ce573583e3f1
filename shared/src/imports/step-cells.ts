import { type Day, Day as DaySchema, type Month } from '../kit/calendar.ts';
import type { Cell } from './cells.ts';
import { dayOfSerial, isSerial, readDateText } from './dates.ts';
import type { FindingCode } from './findings.ts';
import type { StepStatus } from './rows.ts';
import { cleanText } from './text.ts';

/** What one cell says of an approval step; `isDated`: a date stands there, whether or not it can be used. */
export type StepCell = {
  status: StepStatus | null;
  date: Day | null;
  isDated: boolean;
  docNo: string | null;
  promiseBy: Month | null;
  codes: readonly FindingCode[];
};

const nothing: StepCell = { status: null, date: null, isDated: false, docNo: null, promiseBy: null, codes: [] };

const wholeDate = /(?<![\d.\-/])((?:19|20)\d{2}|\d{2})(?:[./-]|年)(\d{1,2})(?:[./-]|月)(\d{1,2})(?:日|号(?!\d)|(?![\d.\-/日]))/;
const packedDate = /(?<![\d.\-/A-Za-z第字])((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?![\d号])/;
const monthAlone = /(?<![\d.\-/])((?:19|20)\d{2})(?:年|[./-])(\d{1,2})(?:月份?(?!\d)|(?![\d.\-/月号]))/;
/** Said of a date that is not the approval's own. */
const otherDate = /(预计|计划|拟于?|力争|受理|上报|申报|报审|送审)\D{0,6}$/;

const statusWords: readonly (readonly [StepStatus, RegExp])[] = [
  ['not_needed', /^(无需|无须|不需|不用|不涉及|未涉及|免于?|豁免|不适用|不纳入)|^[/\\]$/],
  ['deferred', /容缺/],
  ['not_started', /^(未|尚未|暂未|还未|没有)(办|取得|完成|开展|启动|申|报|批|受理|开始)|^(未|否|×|✗|✘|待办|待办理|无|暂无)$/],
  [
    'in_progress',
    /正在|(办理|审查|审批|审核|评审|编制|报批|受理|公示|评估|推进|申报|修改|核准|批复|备案|申请)中|^(在办|已受理|已申报|已上报|受理)/,
  ],
  ['done', /^(已|√|✓|✔|☑|是$|有$|y$|yes$)|^(办结|取得|批复|完成|备案|核准|通过|办妥|获批|办理完成|已办)/i],
];

/** Reads what stands in a step's cell: a date, a document number, a word, or all of them with notes. */
export function readStepCell(cell: Cell): StepCell {
  if (cell.error !== undefined) return { ...nothing, codes: ['FORMULA_ERROR'] };
  if (cell.date !== undefined) return { ...nothing, status: 'done', date: cell.date, isDated: true };
  if (cell.value === null || cell.value === false) return nothing;
  if (cell.value === true) return { ...nothing, status: 'done' };
  if (typeof cell.value === 'number' && isSerial(cell.value))
    return { ...nothing, status: 'done', date: dayOfSerial(cell.value), isDated: true, codes: ['DATE_RAW_SERIAL'] };
  return readText(cleanText(cell.value).normalize('NFKC'));
}

/** Reads a cell of a column that holds nothing but document numbers: what stands there is the number. */
export function readNumber(cell: Cell): Pick<StepCell, 'docNo' | 'status' | 'date' | 'isDated' | 'codes'> {
  const text = cleanText(cell.value).normalize('NFKC');
  return { docNo: /\d/.test(text) ? withYearBrackets(text) : null, status: null, date: null, isDated: false, codes: [] };
}

function readText(text: string): StepCell {
  if (/^(—+|-+|–|―|−|一一)?$/.test(text)) return nothing;
  const word = statusOf(text);
  if (word === 'deferred') return { ...nothing, ...readDeferred(text) };
  if (word === 'not_needed' || word === 'not_started') return { ...nothing, status: word };
  const { found, rest } = takeDate(text);
  const docNo = documentNumber(rest);
  const said = statusOf(rest) ?? word;
  const others = rest
    .replace(docNo ?? '', '')
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s,;:、。.]+/g, '');
  const isPlain = others === '' || /^(文号|证号|批复)+$/.test(others);
  const status = said ?? (isPlain && (found.isDated || docNo !== null) ? 'done' : 'unknown');
  const codes: FindingCode[] = status === 'unknown' ? [...found.codes, 'APPROVAL_STATUS_UNKNOWN'] : [...found.codes];
  return { ...nothing, ...found, status, docNo: docNo === null ? null : withYearBrackets(docNo), codes };
}

function statusOf(text: string): StepStatus | null {
  const bare = text.trim().replace(/^[(),;:、。.\s]+|[(,;:、。.\s]+$/g, '');
  return statusWords.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

type Dated = Pick<StepCell, 'date' | 'isDated' | 'codes'>;

/** Takes the approval's own date out of a text; a date that is expected or of the application is taken out and dropped. */
function takeDate(text: string): { found: Dated; rest: string } {
  const match = wholeDate.exec(text) ?? packedDate.exec(text);
  if (match) {
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    if (otherDate.test(text.slice(0, match.index))) return { found: { date: null, isDated: false, codes: [] }, rest };
    const [, year = '', month = '', on = ''] = match;
    const parsed = DaySchema.safeParse(`${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${on.padStart(2, '0')}`);
    if (!parsed.success) return { found: { date: null, isDated: true, codes: ['DATE_INVALID'] }, rest };
    return { found: { date: parsed.data, isDated: true, codes: year.length === 2 ? ['DATE_TWO_DIGIT_YEAR'] : [] }, rest };
  }
  const month = monthAlone.exec(text);
  if (!month) return { found: { date: null, isDated: false, codes: [] }, rest: text };
  const rest = `${text.slice(0, month.index)} ${text.slice(month.index + month[0].length)}`;
  const isOwn = !otherDate.test(text.slice(0, month.index));
  const code: FindingCode = Number(month[2]) >= 1 && Number(month[2]) <= 12 ? 'DATE_IMPRECISE' : 'DATE_INVALID';
  return { found: { date: null, isDated: isOwn, codes: isOwn ? [code] : [] }, rest };
}

/** What holds digits once the date is gone is the number; labels and words before it are not part of it. */
function documentNumber(text: string): string | null {
  const pieces = text.split(/[\s,;。]+/).map((piece) =>
    piece
      .replace(/^(批复|批准|发证|办结|许可)?(文号|证号|编号|批文号|号码)[:：]?/, '')
      .replace(/^(已)?(批复|办结|取得|核准|完成|办理|获批|通过)+[:：(]?/, '')
      .replace(/^[、:：]+|[、:：]+$/g, ''),
  );
  const number = pieces.find((piece) => /\d/.test(piece) && /\d{3}|号|[〔[(【]\d/.test(piece));
  if (number === undefined) return null;
  const open = number.split('(').length;
  return open === number.split(')').length ? number : number.replace(/[()]+$/, '');
}

/** 上发改[2020]26号, 上发改（2020）26号 → 上发改〔2020〕26号. */
function withYearBrackets(number: string): string {
  return number.replace(/[〔[(【{〈<]((?:19|20)\d{2})[〕\])】}〉>]/g, '〔$1〕');
}

/** 容缺: accepted with papers missing. The date beside 承诺 or 补齐 is the promise, another one the acceptance's own. */
function readDeferred(text: string): Partial<StepCell> {
  const promise =
    /(?:承诺|于|在|,|，|\(|;|缺|理)?((?:(?:19|20)\d{2}|\d{2}(?=年))(?:年|[./-])[^,;。()承]*?)(?:前|之前|内|补|完善|提交|办理|$|\))/.exec(
      text,
    )?.[1];
  const read = promise === undefined ? null : readDateText(promise.trim().replace(/补.*$/, ''), 'finish');
  const rest = promise === undefined ? text : text.replace(promise, ' ');
  const { found, rest: numbered } = takeDate(rest);
  const docNo = documentNumber(numbered.replace(/容缺(受理|办理)?/g, ' '));
  return {
    status: 'deferred',
    ...found,
    docNo: docNo === null ? null : withYearBrackets(docNo),
    promiseBy: read?.month ?? null,
    codes: read?.code === 'DATE_INVALID' ? ['DATE_INVALID'] : found.codes,
  };
}
