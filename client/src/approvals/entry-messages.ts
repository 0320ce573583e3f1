import type { StepEntry } from '#shared/approvals/schema.ts';

/** What can happen to a step, in words; apart from the pages' catalogue, because refusals are said on every page. */
export const entries: Record<'zh' | 'en', Record<StepEntry['kind'], string>> = {
  zh: {
    accepted: '受理',
    stopped: '停表',
    resumed: '恢复计时',
    tolerated: '容缺受理',
    redeemed: '补齐缺件',
    withdrawn: '撤销容缺',
    done: '办结',
    exempt: '无需办理',
  },
  en: {
    accepted: 'Accepted',
    stopped: 'Clock stopped',
    resumed: 'Clock resumed',
    tolerated: 'Accepted with papers missing',
    redeemed: 'Missing papers handed in',
    withdrawn: 'Tolerance withdrawn',
    done: 'Decided',
    exempt: 'Not needed',
  },
};
