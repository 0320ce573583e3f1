import type { Block, Document } from '../documents/model.ts';
import { issueText, longMonth } from '../documents/wording.ts';
import { annexes } from './annexes.ts';
import { type Facts, factsOf } from './facts.ts';
import type { BulletinInput } from './input.ts';
import { usualOutline } from './outline.ts';
import { opening } from './overview.ts';
import { sections } from './sections.ts';

/** Raised whenever the same rows would read otherwise: what was issued by another edition is not drafted anew to be checked. */
export const EDITION = 4;

/**
 * Writes a month's 红黄绿通报 from its rows. A section, a sentence or an annex stands only where it has figures,
 * and every number carries the rows that it counts.
 */
export function draftBulletin(input: BulletinInput): Document {
  const facts = factsOf(input);
  const outline = input.outline ?? usualOutline;
  const annexed = annexes(input, facts, outline);
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
    blocks: [...opening(input, facts), ...sections(input, facts, outline), ...attachments],
    annexes: annexed.map((annex, index) => ({ label: annexed.length === 1 ? '附件' : `附件${index + 1}`, ...annex })),
    imprint: {
      recipients: [...facts.style.recipients],
      office: input.district.issuingOffice,
      printedOn: input.issuedOn,
      copies: facts.style.copies,
    },
    rowSets: facts.numbers.rowSets,
  };
}

/** 关于2026年10月全区重点项目和灾后重建项目推进情况的通报 */
function titleOf(input: BulletinInput, { key, reconstruction }: Facts): string[] {
  const start = [input.correction ? '关于更正' : '关于', longMonth(input.month), '全区'];
  const end = ['推进情况', '的通报'];
  if (reconstruction.rows.length === 0 && key.rows.length > 0) return [...start, '重点项目', ...end];
  if (key.rows.length === 0 && reconstruction.rows.length > 0) return [...start, '灾后重建项目', ...end];
  return [...start, '重点项目和', '灾后重建项目', ...end];
}
