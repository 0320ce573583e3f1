import { expect, test } from 'vitest';
import { textOf } from '../documents/numbers.ts';
import { day, Week } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { decisionList, grouped } from './decision-list.ts';
import type { NamedDecision } from './screen.ts';

const unit = makeId('unit', 'a'.repeat(32));
function decision(sign: string, fields: Partial<NamedDecision>): NamedDecision {
  return {
    ...{ id: makeId('decision', sign.repeat(32)), meetingId: makeId('meeting', '1'.repeat(32)), agendaItemId: null, projectId: null },
    ...{ text: '完成电力迁改', ownerUnitId: unit, helperUnitIds: [], supervisor: null, dueOn: day('2026-11-06'), state: 'open' as const },
    ...{
      doneOn: null,
      version: 1,
      week: Week.parse('2026-W43'),
      meetingNumber: 1,
      seriesName: null,
      subject: '示例工程',
      ownerName: '住建局',
      helperNames: [],
      overdueDays: 0,
      unknownYears: [],
    },
    ...fields,
  };
}
const list = [
  decision('1', { supervisor: '郑副区长' }),
  decision('2', { ownerName: '水利局', state: 'answered' }),
  decision('3', { supervisor: '郑副区长', ownerName: '水利局', dueOn: day('2026-10-28'), overdueDays: 3 }),
];

test.each([
  ['unit', ['水利局 2', '住建局 1']],
  ['leader', ['郑副区长 2', '未定 1']],
] as const)('by %s everything stands in one group', (by, groups) => {
  expect(
    grouped(list, by, '未定')
      .map(({ name, decisions }) => `${name} ${decisions.length}`)
      .sort(),
  ).toEqual([...groups].sort());
});

test('what has no leader stands at the end', () => {
  expect(grouped(list, 'leader', '未定').at(-1)?.name).toBe('未定');
});

test('on paper each row says where it stands', () => {
  const document = decisionList({ districtName: '示例区', asOf: day('2026-11-02'), by: 'leader', decisions: list });
  const rows = document.blocks.flatMap((block) =>
    block.type === 'table' ? block.rows.map((row) => row.map(({ inlines }) => textOf(inlines)).join(' ')) : [],
  );
  expect(rows).toEqual([
    '1 示例工程 完成电力迁改 住建局 11月6日 在办',
    '2 示例工程 完成电力迁改 水利局 10月28日 逾期3个工作日',
    '1 示例工程 完成电力迁改 水利局 11月6日 待销号',
  ]);
});
