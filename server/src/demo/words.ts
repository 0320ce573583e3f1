import type { ProblemCategory } from '#shared/problems/schema.ts';

/** What returns say of the works; two weeks in a row never say the same. `%` is the share of the whole. */
export const works: Record<'building' | 'preparing' | 'finished', readonly [string, ...string[]]> = {
  building: [
    '基础及地下部分施工完成，累计形象进度%。',
    '主体结构施工推进，作业面全部展开，累计形象进度%。',
    '管线敷设与路面恢复同步推进，累计形象进度%。',
    '材料进场并完成复检，机械45台套在场，累计形象进度%。',
    '完成土方开挖与边坡支护，累计形象进度%。',
    '设备基础浇筑完成，安装队伍进场，累计形象进度%。',
    '砌体及屋面施工过半，水电预埋跟进，累计形象进度%。',
    '附属工程施工，场区道路完成铺筑，累计形象进度%。',
  ],
  preparing: [
    '初步设计文件修改完善，正在组织专家评审。',
    '完成现场踏勘和地形测绘，勘察报告已提交。',
    '用地组件材料报审，征地补偿方案公示。',
    '施工图审查意见回复中，招标文件同步编制。',
    '招标控制价送审，施工许可资料准备。',
  ],
  finished: ['完成收尾清理，正在办理竣工验收手续。', '工程资料归档，组织参建单位预验收。', '缺陷整改完成，等待验收组织。'],
};

export const nextSteps = [
  '抢抓工期，完成关键节点',
  '完成下一作业段施工',
  '跟进手续办理',
  '组织设备进场',
  '做好质量检测和资料报审',
] as const;

export const requests = [
  '请协调电力线路迁改',
  '请协调解决临时用地',
  '请协调拨付上级资金',
  '请协调相邻地块交叉施工',
  '请明确管线交底单位',
] as const;

/** Problems with the kind that they are. */
export const troubles: readonly [readonly [string, ProblemCategory], ...(readonly [string, ProblemCategory])[]] = [
  ['红线内3户征收补偿未达成一致', 'demolition'],
  ['10千伏线路迁改未完成，影响作业面', 'energy'],
  ['上级补助资金尚未到位，工程款支付滞后', 'funds'],
  ['临时用地手续未批复', 'land'],
  ['规划方案与相邻地块退距不一致', 'planning'],
  ['扬尘管控期土石方作业受限', 'environment'],
  ['施工单位力量投入不足，机械少于计划', 'construction'],
  ['施工图审查意见回复迟缓', 'approval'],
  ['燃气管线产权单位交底未完成', 'energy'],
  ['砂石料供应紧张，进场不及时', 'construction'],
];

/** What meetings decide. */
export const decisions = [
  '抽调专人驻场，增加作业班组，按周倒排工期并报项目办。',
  '牵头会同产权单位现场办公，完成管线迁改方案会签。',
  '完成剩余征收补偿协议签订，交付作业面。',
  '对接上级部门，落实资金拨付计划并书面反馈。',
  '对未办结手续实行专班代办，限期办结。',
  '补报未入库项目资料，完成统计入库。',
  '组织参建单位约谈，制定赶工措施。',
  '完成现场扬尘整改，恢复土方作业。',
] as const;

export const otherMatters = ['下步重点工作安排', '近期安全生产和扬尘管控', '要素保障事项集中会商', '年度任务完成情况通报'] as const;

export const attendees = '宋区长、郑副区长、发改局、住建局、水利局、交通局、自然资源局、生态环境局、产业园区';

/** Who comes where reconstruction is dispatched. */
export const dispatchAttendees = '冯副区长、应急局、发改局、住建局、水利局、民政局、北湖镇、东岭镇、西泉镇、南塬镇';

/** Approval steps: name, its stage of joint approval, who decides, its limit in working days. */
export const approvalSteps = [
  ['项目建议书及可研批复', 'land', 'office', 10],
  ['用地预审与选址意见书', 'land', 'land', 10],
  ['环境影响评价审批', 'land', 'environment', 15],
  ['建设工程规划许可证', 'engineering', 'land', 10],
  ['施工图设计文件审查', 'engineering', 'housing', 7],
  ['建筑工程施工许可证', 'construction', 'housing', 7],
  ['竣工验收备案', 'completion', 'housing', 5],
] as const;

/** Steps that come up while a project is being built. */
export const lateSteps = [
  ['水土保持方案变更审批', 'engineering', 'water', 10],
  ['占用挖掘城市道路许可', 'construction', 'housing', 5],
  ['消防设计审查', 'engineering', 'housing', 15],
  ['临时用地审批', 'land', 'land', 10],
  ['取水许可变更', 'engineering', 'water', 15],
] as const;

/** What units answer on decisions. */
export const answers = [
  '已会同产权单位现场踏勘，迁改方案审定，本周完成管线迁改并恢复施工。',
  '正在与有关部门对接，预计近期办结。',
] as const;
