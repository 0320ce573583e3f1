import type { Month } from '../kit/calendar.ts';
import type { ListLevel, ListStage, ListStatus } from './words.ts';

/** What every row of a list has: where it stands (1-based), its number, its name and who answers for it. */
type ListRow = {
  sheet: string;
  row: number;
  seq: string | null;
  name: string | null;
  unit: string | null;
  units: string[];
  remark: string | null;
  /** The row of the bundle that a “其中：” row is a part of. */
  parentRow: number | null;
  level: ListLevel | null;
};

/** A row of a list of key projects. Amounts are in 万元. */
export type KeyProjectRow = ListRow & {
  projectCode: string | null;
  category: string | null;
  location: string | null;
  content: string | null;
  totalInvestWan: number | null;
  annualPlanWan: number | null;
  investDoneLastYearEndWan: number | null;
  bondQuotaWan: number | null;
  preWork: string | null;
  yearGoal: string | null;
  planStart: Month | null;
  planFinish: Month | null;
  leader: string | null;
  stage: ListStage | null;
};

/** Where the money of a reconstruction project comes from, in 万元; `bond` 增发国债, `local` 地方配套. */
export type Funds = {
  central: number | null;
  province: number | null;
  city: number | null;
  district: number | null;
  bond: number | null;
  local: number | null;
};

/** A row of a list of reconstruction projects. Amounts are in 万元. */
export type ReconstructionRow = ListRow & {
  projectCode: string | null;
  category: string | null;
  county: string | null;
  location: string | null;
  owner: string | null;
  rebuildType: string | null;
  content: string | null;
  totalInvestWan: number | null;
  annualPlanWan: number | null;
  funds: Funds;
  started: boolean | null;
  finished: boolean | null;
  actualStart: Month | null;
  planStart: Month | null;
  planFinish: Month | null;
  investDoneWan: number | null;
  progress: string | null;
  issue: string | null;
  leader: string | null;
  status: ListStatus | null;
  stage: ListStatus | null;
};
