import { type Facts, factsOf } from '../bulletins/facts.ts';
import type { Annexed } from '../bulletins/tables.ts';
import { correctionBlock } from '../documents/correction.ts';
import { type WordEdit, withEdits } from '../documents/edits.ts';
import type { Block, Document } from '../documents/model.ts';
import { chineseNumber, issueText, longMonth } from '../documents/wording.ts';
import { monthOf } from '../kit/calendar.ts';
import { assertNever } from '../kit/errors.ts';
import { briefingAnnexes, briefingSections } from './briefing.ts';
import type { ReportInput } from './input.ts';
import type { Section } from './parts.ts';
import { projectSections } from './project.ts';
import { kindOf } from './rules.ts';
import { themeAnnexes, themeSections } from './theme.ts';

/** Raised whenever the same input would read otherwise: what was issued by another edition is not drafted anew to be checked. */
export const REPORT_EDITION = 2;

/**
 * Writes a 专报 or 简报 from the records as of a day. A section stands only where it has something to say, and every
 * figure of a project carries the rows that it was taken from.
 */
export function draftReport(input: ReportInput): Document {
  const facts = factsOf({ month: monthOf(input.asOf), rows: input.rows, praise: [], criticise: [], style: input.style });
  const { sections, annexes } = partsOf(input, facts);
  const attachments: Block[] = annexes.length === 0 ? [] : [{ type: 'attachments', titles: annexes.map(({ title }) => title) }];
  const kind = kindOf(input.on);
  return {
    kind,
    period: monthOf(input.asOf),
    isDraft: input.isDraft,
    masthead: {
      lines: kind === 'briefing' ? [`${input.district.name}灾后恢复重建`, '简报'] : [`${input.district.name}重点项目建设`, '项目推进专报'],
      issueNumber: input.issue === null ? null : issueText(input.issue),
      issuer: input.district.issuingOffice,
      issuedOn: input.issuedOn,
      isRed: true,
    },
    title: titleOf(input),
    salutation: null,
    blocks: [
      ...(input.correction ? [correctionBlock(input.correction)] : []),
      ...sections.flatMap(({ title, blocks }, at): Block[] => [
        { type: 'heading', level: 1, text: `${chineseNumber(at + 1)}、${title}` },
        ...blocks,
      ]),
      ...attachments,
    ],
    annexes: annexes.map((annex, at) => ({ label: annexes.length === 1 ? '附件' : `附件${at + 1}`, ...annex })),
    imprint: {
      recipients: [
        { label: '报', text: kind === 'briefing' ? '区灾后恢复重建领导小组组长、副组长' : '区委、区政府领导' },
        ...(input.units === null ? [] : [{ label: '发', text: input.units }]),
      ],
      office: input.district.issuingOffice,
      printedOn: input.issuedOn,
      copies: null,
    },
    rowSets: facts.numbers.rowSets,
  };
}

/** A report as its records draft it and as the office made it, with the edits whose paragraph is not drafted any more. */
export function composeReport(input: ReportInput, edits: readonly WordEdit[]): { drafted: Document; document: Document; lost: WordEdit[] } {
  const drafted = draftReport(input);
  return { drafted, ...withEdits(drafted, edits) };
}

function partsOf(input: ReportInput, facts: Facts): { sections: Section[]; annexes: Annexed[] } {
  const { on } = input;
  const [row] = input.rows;
  if (!row) return { sections: [], annexes: [] };
  const told = (sections: Section[]) => sections.filter(({ blocks }) => blocks.length > 0);
  switch (on.about) {
    case 'project':
      return { sections: told(projectSections(input, facts, row, on.matters)), annexes: [] };
    case 'theme':
      return { sections: told(themeSections(input, facts, on.title)), annexes: themeAnnexes(facts) };
    case 'reconstruction':
      return { sections: told(briefingSections(input, facts)), annexes: briefingAnnexes(facts) };
    default:
      return assertNever(on);
  }
}

function titleOf({ on, rows, asOf, correction }: ReportInput): string[] {
  const start = correction ? '关于更正' : '关于';
  switch (on.about) {
    case 'project':
      return [start, rows[0]?.name ?? '', '推进情况', '的专报'];
    case 'theme':
      return [start, on.title, '有关情况', '的专报'];
    case 'reconstruction':
      return [start, longMonth(monthOf(asOf)), '灾后恢复重建项目', '推进情况', '的简报'];
    default:
      return assertNever(on);
  }
}
