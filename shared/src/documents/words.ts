import type { StepStatus } from '../approvals/pivot.ts';
import type { ApprovalGroup, ApprovalState } from '../approvals/schema.ts';
import type { Lamp } from '../lamps/schema.ts';
import type { ProblemCategory, ProblemRung, ProblemState } from '../problems/schema.ts';
import type { Level, ProjectKind, Stage, Standing, Track, YearClass } from '../projects/schema.ts';

/**
 * The closed lists that lists and documents name, in Chinese, each in its order: paper is Chinese whatever language
 * somebody works in, and the Chinese pages say the same words.
 */
export const words = {
  kind: { key: '重点项目', reconstruction: '灾后重建' } satisfies Record<ProjectKind, string>,
  kindShort: { key: '重点', reconstruction: '重建' } satisfies Record<ProjectKind, string>,
  level: { province: '省级', city: '市级', district: '区级' } satisfies Record<Level, string>,
  track: { approval: '审批制', verification: '核准制', filing: '备案制' } satisfies Record<Track, string>,
  yearClass: { continued: '续建', new: '新开工', finishing: '竣工', reserve: '储备' } satisfies Record<YearClass, string>,
  stage: {
    planned: '谋划',
    signed: '签约',
    preparing: '前期手续',
    started: '开工',
    building: '在建',
    completed: '竣工',
    producing: '投产',
    'at-capacity': '达效',
  } satisfies Record<Stage, string>,
  standing: { active: '在库', suspended: '停建', withdrawn: '退出' } satisfies Record<Standing, string>,
  lampGlyph: { red: '红', yellow: '黄', green: '绿' } satisfies Record<Lamp, string>,
  approvalState: {
    pending: '未办',
    accepted: '受理',
    tolerant: '容缺受理',
    supplement: '补正',
    done: '办结',
    exempt: '无需办理',
  } satisfies Record<ApprovalState, string>,
  approvalGroup: {
    land: '立项用地规划许可',
    engineering: '工程建设许可',
    construction: '施工许可',
    completion: '竣工验收',
  } satisfies Record<ApprovalGroup, string>,
  /** Where a step stands on the day, in the order of what needs looking after first. */
  stepStatus: {
    overdue: '超期',
    due: '3日内到期',
    running: '在办',
    tolerant: '容缺',
    supplement: '补正',
    stopped: '停表',
    pending: '未到',
    done: '办结',
    exempt: '不涉及',
  } satisfies Record<StepStatus, string>,
  /** The same for a narrow cell; `#` stands for the days. */
  stepShort: { overdue: '超 # 日', running: '在办', tolerant: '容缺', supplement: '补正', stopped: '停表', pending: '·', exempt: '不涉及' },
  registrationStatus: { owed: '应入未入', submitted: '已申报', returned: '退回', registered: '已入库', 'not-yet': '未到条件' },
  registrationCheck: { owner: '单位', 'contract-date': '合同日期', total: '总投资' },
  problemState: { raised: '提出', assigned: '交办', solved: '解决', closed: '销号' } satisfies Record<ProblemState, string>,
  problemCategory: {
    land: '用地',
    planning: '规划',
    energy: '能耗',
    environment: '环保',
    demolition: '征迁',
    funds: '资金',
    construction: '施工',
    utilities: '配套',
    approval: '审批',
    other: '其他',
  } satisfies Record<ProblemCategory, string>,
  problemRung: { unit: '责任单位', office: '项目办', leader: '区领导', meeting: '周例会' } satisfies Record<ProblemRung, string>,
};
