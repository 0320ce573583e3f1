import type { Messages } from '../kit/messages.ts';

/** 资金支付 on a project's page. */
export const zh = {
  title: '资金支付',
  note: '中央资金和本级预算资金，开工以来累计',
  record: '登记支付',
  correct: '更正',
  correctOf: (day: string) => `更正 ${day} 的支付`,
  none: '还没有登记支付。评灯规则里的“支付”一项没有登记就不评。',
  asOf: '截至日期',
  paid: '已支付',
  required: '应支付',
  rate: '达到',
  basis: '依据',
  basisHint: '按哪份文件要求的进度，可不填',
  by: '登记人',
  save: '保存',
  saved: '支付已登记',
  wan: (name: string) => `${name}（万元）`,
};

export const en: Messages<typeof zh> = {
  title: 'Payment',
  note: 'Central and budget money, since the beginning',
  record: 'Record a payment',
  correct: 'Correct',
  correctOf: (day) => `Correct the payment of ${day}`,
  none: 'Nothing recorded yet. Without figures the lamps do not rate payment.',
  asOf: 'As of',
  paid: 'Paid',
  required: 'Required',
  rate: 'Share',
  basis: 'Basis',
  basisHint: 'Which document asks for so much; optional',
  by: 'Recorded by',
  save: 'Save',
  saved: 'Payment recorded',
  wan: (name) => `${name} (10k yuan)`,
};
