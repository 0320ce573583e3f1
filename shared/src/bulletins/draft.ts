import type { Block, Document } from '../documents/model.ts';
import { chineseNumber, issueText, longMonth } from '../documents/wording.ts';
import { annexes } from './annexes.ts';
import { type Facts, factsOf } from './facts.ts';
import type { BulletinInput } from './input.ts';
import { opening, overall } from './overview.ts';
import { byClass, praiseAndCriticism, redProjects, requirements } from './sections.ts';

/** Who gets a bulletin unless the office says otherwise. */
export const usualRecipients = [
  { label: '报', text: '区委、区人大常委会、区政府、区政协领导' },
  { label: '送', text: '区纪委监委机关、区委组织部、区委督查室、区政府督查室' },
  { label: '发', text: '各镇（街道），开发区管委会，区直有关单位' },
];

/**
 * Writes a month's 红黄绿通报 from its rows. A section, a sentence or an annex stands only where it has figures,
 * and every number carries the rows that it counts.
 */
export function draftBulletin(input: BulletinInput): Document {
  const facts = factsOf(input);
  const annexed = annexes(input, facts);
  const attachments: Block[] = annexed.length === 0 ? [] : [{ type: 'attachments', titles: annexed.map((annex) => annex.title) }];
  return {
    kind: 'bulletin',
    period: input.month,
    isDraft: input.isDraft,
    masthead: {
      lines: [`${input.district.name}重点项目建设`, '红黄绿通报'],
      issueNumber: input.issue === null ? null : issueText(input.issue),
      issuer: input.district.issuingOffice,
      issuedOn: input.issuedOn,
      isRed: true,
    },
    title: titleOf(input, facts),
    salutation: null,
    blocks: [...opening(input, facts), ...sections(input, facts), ...attachments],
    annexes: annexed.map((annex, index) => ({ label: annexed.length === 1 ? '附件' : `附件${index + 1}`, ...annex })),
    imprint: {
      recipients: [...(input.recipients ?? usualRecipients)],
      office: input.district.issuingOffice,
      printedOn: input.issuedOn,
      copies: input.copies ?? null,
    },
    rowSets: facts.numbers.rowSets,
  };
}

function sections(input: BulletinInput, facts: Facts): Block[] {
  if (facts.all.rows.length === 0) return [];
  const all = [
    { title: '总体情况', blocks: overall(input, facts) },
    { title: '红灯项目', blocks: redProjects(facts) },
    { title: praiseTitle(facts), blocks: praiseAndCriticism(facts) },
    { title: '分类情况', blocks: byClass(facts) },
    { title: '下一步要求', blocks: requirements(input, facts) },
  ];
  return all
    .filter((section) => section.blocks.length > 0)
    .flatMap((section, index): Block[] => [
      { type: 'heading', level: 1, text: `${chineseNumber(index + 1)}、${section.title}` },
      ...section.blocks,
    ]);
}

function praiseTitle({ praise, criticise }: Facts): string {
  if (criticise.rows.length === 0) return '通报表扬';
  return praise.rows.length === 0 ? '通报批评' : '表扬和批评';
}

/** 关于2026年10月全区重点项目和灾后重建项目推进情况的通报 */
function titleOf(input: BulletinInput, { key, reconstruction }: Facts): string[] {
  const start = ['关于', longMonth(input.month), '全区'];
  const end = ['推进情况', '的通报'];
  if (reconstruction.rows.length === 0 && key.rows.length > 0) return [...start, '重点项目', ...end];
  if (key.rows.length === 0 && reconstruction.rows.length > 0) return [...start, '灾后重建项目', ...end];
  return [...start, '重点项目和', '灾后重建项目', ...end];
}
