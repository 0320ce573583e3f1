import type { Block, Document, Inline } from '../documents/model.ts';
import { line, type NamedRows, numbersFrom } from '../documents/numbers.ts';
import { chineseNumber, issueText, longDate, shortDate } from '../documents/wording.ts';
import type { Day, Week } from '../kit/calendar.ts';
import { weekNumber, yearOf } from '../kit/calendar.ts';
import type { Id } from '../kit/ids.ts';
import { type DecisionClock, decisionStanding } from './decisions.ts';
import type { DecisionState } from './schema.ts';

/** A decision as minutes print it: whose it is, who helps, by when. */
export type MinutedDecision = {
  id: Id<'decision'>;
  text: string;
  ownerUnitName: string;
  helperUnitNames: readonly string[];
  supervisor: string | null;
  dueOn: Day;
};

/** A decision of an earlier meeting, and what has become of it by the day of this one. */
export type FollowedUp = MinutedDecision & Pick<DecisionClock, 'overdueDays'> & { state: DecisionState; doneOn: Day | null };

/** An agenda item with what was decided on it; `discussion` is what the minutes tell besides. */
export type MinutedItem = {
  title: string;
  discussion: string | null;
  remarks: readonly { leaderName: string; text: string }[];
  decisions: readonly MinutedDecision[];
};

/** Everything that the minutes of one 周例会 are written from. */
export type MinutesInput = {
  district: { name: string; issuingOffice: string };
  /** 重点项目周例会 */
  seriesName: string;
  meeting: { number: number; week: Week; day: Day; time: string; place: string; host: string | null };
  issue: { year: number; number: number } | null;
  issuedOn: Day | null;
  isDraft: boolean;
  present: readonly string[];
  excused: readonly string[];
  observers: readonly string[];
  followUp: readonly FollowedUp[];
  items: readonly MinutedItem[];
  /** Decided outside the agenda. */
  otherDecisions: readonly MinutedDecision[];
  otherRemarks: MinutedItem['remarks'];
  /** 发 in the 版记; the units that have something to do where not given. */
  distribute?: string;
};

type Row = MinutedDecision | FollowedUp;
type Numbers = ReturnType<typeof numbersOf>;

/** Writes the 会议纪要 of a meeting: what became of the last decisions, what was decided now, who was there. */
export function draftMinutes(input: MinutesInput): Document {
  const numbers = numbersOf(input);
  return {
    kind: 'minutes',
    period: input.meeting.week,
    isDraft: input.isDraft,
    masthead: {
      lines: [`${input.district.name}${input.seriesName}纪要`],
      issueNumber: input.issue === null ? null : issueText(input.issue),
      issuer: input.district.issuingOffice,
      issuedOn: input.issuedOn,
      isRed: true,
    },
    title: [`${yearOf(input.meeting.day)}年`, `第${input.meeting.number}次`, input.seriesName, '纪要'],
    salutation: null,
    blocks: [...opening(input), ...sections(input, numbers), ...rolls(input)],
    annexes: [],
    imprint: {
      recipients: recipients(input),
      office: input.district.issuingOffice,
      printedOn: input.issuedOn,
      copies: null,
    },
    rowSets: numbers.rowSets,
  };
}

function numbersOf(input: MinutesInput) {
  return numbersFrom<Row, never>({ period: input.meeting.week, of: 'decision', idOf: (row) => row.id, fields: {} });
}

function opening({ meeting, seriesName, district }: MinutesInput): Block[] {
  const when = `${longDate(meeting.day)}${meeting.time}`;
  const where = meeting.place === '' ? '' : `在${meeting.place}`;
  const who = meeting.host === null ? `${district.issuingOffice}${where}组织召开` : `${meeting.host}${where}主持召开`;
  const about = `听取第${weekNumber(meeting.week)}周项目推进情况，研究需要协调解决的事项`;
  return [plain(line`${when}，${who}第${String(meeting.number)}次${seriesName}，${about}。现将会议情况纪要如下：`)];
}

function sections(input: MinutesInput, numbers: Numbers): Block[] {
  const all = [
    { title: '以往议定事项落实情况', blocks: followUp(input, numbers) },
    { title: '本次会议议定事项', blocks: decided(input, numbers) },
  ];
  return all
    .filter((section) => section.blocks.length > 0)
    .flatMap((section, index): Block[] => [
      { type: 'heading', level: 1, text: `${chineseNumber(index + 1)}、${section.title}` },
      ...section.blocks,
    ]);
}

function followUp(input: MinutesInput, numbers: Numbers): Block[] {
  if (input.followUp.length === 0) return [];
  const all = numbers.name('followUp', '以往议定事项', { meeting: 'earlier' }, input.followUp);
  const done = numbers.name(
    'followUp:done',
    '已办结的议定事项',
    { state: 'done' },
    input.followUp.filter((one) => one.state === 'done'),
  );
  const open = input.followUp.filter((one) => one.state !== 'done');
  const unfinished = numbers.name('followUp:open', '未办结的议定事项', { state: 'open' }, open);
  const late = numbers.name('followUp:late', '超期的议定事项', { state: 'open', due: 'past' }, open.filter(isLate));
  return [
    plain(line`提交本次会议跟踪的以往议定事项${numbers.count(all)}项，${outcome(numbers, done, unfinished, late)}。`),
    ...open.map((one, index): Block => {
      const overdue = isLate(one) ? '，已超期' : one.state === 'answered' ? '，已报办理情况，待销号' : '';
      return plain(line`${String(index + 1)}. ${closed(one.text)}（${one.ownerUnitName}，${shortDate(one.dueOn)}前${overdue}）。`);
    }),
  ];
}

/** What was answered waits for 销号 and is not late any more. */
function isLate(one: FollowedUp): boolean {
  return decisionStanding(one) === 'overdue';
}

function outcome(numbers: Numbers, done: NamedRows<Row>, open: NamedRows<Row>, late: NamedRows<Row>): Inline[] {
  if (open.rows.length === 0) return line`已全部办结`;
  const overdue = late.rows.length > 0 ? line`，其中超期${numbers.count(late)}项` : [];
  if (done.rows.length === 0) return line`均在办理${overdue}`;
  return line`已办结${numbers.count(done)}项，未办结${numbers.count(open)}项${overdue}`;
}

function decided(input: MinutesInput, numbers: Numbers): Block[] {
  const items: MinutedItem[] = [...input.items];
  if (input.otherDecisions.length + input.otherRemarks.length > 0)
    items.push({ title: '其他事项', discussion: null, remarks: input.otherRemarks, decisions: input.otherDecisions });
  if (items.length === 0) return [plain(line`本次会议没有议题，未形成议定事项。`)];
  const all = numbers.name(
    'decided',
    '本次会议议定事项',
    { meeting: 'this' },
    items.flatMap((item) => item.decisions),
  );
  const summary = all.rows.length === 0 ? line`会议听取了汇报，未形成议定事项。` : line`会议共议定${numbers.count(all)}项。`;
  return [
    plain(summary),
    ...items.flatMap((item, index): Block[] => [
      { type: 'heading', level: 2, text: `（${chineseNumber(index + 1)}）${item.title}` },
      ...(item.discussion === null ? [] : [plain(line`${closed(item.discussion)}。`)]),
      ...item.remarks.map((one) => plain(line`${one.leaderName}指出：${closed(one.text)}。`)),
      ...(item.discussion === null && item.remarks.length === 0 && item.decisions.length === 0
        ? [plain(line`会议听取了该项目推进情况汇报。`)]
        : []),
      ...item.decisions.map((one, at) => decision(one, item.decisions.length === 1 ? '' : `${at + 1}. `)),
    ]),
  ];
}

function decision(one: MinutedDecision, ordinal: string): Block {
  const facts = [
    `责任单位：${one.ownerUnitName}`,
    one.helperUnitNames.length === 0 ? null : `配合单位：${one.helperUnitNames.join('、')}`,
    one.supervisor === null ? null : `督办领导：${one.supervisor}`,
    `完成时限：${longDate(one.dueOn)}`,
  ].filter((fact) => fact !== null);
  return plain(line`${ordinal}${closed(one.text)}。（${facts.join('；')}）`);
}

function rolls(input: MinutesInput): Block[] {
  const all = [
    { label: '出席：', entries: [...input.present] },
    { label: '请假：', entries: [...input.excused] },
    { label: '列席：', entries: [...input.observers] },
  ];
  return all.filter((roll) => roll.entries.length > 0).map((roll) => ({ type: 'roll', ...roll }));
}

function recipients(input: MinutesInput): { label: string; text: string }[] {
  const decisions = [...input.items.flatMap((item) => item.decisions), ...input.otherDecisions];
  const units = [...new Set(decisions.flatMap((one) => [one.ownerUnitName, ...one.helperUnitNames]))];
  const to = input.distribute ?? units.join('、');
  return to === '' ? [] : [{ label: '发', text: to }];
}

function plain(inlines: Inline[]): Block {
  return { type: 'paragraph', lead: null, inlines };
}

/** What was typed may end in a stop or not; the sentence around it sets its own. */
function closed(text: string): string {
  return text.trim().replace(/[。；，.;,]+$/, '');
}
