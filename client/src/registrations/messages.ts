import type { RefusalText } from '../app/refusals.ts';
import type { Messages } from '../kit/messages.ts';

export const zh = {
  set: '登记入库',
  title: '入库纳统',
  submittedOn: '报送日期',
  registeredOn: '入库日期',
  note: '备注',
  save: '保存',
  cancel: '取消',
  saved: '入库已登记',
};

export const en: Messages<typeof zh> = {
  set: 'Record registration',
  title: 'Registration',
  submittedOn: 'Handed in on',
  registeredOn: 'Registered on',
  note: 'Note',
  save: 'Save',
  cancel: 'Cancel',
  saved: 'Registration recorded',
};

/** Why a registration cannot stand so. */
export const refusals: { zh: Record<string, RefusalText>; en: Record<string, RefusalText> } = {
  zh: { 'registered-before-submitted': '入库日期不能早于报送日期。' },
  en: { 'registered-before-submitted': 'It cannot be registered before it was handed in.' },
};
