import type { Messages } from '../kit/messages.ts';

/** Why JSON makes no rule set; the rule's own reasons, and the shapes that do not fit. */
const reasonsZh: Record<string, string> = {
  'band-empty': '有一档的下限高于上限，没有值会落入。',
  'bands-overlap': '两档范围重叠，同一个值会有两个灯。请改上下限或是否含端点。',
  'dimension-needs-name': '不是系统已有的项目，请填 name（zh、en）。',
  'dimension-twice': '同一项出现了两次，请换一个 id。',
  'metric-rates-otherwise': '这个算法不能用于这类评灯对象，请换算法或改 rates。',
  'streak-not-worse': '连续条件只能使灯变差。',
};
const reasonsEn: Record<string, string> = {
  'band-empty': 'A band begins above its end: no value falls in it.',
  'bands-overlap': 'Two bands claim the same value. Change a bound or whether it is included.',
  'dimension-needs-name': 'Not one of the known dimensions: give it a name (zh, en).',
  'dimension-twice': 'The same dimension twice: give it another id.',
  'metric-rates-otherwise': 'This metric cannot rate what the set rates.',
  'streak-not-worse': 'A row of months can only make a lamp worse.',
};
const codesZh: Record<string, string> = {
  invalid_type: '缺少，或类型不对。',
  invalid_value: '不是可选的值。',
  invalid_format: '写法不对：数字写成带引号的小数（如 "39.99"），id 用小写字母、数字和连字符，出处写完整网址。',
  unrecognized_keys: '有不认识的栏目名。',
  too_small: '太少或太小。',
  too_big: '太多或太大。',
  invalid_union: '不是可选的写法。',
};
const codesEn: Record<string, string> = {
  invalid_type: 'Missing, or of another type.',
  invalid_value: 'Not one of the values allowed.',
  invalid_format:
    'Not written as it should be: decimals in quotes ("39.99"), ids in small letters, digits and hyphens, sources as addresses.',
  unrecognized_keys: 'Holds a field that is not known.',
  too_small: 'Too few or too small.',
  too_big: 'Too many or too large.',
  invalid_union: 'Not one of the forms allowed.',
};

export const zh = {
  open: '导入规则（JSON）',
  edit: '以此为底修改',
  editOf: (name: string) => `以此为底修改：${name}`,
  file: '从文件读入',
  text: '规则 JSON',
  notJson: '这不是完整的 JSON，请检查括号、引号和逗号；已填内容保留在框内。',
  whole: '整套规则',
  other: '不合要求。',
  reasons: reasonsZh,
  codes: codesZh,
};

export const en: Messages<typeof zh> = {
  open: 'Import rules (JSON)',
  edit: 'Edit a copy',
  editOf: (name) => `Edit a copy of “${name}”`,
  file: 'Read from a file',
  text: 'Rules as JSON',
  notJson: 'This is not whole JSON: look at brackets, quotes and commas. What you typed is kept.',
  whole: 'The set',
  other: 'Not as it should be.',
  reasons: reasonsEn,
  codes: codesEn,
};
