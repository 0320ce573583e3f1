import type { StepCell } from '../approvals/pivot.ts';
import type { ProcedureName } from '../auth/permissions.ts';
import type { words } from '../documents/words.ts';
import type { Day, Month } from '../kit/calendar.ts';
import type { Money } from '../kit/money.ts';
import type { LedgerRecord } from './records.ts';

/** A name in both languages of the interface; paper takes the Chinese one. */
export type Title = { readonly zh: string; readonly en: string };

/** The closed lists in words, in one language. */
export type Words = { readonly [List in keyof typeof words]: { readonly [code: string]: string } };

/** Part of a whole, both integers of one unit. */
export type Ratio = { part: number; base: number };

/** What a column holds, by its kind; null is an empty cell. */
type Reading =
  | { kind: 'position' }
  | {
      kind: 'text';
      read: (record: LedgerRecord) => string | null /** What it sorts by, where that is not the text itself. */;
      order?: (record: LedgerRecord) => string;
    }
  | { kind: 'choice'; list: keyof Words; read: (record: LedgerRecord) => string | null }
  | { kind: 'money'; read: (record: LedgerRecord) => Money | null }
  | { kind: 'count'; read: (record: LedgerRecord) => number | null }
  | { kind: 'percent'; read: (record: LedgerRecord) => Ratio | null }
  | { kind: 'day'; read: (record: LedgerRecord) => Day | null }
  | { kind: 'month'; read: (record: LedgerRecord) => Month | null }
  | { kind: 'step'; read: (record: LedgerRecord) => StepCell | null };

/** One column of a ledger: how it is called, what it holds, whose it is to change. */
export type LedgerColumn = Reading & {
  readonly key: string;
  readonly title: Title;
  readonly group: Title | null;
  /** In pixels on the screen; paper and Excel take the same shares. */
  readonly width: number;
  /** Whether a view that says nothing shows it. */
  readonly isShown: boolean;
  /** Whether the total adds it up: sums of money and counts, the ratio of sums, steps done of those needed. */
  readonly adds: boolean;
  /** The years without a notice that a cell rests on; not given where a column rests on no working days. */
  readonly guessed?: (record: LedgerRecord) => readonly number[] | undefined;
  /** The procedure that writes it; null where it is worked out or belongs to another page. */
  readonly edit: ProcedureName | null;
};

/** What a column holds. */
export type ColumnKind = LedgerColumn['kind'];

/** What nearly every column leaves as it is. */
export const plain = { group: null, isShown: true, adds: false, edit: null } as const;

/** How a kind stands in its cell. */
export function alignOf(kind: ColumnKind): 'left' | 'center' | 'right' {
  switch (kind) {
    case 'text':
      return 'left';
    case 'money':
    case 'count':
    case 'percent':
      return 'right';
    default:
      return 'center';
  }
}

/** So many first columns stay in sight on the screen, and stand on every sheet of paper. */
export const FROZEN = 4;

/** The first columns of every ledger: 序, 项目名称, 责任单位, 灯. */
export const leading: readonly LedgerColumn[] = [
  { ...plain, kind: 'position', key: 'seq', title: { zh: '序号', en: 'No.' }, width: 40 },
  {
    ...plain,
    kind: 'text',
    key: 'name',
    title: { zh: '项目名称', en: 'Project' },
    width: 224,
    read: (record) => record.project.name,
    order: (record) => record.project.pinyin,
  },
  {
    ...plain,
    kind: 'text',
    key: 'unit',
    title: { zh: '责任单位', en: 'Unit' },
    width: 88,
    read: (record) => record.project.unitName,
    order: (record) => record.project.unitPinyin,
  },
  {
    ...plain,
    kind: 'choice',
    list: 'lampGlyph',
    key: 'lamp',
    title: { zh: '灯', en: 'Lamp' },
    width: 50,
    read: (record) => record.project.lamp,
  },
];

/** What every ledger can say of the project besides. */
export const aboutProject: readonly LedgerColumn[] = [
  {
    ...plain,
    kind: 'choice',
    list: 'kindShort',
    key: 'kind',
    title: { zh: '所属清单', en: 'List' },
    width: 68,
    isShown: false,
    read: (record) => record.project.kind,
  },
  {
    ...plain,
    kind: 'choice',
    list: 'level',
    key: 'level',
    title: { zh: '级别', en: 'Level' },
    width: 60,
    isShown: false,
    read: (record) => record.project.level,
  },
  {
    ...plain,
    kind: 'choice',
    list: 'yearClass',
    key: 'yearClass',
    title: { zh: '年度分类', en: 'Class' },
    width: 76,
    isShown: false,
    read: (record) => record.project.yearClass,
  },
  {
    ...plain,
    kind: 'choice',
    list: 'stage',
    key: 'stage',
    title: { zh: '所处阶段', en: 'Stage' },
    width: 76,
    isShown: false,
    read: (record) => record.project.stage,
  },
  {
    ...plain,
    kind: 'text',
    key: 'leader',
    title: { zh: '包保领导', en: 'Leader' },
    width: 84,
    isShown: false,
    read: (record) => record.project.leaderName,
  },
  {
    ...plain,
    kind: 'text',
    key: 'code',
    title: { zh: '项目代码', en: 'Code' },
    width: 188,
    isShown: false,
    read: (record) => record.project.code,
  },
];
