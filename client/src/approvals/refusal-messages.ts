import type { RefusalText } from '../app/refusals.ts';
import { entries } from './entry-messages.ts';

const phaseZh: Record<string, string> = {
  ...{ waiting: '未受理', running: '办理中', stopped: '停表', suspended: '容缺', finished: '已办结', exempt: '无需办理' },
};

function entryIn(language: 'zh' | 'en', entry: unknown): string {
  const words: Record<string, string> = entries[language];
  return words[String(entry)] ?? '';
}

/** Why a step cannot stand so, or what happened cannot be told of it. */
export const refusals: { zh: Record<string, RefusalText>; en: Record<string, RefusalText> } = {
  zh: {
    'field-not-yours': '法定时限、计时方式和承诺日期由项目办设定，没有改动。确需调整请联系项目办。',
    'accepted-on-missing': '这一状态须填受理日期。',
    'accepted-on-not-yet': '这一状态不能有受理日期，请清空。',
    'done-on-missing': '办结须填办结日期。',
    'done-on-not-yet': '未办结不能有办结日期，请清空。',
    'tolerant-until-missing': '容缺受理须填补齐期限。',
    'tolerant-until-before-acceptance': '补齐期限不能早于受理日期。',
    'done-before-acceptance': '办结日期不能早于受理日期。',
    'wrong-order': ({ entry, phase }) =>
      `当前是“${phaseZh[String(phase)] ?? '这一状态'}”，不能登记“${entryIn('zh', entry)}”，没有改动。请先登记前面的步骤。`,
    'day-missing': '请填日期。',
    'day-before-last': ({ on, last }) => `${String(on)} 早于上一条登记的 ${String(last)}，没有改动。请核对日期。`,
    'papers-missing': '容缺受理须写明缺哪些材料。',
    'until-missing': '容缺受理须填补齐期限。',
    'until-too-early': '补齐期限须晚于受理当日。',
    'reason-missing': '请写明理由。',
    'valid-before-done': '有效期不能早于办结日期。',
    'course-full': '这一事项登记的经过已满，请由项目办核对后更正。',
    'nothing-told': '没有可撤回的登记。',
    'steps-all-listed': '模板里的事项本项目都已列出，没有新增。',
    'steps-in-circle': ({ names }) => `前置关系绕成了圈：${Array.isArray(names) ? names.join(' → ') : ''}，没有保存。请去掉其中一条。`,
    'step-twice': ({ name }) => `“${String(name)}”重复，没有保存。请改名或删去一条。`,
    'need-unknown': ({ name }) => `“${String(name)}”的前置事项不在表里，没有保存。`,
    'limit-unmarked': ({ name }) => `“${String(name)}”的法定时限标为有出处，但没有写依据，没有保存。`,
  },
  en: {
    'field-not-yours': 'The limit, how it is counted and the promised day are set by the office; nothing was changed. Ask the office.',
    'accepted-on-missing': 'This state needs the day of acceptance.',
    'accepted-on-not-yet': 'This state has no day of acceptance: clear it.',
    'done-on-missing': 'Done needs the day on which it was.',
    'done-on-not-yet': 'What is not done has no such day: clear it.',
    'tolerant-until-missing': 'Say by when the missing papers are due.',
    'tolerant-until-before-acceptance': 'The missing papers cannot be due before acceptance.',
    'done-before-acceptance': 'It cannot be done before it was accepted.',
    'wrong-order': ({ entry }) =>
      `“${entryIn('en', entry)}” cannot follow as the step stands; nothing was changed. Record what comes before it first.`,
    'day-missing': 'Fill in the day.',
    'day-before-last': ({ on, last }) => `${String(on)} lies before the last entry of ${String(last)}; nothing was changed.`,
    'papers-missing': 'Name the papers that are missing.',
    'until-missing': 'Say by when the missing papers are due.',
    'until-too-early': 'The papers have to be due after the day of acceptance.',
    'reason-missing': 'Say why.',
    'valid-before-done': 'It cannot lapse before it was granted.',
    'course-full': 'No more entries fit; the office has to correct the step.',
    'nothing-told': 'There is nothing to take back.',
    'steps-all-listed': 'The project lists all steps of the template; nothing was added.',
    'steps-in-circle': ({ names }) =>
      `The steps need each other in a circle: ${Array.isArray(names) ? names.join(' → ') : ''}. Nothing was saved.`,
    'step-twice': ({ name }) => `“${String(name)}” stands there twice; nothing was saved.`,
    'need-unknown': ({ name }) => `“${String(name)}” needs a step that is not there; nothing was saved.`,
    'limit-unmarked': ({ name }) => `The limit of “${String(name)}” is called sourced without its source; nothing was saved.`,
  },
};
