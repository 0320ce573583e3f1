import { keyBy } from '../kit/collections.ts';
import type { Unit, UnitKind } from '../units/schema.ts';
import { nameKey } from './names.ts';

/** What of a unit its name is compared with. */
export type KnownUnit = Pick<Unit, 'id' | 'name' | 'shortName' | 'active'>;

/** Long names of offices and what people call them; the longer ones first, because they hold the shorter. */
const shortForms: readonly (readonly [RegExp, string])[] = [
  [/发展(和)?改革/, '发改'],
  [/工业(和)?信息化/, '工信'],
  [/住房(和)?城乡建设/, '住建'],
  [/自然资源(和)?规划/, '自然资源'],
  [/交通运输/, '交通'],
  [/教育体育/, '教体'],
  [/文化(和)?旅游/, '文旅'],
  [/文化广电(和)?旅游/, '文广旅'],
  [/卫生健康/, '卫健'],
  [/城市管理/, '城管'],
  [/应急管理/, '应急'],
  [/人力资源(和)?社会保障/, '人社'],
  [/市场监督管理/, '市场监管'],
  [/科学技术/, '科技'],
  [/农业农村/, '农业'],
  [/委员会$/, '委'],
  [/人民政府$/, ''],
  [/(街道)(办事处|办)$/, '$1'],
  [/有限(责任)?公司$/, '公司'],
];

/** The key by which two texts name the same unit: the district's own name left off, long forms folded into short ones. */
export function unitKey(name: string, districtName: string): string {
  const district = nameKey(districtName);
  const plain = nameKey(name);
  const own = plain.startsWith(district) ? plain.slice(district.length) : plain.replace(/^[区县](?=.{2})/, '');
  const bare = own.length < 2 ? plain : own;
  return shortForms.reduce((text, [long, short]) => text.replace(long, short), bare);
}

/** Finds units by what a list calls them: the name, the short name, or a synonym of either. Units in use go first. */
export function unitFinder<Known extends KnownUnit>(units: readonly Known[], districtName: string): (name: string) => Known | null {
  const inUseLast = [...units].sort((a, b) => Number(a.active) - Number(b.active));
  const byName = keyBy(inUseLast, (unit) => nameKey(unit.name));
  const byShortName = keyBy(inUseLast, (unit) => nameKey(unit.shortName));
  const folded = new Map(
    inUseLast.flatMap((unit) => [unit.name, unit.shortName].map((name): [string, Known] => [unitKey(name, districtName), unit])),
  );
  return (name) => byName.get(nameKey(name)) ?? byShortName.get(nameKey(name)) ?? folded.get(unitKey(name, districtName)) ?? null;
}

/** What a unit probably is, by how its name ends. */
export function unitKindOf(name: string): UnitKind {
  if (/(公司|集团|厂)$/.test(name)) return 'company';
  if (/(园区|开发区|高新区|管委会|管理委员会|集聚区)$/.test(name)) return 'park';
  if (/(镇|乡|街道|街道办|街道办事处|镇政府|乡政府|人民政府)$/.test(name)) return 'town';
  return 'bureau';
}

/** A new unit's short name: without the district's own, at most 20 characters. */
export function shortNameOf(name: string, districtName: string): string {
  const own = name.startsWith(districtName) ? name.slice(districtName.length) : name;
  return [...(own.length < 2 ? name : own)].slice(0, 20).join('');
}
