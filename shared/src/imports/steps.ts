import { type StepField, type StepKey, type StepPart, stepKeys } from './fields.ts';

/** The steps' fixed names, whatever a list's headers say. */
export const stepNames: Record<StepKey, string> = {
  lixiang: '立项（可研批复/备案）',
  yudi: '用地预审与选址意见',
  huanping: '环境影响评价',
  jieneng: '节能审查',
  shuibao: '水土保持方案',
  guihua1: '建设用地规划许可证',
  chushe: '初步设计批复',
  guihua2: '建设工程规划许可证',
  shigongtu: '施工图审查',
  shigong: '施工许可证',
};

/** How headers name a step, surest first: a list with both 可研批复 and 项目建议书 means the former. */
const says: Record<StepKey, readonly RegExp[]> = {
  lixiang: [/立项(?!.*(用地|规划))/, /可研|可行性研究/, /核准|(?<!竣工|验收|消防|招标|招投标|合同|图审|人防|质监|安监)备案/, /项目建议书/],
  yudi: [/用地预审|土地预审/, /选址/],
  huanping: [/环境影响|环评/],
  jieneng: [/节能|能评/],
  shuibao: [/水土保持|水保/],
  guihua1: [/用地规划|地规|用规证/],
  chushe: [/初步设计|初设/, /概算批复/],
  guihua2: [/工程规划|工规/, /^规划许可(证)?$|乡村(建设)?规划许可/],
  shigongtu: [/施工图|图审|审图/],
  shigong: [/施工许可|施工证|开工许可/],
};

/** What a column of a step's group holds, by the last words of its header. */
const parts: readonly (readonly [StepPart, RegExp])[] = [
  ['promiseBy', /(承诺|补齐)[^/]*(时间|日期|时限|期限)?$/],
  ['docNo', /(文号|证号|编号|批文号|文书号|许可证号|批复号|字号|批文)$/],
  ['date', /(时间|日期|年月|年月日)$/],
  ['status', /(状态|情况|进展|进度|与否|结果)$|(^|\/)是否[^/]*$/],
];

/** What stands beside a step without being its state: who sees to it, when it was handed in or is to be done. */
const beside =
  /(受理|申报|申请|送审|报送|计划|预计|拟办|拟完成|要求|应)[^/]*(时间|日期|时限|期限|节点)$|时限(要求)?$|(单位|部门|科室|责任人|联系人|负责人|经办人|电话|备注)$|是否需要[^/]*$/;

/** A phase above a column names a step less surely than any column that names it itself: 施工许可/消防设计审查 is not the permit. */
const ABOVE = 10;

/** What a header's path means in a list of approvals: a step, or a part of one, and how surely. */
export function stepMeanings(path: string): { field: StepField; rank: number }[] {
  const segments = path.split('/');
  if (segments.length > 1 && beside.test(path)) return [];
  const part = parts.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
  // The last words name the step; what stands above them is often a phase (立项用地规划许可阶段) that names another.
  for (const [above, segment] of segments.reverse().entries()) {
    const found = stepKeys.flatMap((key): { field: StepField; rank: number }[] => {
      const rank = says[key].findIndex((pattern) => pattern.test(segment));
      return rank < 0 ? [] : [{ field: part === null ? `steps.${key}` : `steps.${key}.${part}`, rank: rank + above * ABOVE }];
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** How many different steps the given headers name. */
export function countSteps(paths: readonly string[]): number {
  return new Set(paths.flatMap((path) => stepMeanings(path).map(({ field }) => field.split('.')[1]))).size;
}
