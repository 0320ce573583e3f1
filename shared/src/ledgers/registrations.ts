import { words } from '../documents/words.ts';
import { aboutProject, type LedgerColumn, leading, plain, type Title } from './columns.ts';
import type { LedgerRecord } from './records.ts';

const base: Title = { zh: '入库纳统', en: 'Registration' };
const resting = ({ registration }: LedgerRecord) => registration?.unknownYears;
const editable = { ...plain, edit: 'registrations.set', group: base } as const;

/** 项目入库: who has to be in the statistics bureau's base, and since when they are. */
export const registrationColumns: readonly LedgerColumn[] = [
  ...leading,
  ...aboutProject.map((column) => ({ ...column, isShown: column.key !== 'leader' && column.key !== 'code' })),
  {
    ...plain,
    kind: 'money',
    key: 'totalInvestment',
    title: { zh: '总投资', en: 'Total' },
    width: 96,
    adds: true,
    read: (record) => record.project.totalInvestment,
  },
  {
    ...plain,
    kind: 'day',
    key: 'actualStart',
    title: { zh: '实际开工', en: 'Started' },
    width: 100,
    read: (record) => record.project.actualStart,
  },
  {
    ...plain,
    kind: 'choice',
    list: 'registrationStatus',
    key: 'status',
    group: base,
    title: { zh: '入库状态', en: 'State' },
    width: 84,
    read: ({ registration }) => registration?.status ?? null,
  },
  {
    ...plain,
    kind: 'day',
    key: 'dueOn',
    group: base,
    title: { zh: '应入库日期', en: 'Due' },
    width: 100,
    read: ({ registration }) => registration?.dueOn ?? null,
    guessed: resting,
  },
  {
    ...plain,
    kind: 'text',
    key: 'papers',
    group: base,
    title: { zh: '材料齐备', en: 'Papers' },
    width: 84,
    read: ({ registration }) =>
      registration && registration.papers.base > 0 ? `${registration.papers.part}/${registration.papers.base}` : null,
  },
  {
    ...plain,
    kind: 'text',
    key: 'differing',
    group: base,
    title: { zh: '材料不一致', en: 'Differs' },
    width: 140,
    read: ({ registration }) => registration?.differing.map((check) => words.registrationCheck[check]).join('、') || null,
  },
  {
    ...editable,
    kind: 'day',
    key: 'submittedOn',
    title: { zh: '申报日期', en: 'Submitted' },
    width: 100,
    read: ({ registration }) => registration?.submittedOn ?? null,
  },
  {
    ...editable,
    kind: 'day',
    key: 'registeredOn',
    title: { zh: '入库日期', en: 'Registered' },
    width: 100,
    read: ({ registration }) => registration?.registeredOn ?? null,
  },
  {
    ...plain,
    kind: 'count',
    key: 'waitingDays',
    group: base,
    title: { zh: '开工未入库天数', en: 'Days waiting' },
    width: 116,
    read: ({ registration }) => registration?.waitingDays ?? null,
  },
  {
    ...plain,
    kind: 'count',
    key: 'overdueDays',
    group: base,
    title: { zh: '逾期（工作日）', en: 'Workdays overdue' },
    width: 100,
    read: ({ registration }) => (registration && registration.overdueDays > 0 ? registration.overdueDays : null),
    guessed: resting,
  },
  {
    ...editable,
    kind: 'text',
    key: 'note',
    title: { zh: '备注', en: 'Note' },
    width: 240,
    read: ({ registration }) => registration?.note ?? null,
  },
];
