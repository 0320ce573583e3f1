import type { Messages } from '../kit/messages.ts';

export const zh = {
  usual: '恢复默认',
  title: '视图',
  office: '项目办视图',
  own: '我的视图',
  keep: '另存为视图',
  renew: (name: string) => `更新“${name}”`,
  remove: (name: string) => `删除“${name}”`,
  name: '视图名称',
  shared: '全区可用（项目办视图）',
  kept: (name: string) => `视图“${name}”已保存`,
  removed: (name: string) => `视图“${name}”已删除`,
  save: '保存',
};

export const en: Messages<typeof zh> = {
  usual: 'Back to default',
  title: 'Views',
  office: 'Views of the office',
  own: 'My views',
  keep: 'Keep as a view',
  renew: (name) => `Update “${name}”`,
  remove: (name) => `Remove “${name}”`,
  name: 'Name of the view',
  shared: 'For everybody in the district',
  kept: (name) => `View “${name}” kept`,
  removed: (name) => `View “${name}” removed`,
  save: 'Save',
};
