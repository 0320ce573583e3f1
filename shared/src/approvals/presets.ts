import type { Limit } from '../calendar/spans.ts';
import type { ApprovalGroup, StepTerms } from './schema.ts';
import type { TemplateKind, TemplateStep } from './templates.ts';

/*
 * Only what a source at hand says is marked as sourced; limits known from statutes that were not opened are 待核
 * (`unchecked`), and limits that nobody could name are left empty. Promised limits are the district's own, and none is
 * built in.
 */
const nothing: StepTerms = { statutory: null, mark: 'unchecked', basis: null, papers: [], validMonths: null };
const workdays = (days: number): Limit => ({ days, unit: 'workday' });
const calendarDays = (days: number): Limit => ({ days, unit: 'calendar' });
const unchecked = (statutory: Limit, basis: string): Partial<StepTerms> => ({ statutory, basis: `${basis}（待核）` });

type Said = { needs?: string[]; terms?: Partial<StepTerms>; exempt?: string };

function step(
  ref: string,
  name: string,
  group: ApprovalGroup,
  agency: string,
  { needs = [], terms = {}, exempt }: Said = {},
): TemplateStep {
  return { ref, name, group, agency, promised: null, terms: { ...nothing, ...terms }, needs, exempt: exempt ?? null };
}

const PERMISSION = '行政许可法第四十二条 20 个工作日';

const proposal = (exempt?: string) =>
  step('proposal', '项目建议书批复', 'land', '发改', {
    terms: {
      papers: ['项目建议书', '审批请示'],
      validMonths: 12,
      basis: '有效期 12 个月：浦东新区 2023 年批复；时限未见正式出处',
    },
    ...(exempt === undefined ? {} : { exempt }),
  });
const siting = step('siting', '用地预审与选址意见书', 'land', '自然资源', {
  terms: { ...unchecked(calendarDays(20), '建设项目用地预审管理办法'), papers: ['预审申请表', '选址方案', '权属地类分析图'] },
});
const feasibility = (needs: string[]) =>
  step('feasibility', '可行性研究报告批复', 'land', '发改', {
    needs,
    terms: { papers: ['可行性研究报告', '用地预审与选址意见书', '资金来源说明'] },
  });
const landPlan = (needs: string[]) =>
  step('landPlan', '建设用地规划许可证', 'land', '自然资源', { needs, terms: unchecked(workdays(20), PERMISSION) });
const environment = step('environment', '环境影响评价', 'engineering', '生态环境', {
  terms: {
    ...unchecked(calendarDays(60), '报告书 60 日、报告表 30 日，法条写“日”，转载有写工作日的'),
    papers: ['环评报告书（表）', '公众参与说明'],
  },
});
const energy = step('energy', '节能审查', 'engineering', '发改', { terms: { papers: ['节能报告'] } });
const soil = step('soil', '水土保持方案审批', 'engineering', '水利', {
  terms: { ...unchecked(workdays(20), PERMISSION), papers: ['水土保持方案报告书（表）'] },
});
const preliminary = step('preliminary', '初步设计（概算）批复', 'engineering', '发改', {
  needs: ['feasibility'],
  terms: { papers: ['初步设计文件', '投资概算书'] },
});
const scheme = step('scheme', '设计方案审查', 'engineering', '自然资源', { needs: ['landPlan'] });
const worksPlan = step('worksPlan', '建设工程规划许可证', 'engineering', '自然资源', {
  needs: ['landPlan', 'scheme'],
  terms: unchecked(workdays(20), PERMISSION),
});
const drawings = (needs: string[]) =>
  step('drawings', '施工图审查', 'construction', '住建', { needs, terms: { papers: ['施工图设计文件', '勘察报告'] } });
const fire = step('fire', '消防设计审查', 'construction', '住建', {
  needs: ['drawings'],
  terms: unchecked(workdays(15), '建设工程消防设计审查验收管理暂行规定'),
});
const permit = step('permit', '建筑工程施工许可证', 'construction', '住建', {
  needs: ['worksPlan', 'drawings', 'fire'],
  terms: { ...unchecked(calendarDays(7), '建筑法第八条 7 日'), papers: ['用地手续', '规划许可', '施工合同', '监理合同'] },
});
const completion = [
  step('acceptance', '联合验收', 'completion', '住建'),
  step('record', '竣工验收备案', 'completion', '住建', {
    needs: ['acceptance'],
    terms: unchecked(calendarDays(15), '自竣工验收合格起 15 日内报备'),
  }),
];
/** What follows on the land: what goes on beside it, the design, the permit, and the acceptance of the works. */
const fromDesign = (beforeDrawings: string[], ...besides: TemplateStep[]) => [
  ...[environment, energy, soil, ...besides, scheme, worksPlan],
  ...[drawings(beforeDrawings), fire, permit, ...completion],
];

/** The templates that are built in, until a district keeps an edition of its own. */
export const builtInTemplates: Readonly<Record<TemplateKind, readonly TemplateStep[]>> = {
  approval: [
    proposal(),
    siting,
    feasibility(['proposal', 'siting']),
    landPlan(['feasibility']),
    ...fromDesign(['preliminary'], preliminary),
  ],
  verification: [
    siting,
    step('verification', '项目核准', 'land', '发改', {
      needs: ['siting'],
      terms: {
        ...unchecked(workdays(20), '国务院令第 673 号第十条，可延长至 40 个工作日'),
        papers: ['项目申请书', '用地预审与选址意见书'],
      },
    }),
    landPlan(['verification']),
    ...fromDesign(['scheme']),
  ],
  filing: [
    step('filing', '项目备案', 'land', '发改', {
      terms: { ...unchecked(workdays(0), '国务院令第 673 号：告知性备案，收到全部信息即备案'), papers: ['项目备案信息'] },
    }),
    siting,
    landPlan(['filing', 'siting']),
    ...fromDesign(['scheme']),
  ],
  reconstruction: [
    proposal('应对自然灾害紧急建设，按《政府投资条例》第十三条简化（待核），并入可行性研究报告'),
    siting,
    feasibility(['siting']),
    landPlan(['feasibility']),
    ...fromDesign(['feasibility'], {
      ...preliminary,
      exempt: '灾后重建项目初步设计并入可行性研究报告一并批复（《政府投资条例》第十三条，待核）',
    }),
  ],
};
