import type { Block, Document } from '../documents/model.ts';
import { cell } from '../documents/numbers.ts';
import { longDate, shortDate } from '../documents/wording.ts';
import type { Day } from '../kit/calendar.ts';
import { groupBy } from '../kit/collections.ts';
import { decisionStanding } from './decisions.ts';
import type { NamedDecision } from './screen.ts';

/** How the list of decisions is divided: by who carries them out, or by who presses for them. */
export type DecisionGrouping = 'unit' | 'leader';

/** The groups of a list in the order of their first decision; what has no leader stands at the end under `none`. */
export function grouped<One extends Pick<NamedDecision, 'ownerName' | 'supervisor'>>(
  decisions: readonly One[],
  by: DecisionGrouping,
  none: string,
): { name: string; decisions: One[] }[] {
  const groups = groupBy(decisions, (one) => (by === 'unit' ? one.ownerName : (one.supervisor ?? '')));
  return [...groups]
    .sort(([a], [b]) => Number(a === '') - Number(b === ''))
    .map(([name, own]) => ({ name: name === '' ? none : name, decisions: own }));
}

/** The list of decisions as it is printed: a table a group, the late ones first. */
export function decisionList(given: {
  districtName: string;
  asOf: Day;
  by: DecisionGrouping;
  decisions: readonly NamedDecision[];
}): Document {
  const { by, asOf } = given;
  const blocks = grouped(given.decisions, by, '未定督办领导').flatMap(({ name, decisions }): Block[] => [
    {
      type: 'table',
      title: `${name}（${decisions.length}项）`,
      unitNote: null,
      columns: [
        { header: '序号', group: null, width: 5, align: 'center' },
        { header: '事项', group: null, width: 22, align: 'left' },
        { header: '议定内容', group: null, width: 40, align: 'left' },
        { header: by === 'unit' ? '督办领导' : '责任单位', group: null, width: 13, align: 'left' },
        { header: '时限', group: null, width: 10, align: 'center' },
        { header: '状态', group: null, width: 12, align: 'center' },
      ],
      rows: decisions.map((one, at) => [
        cell(String(at + 1)),
        cell(one.subject ?? '—'),
        cell(one.text),
        cell((by === 'unit' ? one.supervisor : one.ownerName) ?? '—'),
        cell(shortDate(one.dueOn)),
        cell(standingText(one, asOf)),
      ]),
      total: null,
    },
  ]);
  return {
    kind: 'decision-list',
    period: asOf,
    isDraft: false,
    masthead: null,
    title: [given.districtName, '例会议定事项', '办理情况清单'],
    salutation: `截至${longDate(asOf)}，共${given.decisions.length}项`,
    blocks,
    annexes: [],
    imprint: null,
    rowSets: {},
  };
}

/** 办结, 待销号, 逾期 (in working days) or 在办, as lists say it. */
export function standingText(one: Pick<NamedDecision, 'state' | 'overdueDays' | 'doneOn'>, asOf: Day): string {
  switch (decisionStanding(one)) {
    case 'done':
      return `${shortDate(one.doneOn ?? asOf)}办结`;
    case 'answered':
      return '待销号';
    case 'overdue':
      return `逾期${one.overdueDays}个工作日`;
    case 'open':
      return '在办';
  }
}
