import { aboutProject, type LedgerColumn, leading, plain, type Title } from './columns.ts';

const base: Title = { zh: '入库纳统', en: 'Registration' };
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
    read: ({ registration }) => {
      if (!registration) return null;
      if (registration.registeredOn) return 'registered';
      if (registration.submittedOn) return 'submitted';
      return registration.isNeeded ? 'owed' : 'not-yet';
    },
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
    ...editable,
    kind: 'text',
    key: 'note',
    title: { zh: '备注', en: 'Note' },
    width: 240,
    read: ({ registration }) => registration?.note ?? null,
  },
];
