import { Instant, timeOf } from '#shared/kit/calendar.ts';
import type { RefusalText } from '../app/refusals.ts';

/** Why a drop is refused, for the board's own reasons. */
export const refusals: Record<'zh' | 'en', Record<string, RefusalText>> = {
  zh: {
    'changed-since': ({ by, action, at }) =>
      `没有撤销：您移动之后，${String(by)} 于 ${timeText(at)} 又${actText(zhActs, action, '改动过它')}。请看现在的情况再决定。`,
    'already-undone': '这一步已经撤销过，没有再改动。',
    'return-one-by-one': '填报须逐个项目进行，请单独打开。',
    'return-exists': '本周已填报，不能拖回待填报；需要重报请由项目办退回。',
    'not-an-entry': '评旗只收本季参评项目，请先列入观摩路线。',
    'flag-decided': '该旗已进入评定，不能在看板上改动。',
    'flag-has-no-order': '评旗列不分先后。',
    'scored-by-inspectors': '评分由观摩评委填写；已评分的站点不能再移出路线。',
    'lamp-by-rule': '规则已评出灯色，不能改回未评；可改为其他灯色并写明原因。',
    'bulletin-in-review': '本期通报已送核稿，提名不能再改；退回拟稿后可改。',
    'bulletin-signed': '本期通报已签发，不能再改。',
    'month-not-over': '本月尚未结束，月末才能截止数据。',
    'month-not-cut': '须先截止本月数据。',
    'wrong-state': '通报已不在这一步，请刷新后再看。',
    'not-your-part': '这一步由其他角色办理。',
    'same-person': '核稿人不能是拟稿人本人，请另一位项目办人员核稿。',
    'username-taken': '用户名已被占用，请换一个。',
    'own-account': '不能停用或改变自己的角色。',
  },
  en: {
    'changed-since': ({ by, action, at }) =>
      `Not undone: after your move, at ${timeText(at)}, ${String(by)} ${actText(enActs, action, 'changed it')}. Look at it as it is now.`,
    'already-undone': 'This was taken back already; nothing was changed.',
    'return-one-by-one': 'Returns are filled in one by one; open this project by itself.',
    'return-exists': 'This week’s return is in; to have it again the office sends it back.',
    'not-an-entry': 'Only entries of the quarter may be proposed; put the project on the route first.',
    'flag-decided': 'This flag is past its proposal and cannot be changed on the board.',
    'flag-has-no-order': 'Flags have no order.',
    'scored-by-inspectors': 'Inspectors score; a stop that is scored stays on the route.',
    'lamp-by-rule': 'The rule has rated it; set another lamp with a reason instead.',
    'bulletin-in-review': 'The bulletin is in review; send it back to change nominations.',
    'bulletin-signed': 'The bulletin is signed and stays as it is.',
    'month-not-over': 'The month is not over; it is cut on its last day.',
    'month-not-cut': 'Cut the month’s figures first.',
    'wrong-state': 'The bulletin is no longer at this step.',
    'not-your-part': 'Another role does this.',
    'same-person': 'The drafter cannot review; ask another office user.',
    'username-taken': 'The user name is taken.',
    'own-account': 'You cannot disable or change the role of your own account.',
  },
};

/** What somebody did to the same thing, for a move that is not undone. */
const zhActs: Record<string, string> = {
  'agenda.added': '把它列入了议程',
  'agenda.moved': '调整了它在议程上的次序',
  'agenda.updated': '修改了这项议题',
  'agenda.removed': '把它移出了议程',
  'nomination.added': '提名了它',
  'nomination.moved': '调整了它的提名',
  'nomination.withdrawn': '撤回了它的提名',
  'entry.added': '把它列入了观摩',
  'entry.moved': '调整了它在观摩路线上的次序',
  'entry.withdrawn': '把它移出了观摩',
  'flag.proposed': '给它提了旗',
  'flag.moved': '办理了它的评旗',
  'flag.announced': '公布了它的旗',
  'flag.withdrawn': '撤回了它的旗',
  'lamp.overridden': '改了它的灯',
  'lamp.overrideWithdrawn': '恢复了规则评的灯',
  'project.stageMoved': '变更了它的阶段',
};

const enActs: Record<string, string> = {
  'agenda.added': 'put it on the agenda',
  'agenda.moved': 'moved it on the agenda',
  'agenda.updated': 'changed the item',
  'agenda.removed': 'took it off the agenda',
  'nomination.added': 'nominated it',
  'nomination.moved': 'moved its nomination',
  'nomination.withdrawn': 'withdrew its nomination',
  'entry.added': 'entered it in the inspection',
  'entry.moved': 'moved it on the route',
  'entry.withdrawn': 'took it out of the inspection',
  'flag.proposed': 'proposed a flag for it',
  'flag.moved': 'carried its flag on',
  'flag.announced': 'announced its flag',
  'flag.withdrawn': 'withdrew its flag',
  'lamp.overridden': 'set its lamp',
  'lamp.overrideWithdrawn': 'gave its lamp back to the rule',
  'project.stageMoved': 'moved its stage',
};

function timeText(at: unknown): string {
  const instant = Instant.safeParse(at);
  return instant.success ? timeOf(instant.data) : '';
}

function actText(acts: Record<string, string>, action: unknown, another: string): string {
  return (typeof action === 'string' ? acts[action] : undefined) ?? another;
}
