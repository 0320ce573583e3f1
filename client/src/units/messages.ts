import type { RefusalText } from '../app/refusals.ts';
import type { Messages } from '../kit/messages.ts';

export const zh = {
  tab: '单位',
  list: '单位',
  count: (all: number) => `${all} 个`,
  note: '谁能看到什么跟着这棵树走：专员看本单位及下级的项目。',
  name: '名称',
  shortName: '简称',
  kind: '类别',
  state: '状态',
  acts: '操作',
  parent: '上级单位',
  active: '在用',
  closed: '已停用',
  isActive: '在用',
  add: '增设下级',
  addOf: (name: string) => `增设下级：${name}`,
  addTitle: (name: string) => `在“${name}”下增设单位`,
  edit: '编辑',
  editOf: (name: string) => `编辑${name}`,
  editTitle: (name: string) => `编辑单位：${name}`,
  cancel: '取消',
  save: '保存',
  created: (name: string) => `已增设${name}`,
  saved: (name: string) => `${name}已保存`,
  rootNote: '区县的名称在“区县”页更改。',
  wrong: { name: '请填 2 至 60 个字', shortName: '请填 1 至 20 个字' },
};

export const en: Messages<typeof zh> = {
  tab: 'Units',
  list: 'Units',
  count: (all) => `${all}`,
  note: 'Access follows this tree: an officer sees the projects of the own unit and of those below it.',
  name: 'Name',
  shortName: 'Short name',
  kind: 'Kind',
  state: 'State',
  acts: 'Actions',
  parent: 'Stands below',
  active: 'In use',
  closed: 'Closed',
  isActive: 'In use',
  add: 'Add below',
  addOf: (name) => `Add below: ${name}`,
  addTitle: (name) => `Add a unit below “${name}”`,
  edit: 'Edit',
  editOf: (name) => `Edit ${name}`,
  editTitle: (name) => `Edit unit: ${name}`,
  cancel: 'Cancel',
  save: 'Save',
  created: (name) => `${name} added`,
  saved: (name) => `${name} saved`,
  rootNote: 'The district’s name is changed under “District”.',
  wrong: { name: 'Enter 2 to 60 characters', shortName: 'Enter 1 to 20 characters' },
};

const count = (facts: Record<string, unknown>): string => String(facts.count ?? '');

/** Why a unit cannot be made, moved or closed so. */
export const refusals: { zh: Record<string, RefusalText>; en: Record<string, RefusalText> } = {
  zh: {
    'unit-kind': '市、区县不能作为单位增设。',
    'unit-parent-inactive': '上级单位已停用，请先启用它。',
    'unit-name-taken': (facts) => `本区已有名为“${String(facts.name ?? '')}”的单位，请换一个名称。`,
    'unit-cycle': '单位不能归到自己或自己的下级之下。',
    'unit-is-district': '这是区县本身，不能在此改名、移动或停用。名称请在“区县”页更改。',
    'unit-has-units': (facts) => `还有 ${count(facts)} 个下级单位在用，没有停用。请先移走或停用它们。`,
    'unit-has-accounts': (facts) => `还有 ${count(facts)} 个在用账号，没有停用。请先改挂或停用这些账号。`,
    'unit-closed': (facts) => `“${String(facts.name ?? '')}”已停用，不能设联系领导。请先启用它。`,
    'leader-twice': '同一位领导选了两次，没有保存。',
    'unit-has-projects': (facts) => `还有 ${count(facts)} 个在库项目，没有停用。请先把项目改由其他单位负责。`,
  },
  en: {
    'unit-kind': 'A city or a district is not added as a unit.',
    'unit-parent-inactive': 'The unit above is closed; open it first.',
    'unit-name-taken': (facts) => `The district has a unit named “${String(facts.name ?? '')}” already; choose another name.`,
    'unit-cycle': 'A unit cannot stand below itself or below one of its own.',
    'unit-is-district': 'This is the district itself: it is not renamed, moved or closed here. Its name is changed under “District”.',
    'unit-has-units': (facts) => `${count(facts)} units below it are still in use; it was not closed. Move or close them first.`,
    'unit-has-accounts': (facts) => `${count(facts)} accounts still hang on it; it was not closed. Move or close them first.`,
    'unit-closed': (facts) => `“${String(facts.name ?? '')}” is closed and has no linked leaders; open it first.`,
    'leader-twice': 'One leader was chosen twice; nothing was saved.',
    'unit-has-projects': (facts) =>
      `${count(facts)} listed projects are still its own; it was not closed. Give them to another unit first.`,
  },
};
