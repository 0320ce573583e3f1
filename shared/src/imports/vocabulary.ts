import type { Field, ImportKind } from './fields.ts';

/**
 * How lists name a field: patterns from the surest to the weakest, tried on the header's path
 * (`资金来源/中央`), folded, without blanks, units and brackets. `not` keeps a near miss out.
 */
type Entry = { field: Field; says: readonly RegExp[]; not?: RegExp };

const otherYear = /上年|去年|往年|明年|次年|下年|下一年/;

const common: readonly Entry[] = [
  { field: 'seq', says: [/^(序号|编号|顺序号|no\.?|№)$/i, /^项目序号$/] },
  {
    field: 'name',
    says: [/(^|\/)(建设|重点|重建|工程)?(项目|工程)(名称|名)$/, /^(子项目|单项工程|具体项目)名称$/, /^名称$/, /^(建设|重点|重建)?项目$/],
    not: /单位|企业|类/,
  },
  {
    field: 'projectCode',
    says: [/(投资)?项目(统一)?(审批|监管)?代码$/, /^(统一|国家|赋码|平台|在线平台|项目)代码$/, /^(项目)?赋码$/],
    not: /信用/,
  },
  {
    field: 'location',
    says: [/(建设|项目|实施|工程)(具体)?(地点|地址|位置|选址)$/, /^(地点|地址|位置|选址|所在地|所在位置|所在镇街|项目所在地)$/],
  },
  {
    field: 'content',
    says: [/建设(规模|内容|概况)|项目概况|主要(建设)?内容/, /^(内容|规模|概况|工程内容|工程概况|建设任务|规模及内容)$/],
    not: /年度|年(主要)?建设内容|目标/,
  },
  {
    field: 'totalInvestWan',
    says: [
      /总投资(额|规模|金额)?$/,
      /投资总额$|投资总规模$/,
      /总投资/,
      /(概算|估算|批复|计划|项目)(总?)投资(额)?$|投资(概算|估算|规模)$|(^|\/)(总概算|总估算)$/,
      /(^|\/)投资(额|金额)$/,
    ],
    not: /完成|累计|年度|年计划|上年|\d{4}年|占|比例|资金|到位/,
  },
  {
    field: 'annualPlanWan',
    says: [
      /(年度?|当年|本年|今年)(计划|目标)(完成)?(总)?投资(额|目标)?$/,
      /(年度?|当年|本年|今年)(固定资产)?投资(计划|目标|任务)(数|额)?$/,
      /(年度?|当年|本年|今年)计划.*\/(完成)?投资(额)?$/,
      /^计划(完成)?投资(额)?$/,
      /(年度?|当年|本年|今年)(计划|投资)(数|额)?$/,
    ],
    not: /上年|去年|明年|次年|累计|总投资|形象|月|内容|工作|占|季度/,
  },
  {
    field: 'span',
    says: [
      /(起止|起讫)(时间|年限|年月|日期|年份|期限)?$/,
      /建设(周期|工期|期限|年限|时间)$|^(工期|开竣工时间|开竣工日期|建设起止|开(工)?、?竣?完?工时间)$|开工(及|和|、|\/|-|—|至)?[竣完]工(时间|日期)?$/,
    ],
    not: /是否/,
  },
  {
    field: 'planFinish',
    says: [
      /(竣工|完工|建成|投产|投用|结束|终止|完成)(投产|投用|验收)?(时间|日期|年月|年份|节点|时限)$/,
      /(^|\/)(计划|拟|预计|实际)?(竣工|完工|建成|结束|终止|止|终)(投产|投用)?$/,
    ],
    not: /是否|投资|开工[^/]*$|情况$/,
  },
  {
    field: 'issue',
    says: [
      /(存在|需(要)?协调|需解决|突出|主要|制约)(的|解决|困难|主要)*(问题|困难)/,
      /^(问题|困难|问题困难|困难问题|问题及建议|存在问题及建议)$/,
    ],
    not: /单位|时限|个数/,
  },
  {
    field: 'unit',
    says: [
      /(^|\/)责任(单位|部门|主体)$/,
      /(^|\/)(牵头|主责)(责任)?(单位|部门)$/,
      /(^|\/)(行业)?主管(单位|部门)$/,
      /(^|\/)(推进|实施|包抓|承办|主办|服务)(单位|部门|主体)$/,
      /(^|\/)项目单位$/,
      /(^|\/)(责任|牵头|主管)(镇街|局委|委局)?(单位|部门)?(及|和|、|\/)/,
      /^单位$|^部门$/,
      /(^|\/)建设单位$/,
    ],
    not: /配合|协办|施工|监理|设计|领导|人/,
  },
  {
    field: 'leader',
    says: [
      /(分包|包抓|包保|包联|联系|责任|分管|牵头|挂钩|挂点|县级|区级|市级|推进|帮扶|包案|帮包)[^/]*领导/,
      /(^|\/)领导$|首席服务官|项目管家|县级干部|区级干部/,
    ],
    not: /职务|电话|批示/,
  },
  {
    field: 'category',
    says: [/(^|\/)(项目)?(类别|类型|分类)$/, /(^|\/)(所属)?(行业|领域|产业)(类别|分类|领域)?$/],
    not: /重建|恢复|性质|资金/,
  },
  { field: 'remark', says: [/(^|\/)备注(说明)?$/, /(^|\/)(说明|其他|附注)$/] },
];

const keyProjects: readonly Entry[] = [
  {
    field: 'investDoneLastYearEndWan',
    says: [
      /(截至|截止|至|到)?(上年|去年|\d{4}年)(年?底|年?末|12月底?|12月31日)(以?前)?(累计)?(已)?(预计)?(完成)?/,
      /(以前|往年)年?度?(累计)?(已)?完成/,
    ],
    not: /计划|目标|形象|月(?!底|31)/,
  },
  { field: 'bondQuotaWan', says: [/专项债(券)?.*(额度|需求|规模|金额|资金)|申请.*专项债/] },
  {
    field: 'yearGoal',
    says: [
      /形象进度目标|(年度?|当年|本年)(主要)?(工作|建设|形象|工程|进度)*(目标|任务|节点)$|进度目标$/,
      /(年度?|当年|本年|年度?计划.*\/)(主要)?(建设|形象|工程)(内容|进度)/,
      /^(目标任务|年度目标|工作目标|建设目标)$/,
    ],
    not: /投资/,
  },
  { field: 'preWork', says: [/前期(工作|手续|准备)?(进展|进度|情况|工作)/, /^前期工作$|^工作进展(情况)?$/] },
  {
    field: 'planStart',
    says: [/(开工|动工|开始|启动)(建设)?(时间|日期|年月|年份|节点|时限)$/, /(^|\/)(计划|拟|预计|实际)?(开工|动工|开始|起|始)(建设)?$/],
    not: /是否|情况$|(竣|完工)[^/]*$/,
  },
  { field: 'level', says: [/(项目|重点)?(级别|层级|等级)$/, /^(省市区|省市县|省市)重点$/] },
  { field: 'stage', says: [/(建设|项目)(性质|阶段|状态)$/, /^(性质|阶段|年度类别|年度分类|状态|续建新建|新建续建|续建\/新建)$/] },
];

const reconstruction: readonly Entry[] = [
  { field: 'county', says: [/(^|\/)(所属|所在|项目所在)?(县|区|县区|区县|县市区|县\(市、区\)|市县)(名称)?$/, /^属地$|^行政区划$/] },
  { field: 'owner', says: [/(^|\/)(项目)?(业主|法人|建设)(单位)?$/, /项目法人(单位)?$/] },
  { field: 'rebuildType', says: [/(重建|恢复|修复|建设)(类型|类别|方式|性质)$/] },
  { field: 'funds.bond', says: [/增发国债|(^|\/)国债(资金)?$/] },
  { field: 'funds.local', says: [/地方(配套|自筹|资金)+|(^|\/)地方$|配套资金$/] },
  { field: 'funds.central', says: [/资金.*\/(中央|国家)/, /^(中央|国家)(预算内|财政|补助|专项|投资|资金)*$/] },
  { field: 'funds.province', says: [/资金.*\/省/, /^省级?(财政|补助|专项|投资|资金|配套)*$/] },
  { field: 'funds.city', says: [/资金.*\/市/, /^市级?(财政|补助|专项|投资|资金|配套)*$/] },
  { field: 'funds.district', says: [/资金.*\/[区县]/, /^[区县](\(县\))?级?(财政|补助|专项|投资|资金|配套|及自筹)*$/, /资金.*\/.*自筹/] },
  {
    field: 'investDoneWan',
    says: [
      /(累计|已)(已)?完成(的)?投资(额|情况)?$/,
      /自?开工(以来|至今)?累计.*完成/,
      /累计(已)?完成(额)?$|^完成投资(额)?$|投资完成(额|情况|数)?$/,
    ],
    not: /年度|上年|率|比|占|本周|本月|\d{4}年(?!.*累计)/,
  },
  { field: 'started', says: [/是否(已)?(开工|动工)/, /^开工(与否|情况)$/], not: /时间|日期/ },
  { field: 'finished', says: [/是否(已)?(竣工|完工|完成)/, /^(竣工|完工)(与否|情况)$/], not: /时间|日期/ },
  { field: 'status', says: [/(^|\/)(项目|建设|工程|当前|目前|施工)?(状态|阶段|现状)$/, /(^|\/)(开工|建设)情况$/] },
  {
    field: 'actualStart',
    says: [/(开工|动工|开始)(建设)?(时间|日期|年月|节点)$/, /(^|\/)(计划|拟|预计|实际)?(开工|动工|开始)$/],
    not: /是否|(竣|完工)[^/]*$/,
  },
  {
    field: 'progress',
    says: [/(形象|工程|建设|施工|项目|工作|目前|当前)(的)?(形象)?(进度|进展)(情况)?$/, /^(进展|进度|进展情况|进度情况|目前进展|最新进展)$/],
    not: /目标|%|率/,
  },
];

function entriesOf(kind: ImportKind): readonly Entry[] {
  return kind === 'reconstruction' ? [...reconstruction, ...common] : [...keyProjects, ...common];
}

/** How surely a header's path means each field: 0 is surest. `years` keeps another year's plan from being read as this year's. */
export function meanings(path: string, kind: ImportKind, listYear: number | null): { field: Field; rank: number }[] {
  const year = /(20\d\d)年/.exec(path)?.[1];
  const found: { field: Field; rank: number }[] = [];
  for (const entry of entriesOf(kind)) {
    if (entry.not?.test(path)) continue;
    const rank = entry.says.findIndex((pattern) => pattern.test(path));
    if (rank < 0) continue;
    if (
      (entry.field === 'annualPlanWan' || entry.field === 'yearGoal') &&
      (otherYear.test(path) || (year !== undefined && listYear !== null && Number(year) !== listYear))
    )
      continue;
    found.push({ field: entry.field, rank });
  }
  return found;
}

/** Whether a header names the project, without which a sheet is no list of projects. */
export function namesProject(path: string): boolean {
  return meanings(path, 'key-projects', null).some(({ field }) => field === 'name');
}

/** Whether a text is a header that any list could have; used to tell the header's row from the rows above it. */
export function isHeaderWord(path: string): boolean {
  return meanings(path, 'key-projects', null).length > 0 || meanings(path, 'reconstruction', null).length > 0;
}
