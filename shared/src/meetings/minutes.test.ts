import { describe, expect, test } from 'vitest';
import { publishedCalendar } from '../calendar/notices.ts';
import { Document } from '../documents/model.ts';
import { textOf } from '../documents/numbers.ts';
import { day, Week } from '../kit/calendar.ts';
import { makeId } from '../kit/ids.ts';
import { decisionClock } from './decisions.ts';
import { draftMinutes, type FollowedUp, type MinutedDecision, type MinutesInput } from './minutes.ts';

function decision(index: number, changes: Partial<MinutedDecision> = {}): MinutedDecision {
  return {
    id: makeId('decision', index.toString(16).padStart(32, '0')),
    text: `完成第${index}项手续。`,
    ownerUnitName: '住建局',
    helperUnitNames: [],
    supervisor: null,
    dueOn: day('2026-11-09'),
    ...changes,
  };
}

function followed(index: number, state: FollowedUp['state'], dueOn: string): FollowedUp {
  const dated = { state, dueOn: day(dueOn) };
  const { overdueDays } = decisionClock(dated, publishedCalendar, day('2026-11-02'));
  return { ...decision(index), ...dated, doneOn: null, overdueDays };
}

function draft(changes: Partial<MinutesInput> = {}): Document {
  return draftMinutes({
    district: { name: '示例区', issuingOffice: '示例区重点办' },
    seriesName: '重点项目周例会',
    meeting: { number: 41, week: Week.parse('2026-W44'), day: day('2026-11-02'), time: '9:00', place: '第三会议室', host: '贺常务' },
    issue: { year: 2026, number: 41 },
    issuedOn: null,
    isDraft: false,
    present: [],
    excused: [],
    observers: [],
    followUp: [],
    items: [],
    otherDecisions: [],
    otherRemarks: [],
    ...changes,
  });
}

function bodyOf(document: Document): string {
  return document.blocks
    .map((block) => (block.type === 'heading' ? block.text : block.type === 'paragraph' ? textOf(block.inlines) : ''))
    .join('\n');
}

describe('the minutes of a meeting', () => {
  test('carry the meeting’s mark, number, chair and place', () => {
    const document = draft();
    expect(document.masthead?.lines).toEqual(['示例区重点项目周例会纪要']);
    expect(document.masthead?.issueNumber).toBe('〔2026〕第41期');
    expect(bodyOf(document)).toContain('2026年11月2日9:00，贺常务在第三会议室主持召开第41次重点项目周例会，听取第44周项目推进情况');
    expect(
      bodyOf(draft({ meeting: { number: 1, week: Week.parse('2026-W44'), day: day('2026-11-02'), time: '9:00', place: '', host: null } })),
    ).toContain('示例区重点办组织召开第1次重点项目周例会');
  });

  test('a meeting without items or past decisions says so and invents nothing', () => {
    const document = draft();
    expect(bodyOf(document)).toContain('本次会议没有议题，未形成议定事项。');
    expect(bodyOf(document)).not.toContain('以往议定事项');
    expect(document.blocks.some((block) => block.type === 'roll')).toBe(false);
    expect(document.imprint?.recipients).toEqual([]);
  });

  test('each decision has owner, helpers and deadline, and its own stop is not doubled', () => {
    const helped = decision(2, { helperUnitNames: ['水利局', '商务局'], supervisor: '沈部长' });
    const document = draft({
      items: [{ title: '示例工程', discussion: '地库移交滞后。', remarks: [], decisions: [decision(1), helped] }],
      otherDecisions: [decision(3)],
    });
    const body = bodyOf(document);
    expect(body).toContain('会议共议定3项。');
    expect(body).toContain('（一）示例工程\n地库移交滞后。\n1. 完成第1项手续。（责任单位：住建局；完成时限：2026年11月9日）');
    expect(body).toContain('2. 完成第2项手续。（责任单位：住建局；配合单位：水利局、商务局；督办领导：沈部长；完成时限：2026年11月9日）');
    expect(body).toContain('（二）其他事项\n完成第3项手续。');
    expect(document.imprint?.recipients).toEqual([{ label: '发', text: '住建局、水利局、商务局' }]);
  });

  test.each<[string, FollowedUp[], string]>([
    ['all done', [followed(1, 'done', '2026-10-30')], '以往议定事项1项，已全部办结。'],
    ['none done', [followed(1, 'open', '2026-11-09')], '以往议定事项1项，均在办理。'],
    [
      'some late',
      [followed(1, 'done', '2026-10-30'), followed(2, 'open', '2026-10-30'), followed(3, 'open', '2026-11-02')],
      '以往议定事项3项，已办结1项，未办结2项，其中超期1项。',
    ],
  ])('follow up the earlier decisions: %s', (_name, followUp, said) => {
    expect(bodyOf(draft({ followUp }))).toContain(said);
  });

  test('list who was there, who was excused and who sat in', () => {
    const document = draft({ present: ['住建局 罗局长', '水利局 邱主任'], excused: ['城管局 郑局长'], observers: ['区委督查室'] });
    expect(document.blocks.filter((block) => block.type === 'roll').map((roll) => roll.label)).toEqual(['出席：', '请假：', '列席：']);
  });

  test('survive JSON with the rows behind their numbers', () => {
    const document = draft({
      items: [{ title: '示例工程', discussion: null, remarks: [], decisions: [decision(1)] }],
      followUp: [followed(9, 'open', '2026-10-30')],
    });
    expect(Document.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
    expect(document.rowSets['decided']?.ids).toEqual([decision(1).id]);
    expect(document.rowSets['followUp:late']?.ids).toEqual([decision(9).id]);
  });
});
