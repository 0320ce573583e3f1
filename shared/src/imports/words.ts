import type { ProjectKind } from '../projects/schema.ts';
import { plainText } from './text.ts';

/** The level of a list's rows as lists write it; 县 is the district of a county. */
export type ListLevel = '省' | '市' | '区' | '县';
/** The class in the year's list, as lists write it: `YearClass` of the product. */
export type ListStage = '续建' | '新开工' | '竣工' | '储备';
/** How far a reconstruction project is, as lists write it. */
export type ListStatus = '未开工' | '在建' | '已竣工';

/** Which of the two lists a cell says that a project stands on: 重点, 灾后重建. */
export function listWord(text: string): ProjectKind | null {
  const plain = plainText(text);
  if (/^(灾后)?(恢复)?重建(项目)?$/.test(plain)) return 'reconstruction';
  return /^重点(建设)?(项目)?$/.test(plain) ? 'key' : null;
}

/** The lamp that a weekly list shows. */
export type ListLight = '红' | '黄' | '绿';

function levelOf(char: string | undefined): ListLevel | null {
  return char === '省' || char === '市' || char === '区' || char === '县' ? char : null;
}

/** The level that a cell of a level column states: 省级, 省重点, 市. */
export function levelWord(text: string): ListLevel | null {
  return levelOf(/^(省|市|区|县)(级|属|管|本级)?(重点)?(建设)?(项目)?$/.exec(plainText(text))?.[1]);
}

/** The level that a heading or a sheet's name states; “省市重点” names two and so states none. */
export function levelInHeading(text: string): ListLevel | null {
  const match = /(?<![省市区县][、和]?)(省|市|区|县)(?:(?:级|属|管|本级)?重点|级)/.exec(plainText(text));
  return levelOf(match?.[1]);
}

/** The level of the office whose title it is: ××区, 某某市某某县 → the innermost. */
export function levelInTitle(title: string): ListLevel | null {
  const plain = plainText(title)
    .replace(/[省市区县]+(级|属|管)?(?=重点)/g, '')
    .replace(/(景|园|片|社|灾|库|城|山|地|郊|开发|管理|示范)区/g, '');
  for (const char of ['县', '区', '市']) if (new RegExp(`[×xX*○\\p{Script=Han}]${char}`, 'u').test(plain)) return levelOf(char);
  return null;
}

const stageWords: readonly (readonly [RegExp, ListStage])[] = [
  [/^(续建|在建|结转|结转续建|延续)$/, '续建'],
  [/^(新开工|新开|当年新开工|本年新开工|新建|拟新开工|计划新开工|计划开工|拟开工)$/, '新开工'],
  [/^(竣工|建成投产|竣工投产|计划竣工|拟竣工|建成|投产|计划建成|竣工投用)$/, '竣工'],
  [/^(储备|预备|谋划|前期储备|谋划储备|储备谋划|拟储备)$/, '储备'],
];

/** The class that a cell of a stage column states, or null for any other word. */
export function stageWord(text: string): ListStage | null {
  const plain = plainText(text).replace(/(阶段|项目|类)+$/, '');
  return stageWords.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** The class that a heading, a sheet's name or a title states. Both 续建 and 新开工 in one title state none. */
export function stageInHeading(text: string): ListStage | null {
  const plain = plainText(text);
  const found: ListStage[] = [];
  if (/续建|结转|在建/.test(plain)) found.push('续建');
  if (/新开工|新建/.test(plain)) found.push('新开工');
  if (/竣工|建成投产/.test(plain)) found.push('竣工');
  if (/储备|预备|谋划/.test(plain)) found.push('储备');
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** How far a project is, from the word in a status column; null for a word that is not known. */
export function statusWord(text: string): ListStatus | null {
  const plain = plainText(text);
  if (/^(未|尚未|没有|暂未)(开工|动工)|前期|招标|招投标|未启动|谋划|设计/.test(plain)) return '未开工';
  if (/^(未|尚未)(竣工|完工)/.test(plain)) return '在建';
  if (/竣工|完工|验收|投用|交付|建成|投入使用/.test(plain)) return '已竣工';
  if (/在建|开工|施工|收尾|推进|续建|建设中/.test(plain)) return '在建';
  return null;
}

/** Whether a 是否… cell says yes: 是, √, Y, 已…; everything else, empty and “—” too, is no. */
export function saysYes(text: string): boolean {
  return /^(是|√|✓|✔|☑|对|有|y|yes|true|1|已.*)$/i.test(plainText(text));
}

/** The lamp that a cell shows: 黄, ●黄, 黄灯; null for anything else. */
export function lightWord(text: string): ListLight | null {
  const plain = plainText(text).replace(/[●○◉⬤]|灯/g, '');
  return plain === '红' || plain === '黄' || plain === '绿' ? plain : null;
}
