import type { Messages } from '../kit/messages.ts';

export const zh = {
  bullet: (done: string, planned: string, annual: string) => `完成 ${done} 万元，序时计划 ${planned} 万元，年度计划 ${annual} 万元`,
};

export const en: Messages<typeof zh> = {
  bullet: (done, planned, annual) => `Done ${done}, planned to date ${planned}, year's plan ${annual} (10k yuan)`,
};
