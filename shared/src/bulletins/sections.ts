import type { Block, Inline } from '../documents/model.ts';
import { joined, line } from '../documents/numbers.ts';
import { chineseNumber, shortDate } from '../documents/wording.ts';
import { addMonths, monthNumber } from '../kit/calendar.ts';
import { assertNever } from '../kit/errors.ts';
import { approvals, classes, problems, reconstruction, registration, starts } from './classes.ts';
import { corrected } from './corrected.ts';
import { type Facts, namesOf, type Rows } from './facts.ts';
import type { BulletinInput } from './input.ts';
import { greenList, lampList, numbered, type Part, ranking } from './lists.ts';
import { fullOutline, isAnnex, type Outline, type SectionId } from './outline.ts';
import { overall, paragraph } from './overview.ts';

/** What a section says: blocks under its own heading, or parts that share one heading with their neighbours. */
type Written = { id: SectionId; title: string; blocks: Block[] } | { id: SectionId; parts: Part[] };

/** The body in the outline's order; neighbouring sections of a few lines each share the heading 分类情况. */
export function sections(input: BulletinInput, facts: Facts, outline: Outline): Block[] {
  if (facts.all.rows.length === 0) return [];
  const chosen = fullOutline(outline).filter(({ id, isOn }) => isOn && !isAnnex(id));
  const written = chosen.map(({ id }) => write(id, input, facts)).filter((one) => ('parts' in one ? one.parts : one.blocks).length > 0);
  const groups: Written[][] = [];
  for (const one of written) {
    const last = groups.at(-1);
    if (last?.[0] && 'parts' in one && 'parts' in last[0]) last.push(one);
    else groups.push([one]);
  }
  return groups.flatMap((group, index) => headed(group, index + 1));
}

function headed(group: readonly Written[], number: number): Block[] {
  const [first] = group;
  if (!first) return [];
  const heading = (text: string): Block => ({ type: 'heading', level: 1, text: `${chineseNumber(number)}、${text}`, section: first.id });
  if ('blocks' in first) return [heading(first.title), ...first.blocks.map((block) => within(block, first.id))];
  const parts = group.flatMap((one) => ('parts' in one ? one.parts.map((part) => ({ id: one.id, part })) : []));
  const [only] = parts;
  if (parts.length === 1 && only) return [heading(only.part.title), within(paragraph(only.part.inlines), only.id)];
  return [heading('分类情况'), ...numbered(parts.map(({ part }) => part)).map((block, at) => within(block, parts[at]?.id ?? first.id))];
}

function within(block: Block, section: SectionId): Block {
  return block.type === 'paragraph' ? { ...block, section } : block;
}

function write(id: SectionId, input: BulletinInput, facts: Facts): Written {
  switch (id) {
    case 'overall':
      return { id, title: '总体情况', blocks: overall(input, facts) };
    case 'red':
      return { id, title: '红灯项目', blocks: lampList(facts, 'red') };
    case 'yellow':
      return { id, title: '黄灯项目', blocks: lampList(facts, 'yellow') };
    case 'green':
      return { id, title: '绿灯项目', blocks: greenList(facts) };
    case 'ranking':
      return { id, title: '责任单位排名', blocks: ranking(facts) };
    case 'classes':
      return { id, parts: classes(facts) };
    case 'starts':
      return { id, parts: starts(facts) };
    case 'approvals':
      return { id, parts: approvals(facts) };
    case 'problems':
      return { id, parts: problems(facts) };
    case 'registration':
      return { id, parts: registration(facts) };
    case 'reconstruction':
      return { id, parts: reconstruction(facts) };
    case 'corrected':
      return { id, parts: corrected(input, facts) };
    case 'praise':
      return { id, title: praiseTitle(facts), blocks: praiseAndCriticism(facts) };
    case 'requirements':
      return { id, title: '下一步要求', blocks: requirements(input, facts) };
    case 'lampTable':
    case 'rectification':
    case 'unitTable':
    case 'classTable':
    case 'owedTable':
      return { id, parts: [] };
    default:
      return assertNever(id);
  }
}

function praiseTitle({ praise, criticise }: Facts): string {
  if (criticise.rows.length === 0) return '通报表扬';
  return praise.rows.length === 0 ? '通报批评' : '表扬和批评';
}

/** 表扬和批评, from the board's nominations. */
function praiseAndCriticism(facts: Facts): Block[] {
  const parts: Inline[][] = [];
  const named = (set: Rows) =>
    set.rows.length === 1 ? line`对${namesOf(set)}` : line`对${namesOf(set)}等${facts.numbers.count(set)}个项目`;
  if (facts.praise.rows.length > 0) parts.push(line`${named(facts.praise)}予以通报表扬`);
  if (facts.criticise.rows.length > 0) parts.push(line`${named(facts.criticise)}予以通报批评`);
  return parts.length === 0 ? [] : [paragraph(line`${joined(parts, '；')}。`)];
}

/** 下一步要求, to those whom the month's result concerns. */
export function requirements(input: Pick<BulletinInput, 'district' | 'month' | 'rectifyBy'>, facts: Facts): Block[] {
  const { red, yellow, stillRed, overdueStep, unregistered, lateStart, numbers } = facts;
  const parts: Part[] = [];
  if (red.rows.length > 0) {
    const by = input.rectifyBy === null ? '要制定整改方案' : `须于${shortDate(input.rectifyBy)}前报送整改方案`;
    const twice =
      stillRed.rows.length > 0 ? line`连续两个月红灯的${numbers.count(stillRed)}个项目，由${input.district.issuingOffice}跟踪督办。` : [];
    parts.push({
      title: '抓好红灯整改',
      inlines: line`红灯项目责任单位${by}，明确每周完成投资和手续办结时限，由包保领导逐周调度。${twice}`,
    });
  }
  if (yellow.rows.length > 0) {
    parts.push({
      title: '防止黄灯转红',
      inlines: line`黄灯项目责任单位要对照原因逐项补差，在${String(monthNumber(addMonths(input.month, 1)))}月底前赶上进度。`,
    });
  }
  const chores = [
    lateStart.rows.length > 0 ? '应开未开项目要排出开工时间表' : null,
    overdueStep.rows.length > 0 ? '超期手续要逐项明确办结时限' : null,
    unregistered.rows.length > 0 ? '应入未入库项目要尽快备齐入库资料' : null,
  ].filter((chore) => chore !== null);
  if (chores.length > 0) parts.push({ title: '补齐短板弱项', inlines: line`${chores.join('，')}。` });
  parts.push({ title: '按时真实填报', inlines: line`各责任单位要按周如实填报项目进展、投资和问题，做到一数一源、账实相符。` });
  return numbered(parts);
}
