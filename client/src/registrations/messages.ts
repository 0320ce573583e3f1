import type { RefusalText } from '../app/refusals.ts';
import type { Messages } from '../kit/messages.ts';

export const zh = {
  set: '登记入库',
  title: '入库纳统',
  fields: {
    submittedOn: '报送日期',
    returnedOn: '退回日期',
    returnedReason: '退回原因',
    registeredOn: '入库日期',
    note: '备注',
    papers: '材料',
    facts: '材料所载',
  },
  save: '保存',
  cancel: '取消',
  saved: '入库已登记',
  changedThere: '另有改动',
  unreadable: '有一处金额读不出来，请改正后再保存。',
  papersTitle: (here: number, needed: number) => `应备材料 ${here}/${needed}`,
  tiers: {
    direct: '总投资 5000 万元及以上：联网直报（206-1 表）',
    monthly: '总投资 500 万至 5000 万元：206-2 表',
    none: '总投资不足 500 万元，不需入库',
  },
  papers: {
    approval: '立项文件',
    contract: '施工合同',
    photo: '现场照片（注明项目、地点、时间）',
    creditCode: '统一社会信用代码证',
    application: '入库申请表',
    passed: '在线平台“通过审批”截图',
    statement: '项目情况说明',
  },
  checksTitle: '材料核对',
  findings: { agrees: '一致', differs: '不一致', unknown: '待核对' },
  facts: {
    approvedFor: '批文单位',
    declaredBy: '申报单位',
    contractOwner: '合同甲方',
    approvedOn: '批文日期',
    contractOn: '合同日期',
    approvedTotal: '批文总投资',
    declaredTotal: '申请表总投资',
  },
  dueBy: (day: string) => `${day} 前应入库`,
  overdue: (days: number) => `逾期 ${days} 个工作日`,
};

export const en: Messages<typeof zh> = {
  set: 'Record registration',
  title: 'Registration',
  fields: {
    submittedOn: 'Handed in on',
    returnedOn: 'Given back on',
    returnedReason: 'Why it was given back',
    registeredOn: 'Registered on',
    note: 'Note',
    papers: 'Papers',
    facts: 'What they say',
  },
  save: 'Save',
  cancel: 'Cancel',
  saved: 'Registration recorded',
  changedThere: 'changed there as well',
  unreadable: 'One of the amounts cannot be read: correct it first.',
  papersTitle: (here, needed) => `Papers ${here}/${needed}`,
  tiers: {
    direct: 'From 50 million on: reported online by itself (form 206-1)',
    monthly: '5 to 50 million: form 206-2',
    none: 'Below 5 million: not to be registered',
  },
  papers: {
    approval: 'Approval of the project',
    contract: 'Construction contract',
    photo: 'Photo of the site (project, place, time)',
    creditCode: 'Unified social credit code',
    application: 'Application form',
    passed: 'Screenshot “approved” of the online platform',
    statement: 'Statement of the project',
  },
  checksTitle: 'Do the papers agree?',
  findings: { agrees: 'agrees', differs: 'differs', unknown: 'not known' },
  facts: {
    approvedFor: 'Approved for',
    declaredBy: 'Handed in by',
    contractOwner: 'Contract’s owner',
    approvedOn: 'Approved on',
    contractOn: 'Contract of',
    approvedTotal: 'Total approved',
    declaredTotal: 'Total declared',
  },
  dueBy: (day) => `due by ${day}`,
  overdue: (days) => `${days} working days late`,
};

/** Why a registration cannot stand so. */
export const refusals: { zh: Record<string, RefusalText>; en: Record<string, RefusalText> } = {
  zh: {
    'registered-before-submitted': '入库日期不能早于报送日期。',
    'returned-after-registered': '退回日期不能晚于入库日期。',
    'return-without-reason': '填了退回日期，须写明退回原因。',
  },
  en: {
    'registered-before-submitted': 'It cannot be registered before it was handed in.',
    'returned-after-registered': 'It cannot be given back after it was registered.',
    'return-without-reason': 'Say why it was given back.',
  },
};
