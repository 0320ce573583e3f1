import { describe, expect, test } from 'vitest';
import type { Field, ImportKind } from './fields.ts';
import { recogniseKind } from './kinds.ts';
import { meanings } from './vocabulary.ts';

const best = (path: string, kind: ImportKind) =>
  meanings(path, kind, 2026).reduce<{ field: Field; rank: number } | null>((a, b) => (a && a.rank <= b.rank ? a : b), null)?.field ?? null;

describe('a header', () => {
  test.each<[ImportKind, string, Field | null]>([
    ['key-projects', '项次', 'seq'],
    ['key-projects', '投资项目在线审批监管平台代码', 'projectCode'],
    ['key-projects', '项目编码', 'projectCode'],
    ['key-projects', '统一社会信用代码', null],
    ['key-projects', '投资/2026年/计划投资', 'annualPlanWan'],
    ['key-projects', '投资/2025年/计划投资', null],
    ['key-projects', '概算总投资', 'totalInvestWan'],
    ['key-projects', '建设起止年限/起始', 'planStart'],
    ['key-projects', '建设起止年限/终止', 'planFinish'],
    ['key-projects', '开竣工时间', 'span'],
    ['key-projects', '2026年目标任务', 'yearGoal'],
    ['key-projects', '项目责任单位', 'unit'],
    ['key-projects', '填报单位', 'unit'],
    ['key-projects', '上半年计划投资', null],
    ['key-projects', '2026年度目标/投资', 'annualPlanWan'],
    ['key-projects', '2026年/形象进度', 'yearGoal'],
    ['key-projects', '开竣工时间/竣工', 'planFinish'],
    ['key-projects', '投资情况/总额', 'totalInvestWan'],
    ['reconstruction', '其中/中央', 'funds.central'],
    ['reconstruction', '资金来源/区', 'funds.district'],
    ['reconstruction', '开工情况/是否', 'started'],
    ['weekly', '投资进度/本周完成', 'weekWan'],
    ['weekly', '投资进度/本周', 'weekWan'],
    ['weekly', '工程进展/本周', 'weekProgress'],
    ['weekly', '工程进展/下周计划', 'nextStep'],
    ['reconstruction', '资金来源/配套', 'funds.local'],
    ['reconstruction', '其中/国债', 'funds.bond'],
    ['key-projects', '2026年拟完成投资', 'annualPlanWan'],
    ['key-projects', '新建/续建', 'stage'],
    ['key-projects', '项目主管部门', 'unit'],
    ['reconstruction', '开竣工时间', 'span'],
    ['reconstruction', '有无开工', 'started'],
    ['reconstruction', '是否建成', 'finished'],
    ['reconstruction', '开工/时间', 'actualStart'],
    ['reconstruction', '竣工/时间', 'planFinish'],
    ['reconstruction', '实施主体', 'owner'],
    ['reconstruction', '区级自筹', 'funds.district'],
    ['reconstruction', '区级配套资金', 'funds.district'],
    ['reconstruction', '配套资金', 'funds.local'],
    ['weekly', '上周末累计完成投资', 'lastCumWan'],
    ['weekly', '投资完成情况/截至本周', 'cumWan'],
    ['weekly', '本周新增完成投资', 'weekWan'],
    ['weekly', '完成年度计划比例', 'percent'],
    ['weekly', '占年度计划%', 'percent'],
    ['weekly', '本周形象进度', 'weekProgress'],
    ['weekly', '下一步计划', 'nextStep'],
    ['weekly', '问题与困难', 'issue'],
    ['weekly', '需协调解决的问题', 'issue'],
    ['weekly', '需协调解决单位', 'helpFrom'],
    ['weekly', '预警等级', 'light'],
    ['weekly', '本周计划投资', null],
    ['weekly', '上周完成投资', null],
    ['weekly', '下周计划完成投资', null],
    ['weekly', '三色预警', 'light'],
    ['monthly', '年初以来累计完成投资', 'cumDoneWan'],
    ['monthly', '2025年底累计完成投资', null],
    ['monthly', '上年累计完成', null],
    ['monthly', '年度投资完成率', 'percent'],
    ['key-projects', '投资平台代码', 'projectCode'],
    ['key-projects', '坐落位置', 'location'],
    ['key-projects', '所在乡镇', 'location'],
    ['key-projects', '建设地点/具体位置', 'location'],
    ['key-projects', '产业类型', 'category'],
    ['key-projects', '业主单位', 'unit'],
    ['key-projects', '责任单位/单位名称', 'unit'],
    ['key-projects', '推进专班/组长', 'leader'],
    ['key-projects', '投资/2026年', 'annualPlanWan'],
    ['key-projects', '投资/2025年', null],
    ['key-projects', '投资规模/2026年计划完成', 'annualPlanWan'],
    ['key-projects', '年度投资计划/全年', 'annualPlanWan'],
    ['key-projects', '年度投资计划/一季度', null],
    ['key-projects', '2026年工作目标/完成投资', 'annualPlanWan'],
    ['key-projects', '当年任务/建设任务', 'yearGoal'],
    ['key-projects', '资金安排/总投资', 'totalInvestWan'],
    ['key-projects', '资金安排/总额', 'totalInvestWan'],
    ['key-projects', '资金来源/总额', null],
    ['key-projects', '投资完成情况/总投资', 'totalInvestWan'],
    ['key-projects', '投资计划/截至2025年底完成', 'investDoneLastYearEndWan'],
    ['key-projects', '截至2025年12月累计完成投资', 'investDoneLastYearEndWan'],
    ['key-projects', '开工时间/计划', 'planStart'],
    ['key-projects', '开工时间/实际', null],
    ['key-projects', '竣工年', 'planFinish'],
    ['reconstruction', '开工进展/是否', 'started'],
    ['reconstruction', '竣工进展/是否', 'finished'],
    ['reconstruction', '开工进展/时间', 'actualStart'],
    ['reconstruction', '开工/实际时间', 'actualStart'],
    ['reconstruction', '竣工/计划', 'planFinish'],
    ['reconstruction', '投资/已完成', 'investDoneWan'],
    ['reconstruction', '投资情况/完成投资', 'investDoneWan'],
    ['reconstruction', '本年完成投资', null],
    ['weekly', '本周进展情况/完成投资', 'weekWan'],
    ['weekly', '本周进展情况/工程进度', 'weekProgress'],
    ['weekly', '今年以来/完成投资', 'cumWan'],
    ['weekly', '2026年投资/计划', 'annualPlanWan'],
    ['weekly', '年度投资完成情况/年度计划', 'annualPlanWan'],
    ['weekly', '问题/需协调单位', 'helpFrom'],
    ['weekly', '上周存在问题', null],
    ['weekly', '预警/等级', 'light'],
  ])('of %s “%s” means %s', (kind, path, field) => expect(best(path, kind)).toBe(field));
});

describe('of two headers that may mean the same', () => {
  const rankOf = (path: string, kind: ImportKind, field: Field) =>
    meanings(path, kind, 2026).find((claim) => claim.field === field)?.rank ?? 99;

  test.each<[ImportKind, Field, string, string]>([
    ['key-projects', 'planStart', '开工时间', '实际开工时间'],
    ['reconstruction', 'actualStart', '实际开工时间', '开工时间'],
    ['reconstruction', 'actualStart', '开工时间', '计划开工时间'],
    ['reconstruction', 'planFinish', '计划竣工时间', '竣工时间'],
    ['reconstruction', 'planFinish', '竣工时间', '合同竣工时间'],
    ['key-projects', 'unit', '责任单位', '建设单位'],
  ])('in %s %s is rather “%s” than “%s”', (kind, field, rather, than) =>
    expect(rankOf(rather, kind, field)).toBeLessThan(rankOf(than, kind, field)),
  );
});

describe('the kind of a workbook', () => {
  const kindOf = (name: string, title: string, header: string[]) =>
    recogniseKind({
      fileName: 'x.xlsx',
      sheets: [
        {
          ...{ name, hidden: false, merges: [], hiddenRows: [], hiddenColumns: [] },
          rows: [[{ value: title }], header.map((value) => ({ value }))],
        },
      ],
    });

  test.each<[string, string, string[], ImportKind]>([
    ['周报', '示例区手续办理情况', ['项目名称', '立项', '环评', '节能', '施工许可证'], 'approvals'],
    ['Sheet1', '示例区重点项目审批台账', ['项目名称', '可研批复', '施工许可'], 'approvals'],
    ['周报', '示例区2026年月度计划', ['项目名称', '1月计划', '2月计划', '3月计划'], 'monthly'],
    ['Sheet1', '示例区重点项目', ['项目名称', '1-3月计划', '1-6月计划', '1-9月计划', '1-12月计划'], 'monthly'],
    ['Sheet1', '示例区重点项目进展', ['项目名称', '上周累计完成', '本周完成'], 'weekly'],
    ['Sheet1', '示例区水毁项目', ['项目名称', '总投资', '责任单位'], 'reconstruction'],
    ['Sheet1', '', ['项目名称', '总投资', '项目状态', '累计完成投资', '形象进度'], 'reconstruction'],
    ['Sheet1', '示例区重点项目', ['项目名称', '总投资', '项目状态', '累计完成投资', '形象进度'], 'key-projects'],
    ['Sheet1', '示例区2026年重点项目', ['项目名称', '总投资', '1-9月完成投资', '立项批复文号'], 'key-projects'],
  ])('whose sheet %s is titled %s and has %j is %s', (name, title, header, kind) => expect(kindOf(name, title, header)).toBe(kind));
});
